"""The moments of a run: a session each, or a stretch of quiet days up to one on which something happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from sim.case.days import DAYS, MONTHS
from sim.classroom.web.gist import gist
from sim.classroom.web.told import Told, told
from sim.classroom.web.watch.playing import Wanted, played
from sim.report.story.cast import Cast
from sim.report.story.telling import Telling

MOST: Final = 15
"""So many moments stand side by side; of longer talks a part is shown."""


@dataclass(frozen=True)
class Moment:
    """A moment on the timeline: its place among all, its day (0 the start of the calendar), and what is told of it."""

    place: int
    number: int
    told: Told
    gist: str
    evening: int
    """The place of its last day among the days of the run."""
    sessions: int
    """How many sessions a round has."""

    @property
    def weekday(self) -> str:
        """Its weekday; of a stretch the last, or its year if it is another than the first's."""
        first, last = self.told.days[0].date, self.told.day.date
        name = DAYS[last.weekday()][:3] if first.year == last.year else str(last.year)
        return f"to {name}" if len(self.told.days) > 1 else name

    @property
    def month(self) -> str:
        """The month of its day."""
        return MONTHS[self.told.day.date.month - 1][:3]

    @property
    def speech(self) -> str:
        """How a slider says it: ``Thursday 13 February, session 4``."""
        return self.told.heading


@lru_cache(32)
def moments(which: Wanted) -> tuple[Moment, ...]:
    """The moments of a run."""
    case = which.seated.scenario
    cast = Cast(case)
    found: list[Moment] = []
    passed = -1
    for place, one in enumerate(told(played(which).course.days, lambda page: Telling(page, cast))):
        passed += len(one.days)
        number = (one.day.date - case.calendar.start).days
        found.append(Moment(place, number, one, gist(one, cast), passed, case.calendar.sessions_per_round))
    return tuple(found)


def planned(beside: Sequence[Moment]) -> list[date]:
    """The sessions of the round that the run no longer needed: until its end is shown, the class expects them."""
    last = beside[-1].told.day
    if not last.session:
        return []
    left = beside[-1].sessions - last.session
    return [last.date + timedelta(days=more + 1) for more in range(min(left, max(0, MOST - len(beside))))]


def at(found: Sequence[Moment], day: int | None) -> int:
    """The place of the moment in which a day lies; where none is said, of the first session."""
    if day is None:
        return next((one.place for one in found if one.told.day.session), 0)
    return next((one.place for one in found if one.number >= day), len(found) - 1)


def part(found: Sequence[Moment], shown: int) -> Sequence[Moment]:
    """The moments that stand beside the one that is shown: all, or a part of nearly the same size as the others."""
    size = -(-len(found) // -(-len(found) // MOST))
    first = shown // size * size
    return found[first : first + size]
