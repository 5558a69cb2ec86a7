"""A room that is asked without a network: one request in, one answer out."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from starlette.types import Message

from sim.case import read
from sim.classroom.web.application import application
from sim.classroom.web.room import Room

HOST = "127.0.0.1:8642"


class Answer(NamedTuple):
    """What comes back."""

    status: int
    headers: dict[str, str]
    text: str


def room(source: str = "geneva_ii_round_2", *settings: str, seed: int = 1) -> Room:
    """A room without a lesson."""
    return Room(read(source, settings), source, settings, seed)


def ask(asked: Room, address: str, **cookies: str) -> Answer:
    """Ask a room for an address, with cookies."""
    with ThreadPoolExecutor(1) as apart:  # a browser's own loop may run in this thread
        return apart.submit(lambda: asyncio.run(answered(asked, address, **cookies))).result()


async def answered(asked: Room, address: str, **cookies: str) -> Answer:
    """What a room answers, while others may ask as well."""
    brought = "; ".join(f"{name}={value}" for name, value in cookies.items())
    headers = [(b"host", HOST.encode()), (b"cookie", brought.encode())]
    path, _, query = address.partition("?")
    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "path": path, "raw_path": path.encode(),
        "query_string": query.encode(), "headers": headers, "scheme": "http",
        "server": ("127.0.0.1", 8642), "client": ("127.0.0.1", 50_000), "root_path": "",
    }  # fmt: skip
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await application(asked, {HOST})(scope, receive, send)
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], told, b"".join(one.get("body", b"") for one in sent[1:]).decode())
