"""What the tables of a lesson came to once it is over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from sim.classroom.lesson.attendance import injected, people
from sim.classroom.lesson.records import READING, Ended
from sim.report.story import course

if TYPE_CHECKING:
    from sim.classroom.lesson.journal import Journal
    from sim.classroom.lesson.lesson import Lesson
    from sim.classroom.table.table import Table
    from sim.report.story.course import Course
    from sim.talks.outcome import Column


@dataclass(frozen=True, eq=False)
class Played:
    """A table at the end: its story, its outcome as columns of one row, and the seats in which people sat."""

    number: int
    table: "Table"
    course: "Course"
    columns: "Mapping[str, Column]"
    people: tuple[str, ...]
    events: int
    """How often the teacher let something happen there."""

    @property
    def ending(self) -> str:
        """How the talks at this table ended."""
        return str(self.course.outcome["ending"])


def played(lesson: "Lesson") -> Iterator[Played]:
    """The tables of a lesson that is over."""
    tables = len(lesson.sittings)
    sat, happened = people(lesson.journal.records, tables), injected(lesson.journal.records, tables)
    for number, sitting in enumerate(lesson.sittings):
        told, columns = course.ended(sitting.table.talks, sitting.table.days)
        seats = tuple(role for role in sitting.table.roles if role in sat[number])
        yield Played(number, sitting.table, told, columns, seats, happened[number])


def digest(journal: "Journal") -> str:
    """The digest of a lesson: of all that happened in it until it ended."""
    lines = sha256()
    for record in journal.records:
        lines.update(READING.dump_json(record) + b"\n")
        if isinstance(record, Ended):
            break
    return lines.hexdigest()
