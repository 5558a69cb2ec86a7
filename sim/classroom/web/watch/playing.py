"""One run played for the page, and the next one that ends in a given way."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sim.case import Scenario, digest
from sim.classroom.web.watch.asked import MOST_RUNS
from sim.classroom.web.watch.standing import Standing, standing
from sim.report.story.course import Course
from sim.rules.endings import ENDINGS
from sim.study import provenance, runs
from sim.study.table import outcome
from sim.talks.outcome import columns, entries
from sim.talks.seating import Seated, seat

if TYPE_CHECKING:
    from sim.talks.facts import Day

BLOCK: Final = 1_000
FARTHEST: Final = 20_000
"""So many runs after the present one are looked at for an ending."""


@dataclass(frozen=True)
class Wanted:
    """Which run: the case by its digest, the seed and the replicate."""

    scenario: str
    seed: int
    replicate: int
    seated: Seated = field(compare=False)


class Played(NamedTuple):
    """A run that is over: its course, how things stood each evening, and the digest of its outcome."""

    course: Course
    standings: tuple[Standing, ...]
    digest: str


def wanted(case: Scenario, seed: int, replicate: int) -> Wanted:
    """A run of a case."""
    return Wanted(digest(case), seed, replicate, seat(case))


@lru_cache(32)
def played(which: Wanted) -> Played:
    """Play a run; the latest are remembered."""
    from sim.talks.model import Talks  # noqa: PLC0415 - it brings mesa, and a room opens before that
    from sim.talks.transcript import days  # noqa: PLC0415 - the same

    talks = Talks(which.seated, which.seed, which.replicate, collect=False)
    passed: list[Day] = []
    standings: list[Standing] = []
    for day in days(talks):
        passed.append(day)
        standings.append(standing(talks, standings[-1] if standings else None))
    found = columns(which.seated, talks.vector()[entries(which.seated)][None, :])
    talks.disperse()
    course = Course(passed, outcome(which.seated, found, 0))
    return Played(course, tuple(standings), provenance.digest(found))


def following(which: Wanted, ending: str) -> int | None:
    """The first of the next runs that ends so; None if none of them does."""
    place = list(ENDINGS).index(ending)
    last = min(which.replicate + FARTHEST, MOST_RUNS - 1)
    first = which.replicate + 1
    while first <= last:
        count = min(BLOCK, last + 1 - first)
        found = runs.outcomes(which.seated, which.seed, count, first=first, workers=1)["ending"] == place
        if found.any():
            return first + int(found.argmax())
        first += count
    return None
