"""What a debrief has worked out once and keeps: the tables at their end, many simulated talks, other courses."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool

from sim.classroom.lesson.ended import Played, played
from sim.classroom.table.branch import Turn, branched
from sim.classroom.web.debrief.offers import Offered, offered
from sim.report.story import course
from sim.study import runs
from sim.talks.seating import seat

if TYPE_CHECKING:
    from sim.analysis.ensemble import Ensemble
    from sim.case.scenario import Scenario
    from sim.classroom.lesson.lesson import Lesson
    from sim.report.story.course import Course

RUNS: Final = 10_000
PATIENCE: Final = 1.5
"""Seconds that a page waits for the simulated talks before it says that they are being played."""
FIRST_DAY: Final = 0


@dataclass
class Remembered:
    """All that is worked out of a lesson that is over."""

    playing: "asyncio.Task[Ensemble] | None" = None
    tables: tuple[Played, ...] = ()
    by_rules: "dict[int, Course]" = field(default_factory=dict)
    options: dict[int, Offered] = field(default_factory=dict)

    def ended(self, lesson: "Lesson") -> tuple[Played, ...]:
        """The tables at their end."""
        self.tables = self.tables or tuple(played(lesson))
        return self.tables

    async def simulated(self, case: "Scenario", seed: int) -> "Ensemble | None":
        """Many talks by the rules alone; None while they are being played."""
        if self.playing is None or (self.playing.done() and self.playing.exception()):
            self.playing = asyncio.create_task(run_in_threadpool(many, case, seed))
        done, _ = await asyncio.wait({self.playing}, timeout=PATIENCE)
        return self.playing.result() if done else None

    def offered(self, one: Played) -> Offered:
        """What could be chosen at a table, day by day."""
        if one.number not in self.options:
            self.options[one.number] = offered(one.table)
        return self.options[one.number]

    def alone(self, one: Played) -> "Course":
        """How the same world goes if the rules play all seats, from the first day on."""
        if one.number not in self.by_rules:
            other = branched(one.table, Turn(FIRST_DAY)).table
            self.by_rules[one.number] = course.ended(other.talks, other.days)[0]
            other.talks.disperse()
        return self.by_rules[one.number]


def many(case: "Scenario", seed: int) -> "Ensemble":
    """Play many talks."""
    from sim.analysis import ensemble  # noqa: PLC0415 - it brings pandas, and a room opens before that

    return ensemble.played(seat(case), seed, RUNS, runs.chosen("auto", RUNS))
