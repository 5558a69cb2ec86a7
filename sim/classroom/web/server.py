"""The server: a room at an address of this machine, until it is told to stop."""

import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

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


class Server(uvicorn.Server):
    """A server that says when it is ready, looks at the clocks of a lesson, and lets those go who wait for news."""

    ready: Callable[[], None]
    room: Room

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self.ready()

    async def on_tick(self, counter: int) -> bool:
        """Ten times a second: look at the clocks."""
        if self.room.lesson:
            self.room.lesson.tick()
        return bool(await super().on_tick(counter))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop to answer."""
        self.room.streams.close()
        await super().shutdown(sockets)


def serve(app: ASGIApp, listening: socket.socket, ready: Callable[[], None], room: Room) -> None:
    """Answer whoever knocks, until Ctrl-C or SIGTERM."""
    settings = uvicorn.Config(
        app, http="h11", loop="asyncio", ws="none", lifespan="off", log_config=None, access_log=False,
        server_header=False, timeout_graceful_shutdown=1, timeout_keep_alive=30, proxy_headers=False,
    )  # fmt: skip
    server = Server(settings)
    server.ready, server.room = ready, room
    server.run(sockets=[listening])
