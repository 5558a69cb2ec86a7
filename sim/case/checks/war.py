"""Checks on the war outside: pauses, their prolongation, and who attacks."""

from collections.abc import Iterator
from typing import Any, Final

from sim.case.checks.days import outside
from sim.case.checks.fault import Check, Fault, events, fronts
from sim.case.checks.sums import TOLERANCE, total
from sim.case.front import Front
from sim.case.scenario import Scenario
from sim.case.walk import Path


def _prolonged(scenario: Scenario, path: Path, event: Any) -> Iterator[Fault]:  # noqa: ANN401
    if event.kind != "prolongation":
        return
    if event.until < event.date:
        yield Fault((*path, "until"), f"The prolongation ends before it is made, {event.date}.")
        return
    pause = scenario.ground[event.at].pause
    if pause is None:
        yield Fault((*path, "at"), f"{event.at} has no pause that could be prolonged.")
    elif event.date < pause.from_day:
        yield Fault((*path, "date"), f"The pause at {event.at} has not begun: it begins on {pause.from_day}.")
    elif event.until < pause.from_day:
        yield Fault((*path, "until"), f"The pause would end before it begins, {pause.from_day}.")


def _pause(scenario: Scenario, path: Path, front: Front) -> Iterator[Fault]:
    begins = None if front.pause is None else front.pause.from_day
    for where, day in ((("drawn_from",), front.drawn_from), (("pause", "from"), begins)):
        wrong = None if day is None else outside(scenario.calendar, day)
        if wrong:
            yield Fault((*path, *where), wrong)


def _authors(_: Scenario, path: Path, front: Front) -> Iterator[Fault]:
    share = total(front.authors.values())
    if share > 1 + TOLERANCE:
        yield Fault((*path, "authors"), f"The parts of the authors sum to {share:.6g}. They sum to 1 at most.")


CHECKS: Final = (
    Check("that prolongations prolong a pause", events, _prolonged),
    Check("that pauses begin before the horizon", fronts, _pause),
    Check("that the parts of authors sum to 1 at most", fronts, _authors),
)
