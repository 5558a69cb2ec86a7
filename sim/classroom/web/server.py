"""The server: a room at an address of this machine, until it is told to stop."""

import socket
from collections.abc import Callable
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from sim.classroom.web.log import log
from sim.classroom.web.room import Room


def bound(address: str, port: int) -> socket.socket:
    """Take a port of an address; raises OSError where it is taken.

    It is said to be TCP: only then are the parts of an answer sent at once, and not 40 milliseconds later.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address, port))
        listening.listen(512)
    except OSError:
        listening.close()
        raise
    return listening


TICKS: Final = 20
"""After so many looks at the clocks, two seconds, what is wrong is said again."""


class Server(uvicorn.Server):
    """A server that says when it is ready, looks at the clocks of a lesson, and lets those go who wait for news."""

    ready: Callable[[], None]
    closed: Callable[[], None]
    room: Room

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self.ready()

    async def on_tick(self, counter: int) -> bool:
        """Ten times a second: look at the clocks."""
        try:
            if self.room.lesson:
                self.room.lesson.tick()
        except OSError as problem:  # the disk is full: the time is over as soon as this can be written down
            if counter % TICKS == 0:
                log(problem, "the clock")
        return bool(await super().on_tick(counter))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop to answer."""
        self.room.streams.close()
        await super().shutdown(sockets)
        self.closed()


def server(app: ASGIApp, said: tuple[Callable[[], None], Callable[[], None]], room: Room) -> Server:
    """A server that has still to be run on a socket; `said` are told when it is ready, and when all is over."""
    settings = uvicorn.Config(
        app, http="h11", loop="asyncio", ws="none", lifespan="off", log_config=None, access_log=False,
        server_header=False, timeout_graceful_shutdown=1, timeout_keep_alive=30, proxy_headers=False,
    )  # fmt: skip
    made = Server(settings)
    made.ready, made.closed = said
    made.room = room
    return made


def serve(
    app: ASGIApp, listening: socket.socket, said: tuple[Callable[[], None], Callable[[], None]], room: Room
) -> None:  # fmt: skip
    """Answer whoever knocks, until Ctrl-C or SIGTERM."""
    server(app, said, room).run(sockets=[listening])
