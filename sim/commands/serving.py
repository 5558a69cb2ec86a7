"""A room is opened at an address, said on the terminal, and closed again."""

from collections.abc import Callable
from pathlib import Path

from sim import __version__
from sim.case import digest, dump, read
from sim.case.reading import reread
from sim.classroom.lesson import records
from sim.classroom.lesson.codes import hashed, key, room_code
from sim.classroom.lesson.journal import Journal
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.web.application import application
from sim.classroom.web.lesson.address import LOCAL, of_this_machine
from sim.classroom.web.room import Room
from sim.classroom.web.server import bound, serve
from sim.commands.recording import refuse_nowhere
from sim.report.terminal.page import Page, out
from sim.study.provenance import RESULT_VERSION
from sim.study.trouble import Unusable

Reach = tuple[bool, int]
"""Whether others on the network may come, and the port."""


def open_room(source: str, settings: tuple[str, ...], seed: int, reach: Reach) -> None:
    """Open the room and answer until told to stop."""
    room = Room(read(source, settings), source, settings, seed)

    def said(page: Page) -> None:
        page.line(f"Open http://{room.address}/ in a browser. Ctrl-C ends it.")

    answer(room, reach, said)


def open_class(
    source: str, settings: tuple[str, ...], how: tuple[int, int, float, bool], journal: Path | None, reach: Reach
) -> None:
    """Open a lesson, or go on with one that stands in a journal."""
    path = journal or Path(f"{Path(source).stem}.lesson")
    refuse_nowhere(path)
    kept = Journal(path)
    fresh = not kept.records
    if fresh:
        begin(kept, source, settings, how)
    opened = kept.records[0]
    if not isinstance(opened, records.Opened):
        raise Unusable(f"{path} does not begin as the journal of a lesson does. Name another file with --journal.")
    if opened.results != RESULT_VERSION:
        raise Unusable(f"{path} was played by sim {opened.sim}, whose results are other ones. Go on with that version.")
    lesson = Lesson(reread(opened.scenario), kept)
    teachers = key()
    lesson.do(records.Trusted(key=hashed(teachers)))
    room = Room(lesson.case, opened.source, settings, opened.seed, lesson=lesson)
    lesson.changed = room.streams.tell

    def said(page: Page) -> None:
        page.line(f"The lesson {'is written down' if fresh else 'goes on from what stands'} in {path}.")
        page.line(f"Room code           {opened.code}")
        page.line(f"Students open       http://{room.address}/")
        page.line(f"You, and the wall   http://{LOCAL}:{room.address.rpartition(':')[2]}/teacher?key={teachers}")
        page.paragraph("Keep the last address to yourself: whoever has it leads the lesson. Ctrl-C closes the room.")

    answer(room, reach, said)
    kept.close()


def begin(journal: Journal, source: str, settings: tuple[str, ...], how: tuple[int, int, float, bool]) -> None:
    """Open a journal with the case, whole, so that it can go on without its file."""
    case, (seed, tables, minutes, head) = read(source, settings), how
    journal.write(
        records.Opened(
            sim=__version__, results=RESULT_VERSION, source=source, scenario=dump(case), digest=digest(case),
            seed=seed, code=room_code(), tables=tables, minutes=minutes, head=head,
        )
    )  # fmt: skip


def answer(room: Room, reach: Reach, said: Callable[[Page], None]) -> None:
    """Take an address, say it, and answer until told to stop."""
    lan, port = reach
    listening = bound("0.0.0.0" if lan else LOCAL, port)  # noqa: S104 - what --lan asks for
    port = listening.getsockname()[1]
    room.address = f"{of_this_machine() if lan else LOCAL}:{port}"
    hosts = {room.address, f"{LOCAL}:{port}", f"localhost:{port}"}
    page = out()

    def ready() -> None:
        if lan:
            page.paragraph("--lan: everybody on the same network can reach this room, not only this machine.")
        said(page)
        page.stream.flush()
        room.worlds.warm(room.seed)

    serve(application(room, hosts), listening, ready, room)
