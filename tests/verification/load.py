"""A full school: many people at many tables, who choose, lose their connection and come back, all at the same time.

python -m tests.verification.load --clients 200 --seconds 300
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final
from urllib.parse import urlencode

from tests.room.browsers import Browser, journal
from tests.room.reading import Read
from tests.room.rooms import ROLES, Started, started

TABLES: Final = 26
"""As many as a room has."""
THINKS: Final = 20.0
"""Seconds until somebody chooses, at most."""
DROPS: Final = 0.02
"""How often somebody who has news loses the connection."""


@dataclass
class Measured:
    """What was seen: seconds from a move until all at its table have the new page, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    waiting: dict[int, tuple[float, set[int]]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    moves: int = 0
    drops: int = 0
    megabytes: float = 0.0

    def sent(self, table: int, when: float, those: set[int]) -> None:
        """A move was acknowledged; unless an older one is on its way these are waited for."""
        if table not in self.waiting:
            self.waiting[table] = (when, set(those))

    def seen(self, table: int, who: int, asked: float) -> None:
        """Somebody has a page that was asked for after the move."""
        when, those = self.waiting.get(table, (0.0, set[int]()))
        if asked >= when:
            those.discard(who)
        if table in self.waiting and not those:
            self.seconds.append(time.monotonic() - when)
            del self.waiting[table]

    def gone(self, who: int) -> None:
        """Somebody lost the connection: nobody waits for that page."""
        for _, those in self.waiting.values():
            those.discard(who)

    def quantile(self, share: float) -> float:
        """The seconds within which so many were done."""
        times = sorted(self.seconds)
        return times[min(len(times) - 1, int(share * len(times)))] if times else 0.0

    def __str__(self) -> str:
        """All of it in a line."""
        shown = ", ".join(f"p{round(100 * share)} {1000 * self.quantile(share):.0f} ms" for share in (0.5, 0.95, 1))
        return (
            f"{self.moves} moves, {len(self.seconds)} seen by a whole table: {shown}; {self.drops} drops, "
            f"{len(self.lost)} seats lost, {self.megabytes:.0f} MB"
        )


@dataclass
class Client:
    """Somebody in a seat, as a browser with scripts: a stream of news, and a page that is asked for anew."""

    number: int
    table: int
    browser: Browser
    measured: Measured
    there: dict[int, set[int]]
    luck: Random
    moment: str = ""
    last: str = ""

    async def live(self, ends: float) -> None:
        """Come, listen, choose, drop out and come back."""
        choosing = asyncio.create_task(self.decide(ends))
        while time.monotonic() < ends:
            with suppress(OSError, asyncio.IncompleteReadError):
                await self.listen(ends)
            self.there[self.table].discard(self.number)
            self.measured.gone(self.number)
            await asyncio.sleep(self.luck.uniform(0, 3))
        choosing.cancel()

    async def listen(self, ends: float) -> None:
        """Listen until the connection drops."""
        reader, writer = await self.connected("GET", "/events")
        try:
            await self.look()
            self.there[self.table].add(self.number)
            news = 0
            async for line in lines(reader, ends):
                news += line.startswith(b"data: ")
                if news > 1 and line.startswith(b"data: "):
                    await self.look()
                    if self.luck.random() < DROPS:
                        self.measured.drops += 1
                        return
        finally:
            writer.close()

    async def look(self) -> None:
        """Ask for the page."""
        asked = time.monotonic()
        status, page = await self.ask("GET", "/seat")
        if status not in {200, 303}:
            self.measured.lost.append(f"{self.number}: {status}")
        self.moment = page
        self.measured.seen(self.table, self.number, asked)

    async def decide(self, ends: float) -> None:
        """Choose from time to time, and sometimes twice."""
        while time.monotonic() < ends:
            await asyncio.sleep(self.luck.uniform(0, THINKS))
            forms = [form for form in Read(self.moment).sent_to("/choose") if "moment" in form.fields]
            if not forms or self.number not in self.there[self.table]:
                continue
            body = urlencode(forms[0].filled(self.luck))
            for _ in range(1 + (self.luck.random() < 0.2)):
                with suppress(OSError, asyncio.IncompleteReadError):
                    await self.move(body)

    async def move(self, body: str) -> None:
        """Send a move; the same once more is no news, and nobody waits for it."""
        begins = time.monotonic()
        status, _ = await self.ask("POST", "/choose", body)
        self.measured.moves += status == 303
        if status == 303 and body != self.last:
            self.measured.sent(self.table, begins, self.there[self.table])
        self.last = body

    async def ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        """Ask once: the status and the page."""
        reader, writer = await self.connected(method, path, body)
        try:
            came = await reader.read()
        finally:
            writer.close()
        head, _, page = came.partition(b"\r\n\r\n")
        return int(head.split()[1]) if head else 0, page.decode()

    async def connected(
        self, method: str, path: str, body: str = ""
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Send a request."""
        host, _, port = self.browser.address.partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        headers = {"Host": self.browser.address, "Origin": f"http://{self.browser.address}", "Connection": "close"}
        headers |= self.browser.known() | {"Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        writer.write(f"{method} {path} HTTP/1.1\r\n{head}\r\n{body}".encode())
        return reader, writer


async def lines(reader: asyncio.StreamReader, ends: float) -> AsyncIterator[bytes]:
    """The lines of a stream, while there are any and there is time."""
    while (left := ends - time.monotonic()) > 0:
        try:
            line = await asyncio.wait_for(reader.readline(), left)
        except TimeoutError:
            return
        if not line:
            return
        yield line


def load(room: Started, clients: int, seconds: float) -> Measured:
    """Fill a room, and let all play."""
    measured, there = Measured(), defaultdict[int, set[int]](set)
    places = [(number % TABLES, ROLES[number // TABLES % len(ROLES)]) for number in range(clients)]
    those = [
        Client(number, table, room.place.student(table, role), measured, there, Random(number))
        for number, (table, role) in enumerate(places)
    ]
    room.place.teacher().send("/begin")

    async def all_live() -> None:
        ends = time.monotonic() + seconds
        await asyncio.gather(*(one.live(ends) for one in those))

    asyncio.run(all_live())
    measured.megabytes = resident(room.process.pid)
    measured.lost += [f"{one.number}" for one in those if one.browser.ask("GET", "/seat").status not in {200, 303}]
    return measured


def resident(pid: int) -> float:
    """The most memory that a process has had, in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def doubled(path: Path) -> list[tuple[int, ...]]:
    """Moves that count more than once: a pick of a member twice in a row for one moment, or two decisions."""
    found, last = [], dict[tuple[int, ...], object]()
    for one in journal(path):
        if one["kind"] == "picked":
            key = (one["member"], one["day"], one["stage"])
            found += [key] * (last.get(key) == one["picks"])
            last[key] = one["picks"]
    decided = [(one["table"], one["day"], one["stage"]) for one in journal(path, "decided")]
    return found + [one for one in set(decided) if decided.count(one) > 1]


def main() -> int:
    """Say what was measured."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--clients", type=int, default=200)
    asked.add_argument("--seconds", type=float, default=60)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lesson"
        room = started(path, "--tables", str(TABLES), "--minutes", "2")
        try:
            measured = load(room, given.clients, given.seconds)
        finally:
            room.kill()
        sys.stdout.write(f"{measured}; {len(doubled(path))} doubled\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
