"""Saving a lesson that is over, when the teacher wants it kept."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sim import __version__
from sim.classroom.lesson.ended import Played, digest
from sim.classroom.lesson.kept import Cell, Kept, Row, keep, place_of
from sim.study.cell import plain
from sim.study.provenance import RESULT_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from sim.classroom.lesson.lesson import Lesson


def save(folder: "Path", lesson: "Lesson", tables: Iterable[Played]) -> "Path":
    """Write what a lesson came to into a folder of classes; gives the file. Raises OSError."""
    opened, today = lesson.opened, date.today()  # noqa: DTZ011 - the day of the class
    kept = Kept(
        sim=__version__, results=RESULT_VERSION, date=today.isoformat(), journal=digest(lesson.journal),
        title=lesson.case.title, digest=opened.digest, scenario=opened.scenario, seed=opened.seed,
        tables=tuple(map(row, tables)),
    )  # fmt: skip
    return keep(folder, kept)


def saved(folder: "Path", lesson: "Lesson") -> "Path | None":
    """Where a lesson has been saved; None if it has not."""
    return place_of(folder, digest(lesson.journal))


def row(one: Played) -> Row:
    """A table as it is kept: names for endings and reasons, days by their date."""
    outcome: dict[str, Cell] = {name: plain(value) for name, value in one.course.outcome.items()}
    return Row(table=one.number, people=one.people, events=one.events, ending=one.ending, outcome=outcome)
