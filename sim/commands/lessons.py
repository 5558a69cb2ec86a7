"""A lesson is opened, or gone on with from its journal, and let go of."""

from functools import partial
from pathlib import Path

from sim import __version__
from sim.case import digest, dump, read
from sim.case.reading import reread
from sim.classroom.lesson import records
from sim.classroom.lesson.codes import hashed, key, room_code
from sim.classroom.lesson.journal import Journal
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.lesson.records import Opened
from sim.classroom.lesson.saving import saved
from sim.classroom.web.lesson.address import LOCAL
from sim.classroom.web.room import Room
from sim.commands.recording import refuse_nowhere
from sim.commands.serving import Reach, answer, taken
from sim.report.terminal.page import Page
from sim.study import disk
from sim.study.provenance import RESULT_VERSION
from sim.study.trouble import Unusable

How = tuple[int, int, float, bool]
"""The seed, the tables, the minutes of a session, and whether a head decides."""


def open_class(
    source: str, settings: tuple[str, ...], how: How, files: tuple[Path | None, Path], reach: Reach
) -> None:  # fmt: skip
    """Open a lesson, or go on with one that stands in a journal."""
    journal, classes = files
    path = journal or Path(f"{Path(source).stem}.lesson")
    refuse_nowhere(path)
    fresh = None if path.exists() and path.stat().st_size else begun(source, settings, how)
    listening = taken(reach)
    kept = Journal(path)
    if fresh:
        kept.write(fresh)
    opened = of_this(kept, source)
    lesson = Lesson(reread(opened.scenario), kept)
    teachers = key()
    lesson.do(records.Trusted(key=hashed(teachers)))
    room = Room(lesson.case, opened.source, settings, opened.seed, lesson=lesson, classes=classes)
    lesson.changed = room.streams.tell

    def said(page: Page) -> None:
        page.paragraph(standing(lesson, fresh=fresh is not None))
        page.line(f"Room code           {opened.code}")
        page.line(f"Students open       http://{room.address}/")
        page.line(f"You, and the wall   http://{LOCAL}:{room.address.rpartition(':')[2]}/teacher?key={teachers}")
        page.paragraph("Keep the last address to yourself: whoever has it leads the lesson. Ctrl-C closes the room.")
        page.paragraph("Once the lesson is over, what is not saved on the debrief is removed when the room is closed.")

    answer(room, listening, (reach[0], said, partial(close, lesson, classes)))


def begun(source: str, settings: tuple[str, ...], how: How) -> Opened:
    """How a journal begins: with the case, whole, so that it can go on without its file."""
    case, (seed, tables, minutes, head) = read(source, settings), how
    return Opened(
        sim=__version__, results=RESULT_VERSION, source=source, scenario=dump(case), digest=digest(case),
        seed=seed, code=room_code(), tables=tables, minutes=minutes, head=head,
    )  # fmt: skip


def of_this(journal: Journal, source: str) -> Opened:
    """How the journal was opened; raises Unusable where it is of another case, or of another version."""
    path, opened = journal.path, journal.records[0]
    if not isinstance(opened, Opened):
        raise Unusable(f"{path} does not begin as the journal of a lesson does. Name another file with --journal.")
    if opened.source != source:
        raise Unusable(
            f"{path} holds a lesson on {opened.source}, not on {source}. Name that case, or another file: --journal."
        )
    if opened.results != RESULT_VERSION:
        raise Unusable(f"{path} was played by sim {opened.sim}, whose results are other ones. Go on with that version.")
    return opened


def standing(lesson: Lesson, *, fresh: bool) -> str:
    """Where the lesson is written down, or what it goes on with."""
    path, opened = lesson.journal.path, lesson.opened
    if fresh:
        return f"The lesson is written down in {path}."
    if lesson.ended:
        return f"The lesson in {path} is over; its debrief is open. For a new one name another file with --journal."
    how = f"{opened.tables} tables, {opened.minutes:g} minutes a session"
    return f"The lesson goes on from {path}, as it was opened: {how}."


def close(lesson: Lesson, classes: Path, page: Page) -> None:
    """Let go of a lesson: one that is over leaves nothing behind but what was saved; raises OSError.

    Only a room that was closed comes here; one that was killed leaves its journal as it stands.
    """
    path = lesson.journal.path
    there = saved(classes, lesson) if lesson.ended else None
    if not lesson.members and not there:
        disk.remove(path)
        page.paragraph(f"Nobody had come in: {path} is removed.")
    elif not lesson.ended:
        page.paragraph(f"The lesson is not over. It stands in {path}, and goes on when you open it again.")
    elif there:
        page.paragraph(f"The lesson is saved in {there}. Every move is still in {path}: it opens the debrief again.")
    else:
        disk.remove(path)
        page.paragraph(f"The lesson was not saved: {path} is removed, and nothing is kept.")
    lesson.journal.close()
