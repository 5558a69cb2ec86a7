"""A room is opened at an address, said on the terminal, and closed again."""

import socket
from collections.abc import Callable
from typing import Final

from sim.case import read
from sim.classroom.web.application import application
from sim.classroom.web.lesson.address import LOCAL, of_this_machine
from sim.classroom.web.room import Room
from sim.classroom.web.server import bound, serve
from sim.report.terminal.page import Page, out

Reach = tuple[bool, int]
"""Whether others on the network may come, and the port."""
Told = tuple[bool, Callable[[Page], None], Callable[[Page], None]]
"""Whether others may come; what is said once it answers, and once it is closed."""
OPEN: Final = "--lan: everybody on the same network can reach this room, not only this machine."
ALONE: Final = "--lan: this machine is in no network now, so nobody else can come. Join one, and start again."


def open_room(source: str, settings: tuple[str, ...], seed: int, reach: Reach) -> None:
    """Open the room and answer until told to stop."""
    room = Room(read(source, settings), source, settings, seed)
    listening = taken(reach)

    def said(page: Page) -> None:
        page.line(f"Open http://{room.address}/ in a browser. Ctrl-C ends it.")

    answer(room, listening, (reach[0], said, lambda _page: None))


def taken(reach: Reach) -> socket.socket:
    """Take the port; raises OSError, with the port, where another program has it."""
    lan, port = reach
    try:
        return bound("0.0.0.0" if lan else LOCAL, port)  # noqa: S104 - what --lan asks for
    except OSError as problem:
        problem.filename = problem.filename or f"port {port}"
        raise


def answer(room: Room, listening: socket.socket, told: Told) -> None:
    """Say the address, and answer until told to stop."""
    lan, said, after = told
    port = listening.getsockname()[1]
    first, *more = [f"{one}:{port}" for one in [*(of_this_machine() if lan else ()), LOCAL, "localhost"]]
    room.address = first
    page = out()

    def ready() -> None:
        if lan:
            page.paragraph(ALONE if room.address.startswith(LOCAL) else OPEN)
        said(page)
        for other in more[:-2]:
            page.line(f"In another network   http://{other}/")
        page.stream.flush()
        room.worlds.warm(room.seed)

    def closed() -> None:
        after(page)
        page.stream.flush()

    serve(application(room, {first, *more}), listening, (ready, closed), room)
