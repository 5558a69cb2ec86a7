"""Going into a room without a network: a request to the application, and what it answers."""

import asyncio
import time
from dataclasses import dataclass
from urllib.parse import unquote

from starlette.types import ASGIApp, Message

from sim.case import read
from sim.classroom.web.application import application
from sim.classroom.web.room import Room
from sim.classroom.web.watch.dial import Dial, Slider

HOST = "127.0.0.1:8642"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


def opened(source: str = "geneva_ii_round_2", settings: tuple[str, ...] = ()) -> tuple[Room, ASGIApp]:
    """A room in which many runs can be played, and its application."""
    room = Room(read(source, settings), source, settings, 1)
    room.worlds.warm(room.seed)
    while not room.worlds.ready:
        time.sleep(0.02)
    return room, application(room, {HOST})


async def asked(app: ASGIApp, address: str) -> Answer:
    """Ask for an address."""
    path, _, query = address.partition("?")
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": unquote(path), "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", HOST.encode())], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8642),
    }  # fmt: skip
    await app(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in said[0]["headers"]}
    return Answer(said[0]["status"], headers, b"".join(part.get("body", b"") for part in said[1:]).decode())


def visit(app: ASGIApp, address: str) -> Answer:
    """Ask, and wait for the answer."""
    return asyncio.run(asked(app, address))


def positions(dial: Dial) -> list[str]:
    """Settings at both ends of a slider, or of each way."""
    if isinstance(dial, Slider):
        return [dial.typed("0"), dial.typed(str(dial.high))]
    return [setting for _, setting in dial.ways]
