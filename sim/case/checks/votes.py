"""Checks on the Council."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sim.case.checks.days import outside
from sim.case.checks.fault import Check, Fault, councils
from sim.case.council import Council
from sim.case.scenario import Scenario
from sim.case.walk import Path

if TYPE_CHECKING:
    from datetime import date


def _votes(_: Scenario, path: Path, council: Council) -> Iterator[Fault]:
    members = len(council.members)
    if council.needed > members:
        yield Fault((*path, "needed"), f"More votes are needed ({council.needed}) than there are members ({members}).")


def _voting_days(scenario: Scenario, path: Path, council: Council) -> Iterator[Fault]:
    seen: set[date] = set()
    first = scenario.first_day
    for place, day in enumerate(council.draft.dates):
        where = (*path, "draft", "dates", str(place))
        wrong = f"It is before the first day, {first}." if day < first else outside(scenario.calendar, day)
        if wrong or day in seen:
            yield Fault(where, wrong or "This day stands twice.")
        seen.add(day)


CHECKS: Final = (
    Check("that the Council has as many members as votes needed", councils, _votes),
    Check("that the Council votes between the first day and the horizon", councils, _voting_days),
)
