"""Checks on where a case comes from, and on what happened in life."""

from collections.abc import Iterator
from typing import Final

from sim.case.checks.fault import Check, Fault, the_case
from sim.case.scenario import Scenario
from sim.case.walk import Path


def _sources(scenario: Scenario, _: Path, __: Scenario) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, source in enumerate(scenario.sources):
        if source.id in seen:
            yield Fault(("sources", str(place), "id"), "Two sources have this short name.")
        seen.add(source.id)


def _happened(scenario: Scenario, _: Path, __: Scenario) -> Iterator[Fault]:
    if scenario.happened is None:
        return
    reached = set(scenario.happened.reached)
    for place, name in enumerate(scenario.happened.not_reached):
        if name in reached:
            yield Fault(("happened", "not_reached", str(place)), f"{name} stands under `reached`, too.")


CHECKS: Final = (
    Check("that sources have different short names", the_case, _sources),
    Check("that no threshold was both reached and not reached", the_case, _happened),
)
