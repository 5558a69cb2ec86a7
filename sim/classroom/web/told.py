"""A run put into rows of a page: the words that the terminal prints, collected stretch by stretch."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Final

from sim.case.days import dated, long, short
from sim.report.story.telling import HEADINGS, Telling
from sim.report.terminal.page import Page
from sim.talks.facts import Day, Fact

BEFORE: Final = "Before the talks"


@dataclass(frozen=True)
class Row:
    """Who, and what, in their inks; `drawn` if what holds bars made of letters."""

    who: str
    what: str
    drawn: bool = False

    @property
    def pieces(self) -> list[str]:
        """What is drawn, cut where the terminal leaves room between columns."""
        return re.split(" {2,}", self.what.strip())


@dataclass(frozen=True)
class Told:
    """What is told of a day, or of a stretch of quiet days up to one on which something happens."""

    days: tuple[Day, ...]
    heading: str
    how: str
    """How the parties met, or why they did not; or which stretch between the sessions it is."""
    rows: tuple[Row, ...]

    @property
    def day(self) -> Day:
        """The last day of the stretch: how things stand is told of its evening."""
        return self.days[-1]


class Notebook(Page):
    """A page that keeps what is said on it, row by row, instead of printing it."""

    def __init__(self) -> None:
        super().__init__(StringIO(), {})
        self.kept: list[Row] = []
        self.name = ""

    def line(self, text: str = "") -> None:
        """Keep a line that says something."""
        if text.strip():
            self.kept.append(Row("", text.strip()))

    def header(self, text: str, far: str = "") -> None:
        """Keep no heading: whoever asked for the rows knows of which days they are."""

    def paragraph(self, text: str, indent: int = 0) -> None:  # noqa: ARG002 - a row has no columns
        """Keep a text; a name that is too long for its column is one, until it is known what is said of it."""
        self.kept.append(Row(text, ""))

    def fields(self, name: str, text: str, at: int) -> None:  # noqa: ARG002 - a row has no columns
        """Keep who and what."""
        if not name and self.kept and not self.kept[-1].what:
            name = self.kept.pop().who
        self.kept.append(Row(name, text))

    def row(self, who: str, *drawn: str) -> None:
        """Keep who and what is drawn."""
        self.kept += [Row(who, line, drawn=True) for line in drawn]

    def take(self) -> tuple[Row, ...]:
        """What was kept since the last time."""
        taken, self.kept = tuple(self.kept), []
        return taken

    def has_told(self, day: Day) -> bool:
        """Whether something of a day between the sessions was told at once; it begins with its date."""
        return any(row.what.startswith(f"{short(day.date)}: ") for row in self.kept)


def told(days: Iterable[Day], teller: Callable[[Page], Telling]) -> Iterator[Told]:
    """What is told of these days by whoever tells them to a page: days of a round by themselves, quiet ones together.

    Quiet days are put with the next day on which something happens, or with the last before a session.
    """
    notes = Notebook()
    telling = teller(notes)
    telling.begin_interlude(BEFORE)
    waiting: list[Day] = []
    for day in days:
        if day.meeting and waiting:
            yield _closed(telling, notes, waiting)
            waiting = []
        telling.day(day)
        waiting.append(day)
        if day.meeting or notes.has_told(day):
            yield _closed(telling, notes, waiting)
            waiting = []
    if waiting:
        yield _closed(telling, notes, waiting)


def rows(facts: Sequence[Fact], teller: Callable[[Page], Telling]) -> tuple[Row, ...]:
    """Facts of a day, in the words of whoever tells them."""
    notes = Notebook()
    teller(notes).tell_all(facts)
    return notes.take()


def _closed(telling: Telling, notes: Notebook, days: list[Day]) -> Told:
    last = days[-1]
    if last.meeting:
        heading = f"{long(last.date)}, session {last.session}" if last.session else long(last.date)
        return Told(tuple(days), heading, HEADINGS[last.meeting], notes.take())
    telling.interlude.end()
    telling.interlude.last_who = ""
    return Told(tuple(days), _stretch(days[0].date, last.date), telling.interlude.title, notes.take())


def _stretch(first: date, last: date) -> str:
    """One day, or from one to another; the years are told where they differ."""
    if first == last:
        return long(first)
    say = long if first.year == last.year else dated
    return f"{say(first)} to {say(last)}"
