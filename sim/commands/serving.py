"""A room is opened at an address, said on the terminal, and closed again."""

from sim.case import read
from sim.classroom.web.application import application
from sim.classroom.web.room import Room
from sim.classroom.web.server import bound, serve
from sim.report.terminal.page import out


def open_room(source: str, settings: tuple[str, ...], seed: int, port: int) -> None:
    """Open the room and answer until told to stop."""
    room = Room(read(source, settings), source, settings, seed)
    listening = bound("127.0.0.1", port)
    port = listening.getsockname()[1]
    app = application(room, {f"127.0.0.1:{port}", f"localhost:{port}"})
    room.worlds.warm(seed)
    page = out()

    def ready() -> None:
        page.line(f"Open http://127.0.0.1:{port}/ in a browser. Ctrl-C ends it.")
        page.stream.flush()

    serve(app, listening, ready)
