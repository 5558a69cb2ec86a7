"""Requests to a room without a network, one after the other on one loop."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from starlette.types import Message

from sim.classroom.lesson.codes import hashed
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.lesson.records import Trusted
from sim.classroom.web.application import application
from sim.classroom.web.room import Room
from sim.classroom.web.visitor import cookie

HOST = "127.0.0.1:1"


@dataclass
class Browsing:
    """A room, and whoever asks it for pages: `keys` by the name of somebody."""

    lesson: Lesson
    classes: Path
    keys: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the room, and let the teacher in."""
        self.room = Room(
            self.lesson.case, "case", (), self.lesson.opened.seed, lesson=self.lesson, classes=self.classes
        )
        self.app = application(self.room, [HOST])
        self.loop, self.apart = asyncio.Runner(), ThreadPoolExecutor(1)  # a browser may have a loop in this thread
        self.lesson.do(Trusted(key=hashed("of-the-teacher")))
        self.keys["teacher"] = "teacher", "of-the-teacher"

    def close(self) -> None:
        """Leave nothing open."""
        self.apart.submit(self.loop.close).result()
        self.apart.shutdown()

    def ask(self, path: str, who: str = "teacher", method: str = "GET") -> tuple[int, str]:
        """The status and the text of a page."""
        kind, key = self.keys.get(who, ("", ""))
        headers = [(b"host", HOST.encode()), (b"content-length", b"0")]
        headers += [(b"cookie", f"{cookie(self.room, kind)}={key}".encode())] * bool(kind)
        plain, _, query = path.partition("?")
        scope = {
            "type": "http", "http_version": "1.1", "method": method, "scheme": "http", "path": plain,
            "raw_path": plain.encode(), "query_string": query.encode(), "headers": headers, "client": ("127.0.0.1", 2),
            "server": ("127.0.0.1", 1),
        }  # fmt: skip
        got: list[Message] = []

        async def receive() -> Message:
            await asyncio.sleep(0)
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            await asyncio.sleep(0)
            got.append(message)

        self.apart.submit(lambda: self.loop.run(self.app(scope, receive, send))).result()
        return got[0]["status"], b"".join(one.get("body", b"") for one in got[1:]).decode()
