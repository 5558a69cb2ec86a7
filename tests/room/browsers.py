"""Browsers without a window: they keep cookies, send forms as browsers do, and go where they are led."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

from tests.room.reading import Form, Read

PATIENCE = 20.0
"""Seconds."""


@dataclass(frozen=True)
class Answer:
    """What came back, and from where in the end."""

    status: int
    path: str
    headers: HTTPMessage
    text: str

    @property
    def read(self) -> Read:
        """The page, read."""
        return Read(self.text)


@dataclass
class Browser:
    """A browser that looks at a room."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: str | bytes | None = None, **headers: str) -> Answer:
        """Ask once; names of headers are written with underscores."""
        line = HTTPConnection(self.address, timeout=PATIENCE)
        try:
            line.request(method, path, body, self.known() | {name.replace("_", "-"): v for name, v in headers.items()})
            came = line.getresponse()
            self.keep(came)
            return Answer(came.status, path, came.headers, came.read().decode())
        finally:
            line.close()

    def known(self) -> dict[str, str]:
        """The header that says who this is."""
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}

    def keep(self, came: HTTPResponse) -> None:
        """Keep the cookies that an answer brings."""
        for text in came.headers.get_all("set-cookie", []):
            self.cookies |= {name: one.value for name, one in SimpleCookie(text).items()}

    def get(self, path: str) -> Answer:
        """Open a page, and go where one is led."""
        return self.led(self.ask("GET", path))

    def post(self, path: str, fields: dict[str, str] | None = None, **headers: str) -> Answer:
        """Send a form from a page of the room, once."""
        asked = {"Content_Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.address}"} | headers
        return self.ask("POST", path, urlencode(fields or {}), **asked)

    def send(self, path: str, **fields: str) -> Answer:
        """Send a form, and go where one is led."""
        return self.led(self.post(path, fields))

    def led(self, answer: Answer) -> Answer:
        """Go where an answer leads."""
        return self.get(answer.headers["location"]) if answer.status in {303, 307} else answer

    def choice(self) -> Form | None:
        """The form of the moment in which this seat is asked; None if it is not."""
        found = [form for form in self.get("/seat").read.sent_to("/choose") if "moment" in form.fields]
        return found[0] if found else None

    def choose(self, luck: Random) -> Answer | None:
        """Choose by chance, if asked."""
        form = self.choice()
        return self.led(self.post("/choose", form.filled(luck))) if form else None

    @contextmanager
    def stream(self) -> Iterator[HTTPResponse]:
        """Listen to the news."""
        line = HTTPConnection(self.address, timeout=PATIENCE)
        line.request("GET", "/events", headers=self.known())
        with line.getresponse() as news:
            yield news
        line.close()


@dataclass(frozen=True)
class Place:
    """Where a lesson is held, what opens its door, and the teacher's key."""

    address: str
    code: str
    key: str

    def stranger(self) -> Browser:
        """Somebody who knows nothing."""
        return Browser(self.address)

    def observer(self) -> Browser:
        """Somebody who typed the code."""
        one = self.stranger()
        assert one.send("/enter", room=self.code).path == "/room"
        return one

    def student(self, table: int, role: str) -> Browser:
        """Somebody in a seat."""
        one = self.observer()
        assert one.send("/sit", table=str(table), role=role).path == "/seat"
        return one

    def teacher(self) -> Browser:
        """The teacher."""
        one = self.stranger()
        assert one.get(f"/teacher?key={self.key}").path == "/projector"
        return one


def journal(path: Path, kind: str = "") -> list[dict[str, Any]]:
    """The records of a journal, or those of one kind."""
    records = [json.loads(line.partition(b" ")[2]) for line in path.read_bytes().splitlines()]
    return [one for one in records if kind in {"", one["kind"]}]
