"""What must fit together in a case, beyond each value by itself."""

from collections.abc import Iterable, Sequence
from typing import Final

from sim.case.broken import BROKEN, Unreadable
from sim.case.checks import chance, days, history, hope, items, parties, votes, war
from sim.case.checks.fault import Check, Fault
from sim.case.scenario import Scenario
from sim.case.variations import renumbered

CHECKS: Final[tuple[Check, ...]] = (
    *parties.CHECKS,
    *items.CHECKS,
    *days.CHECKS,
    *war.CHECKS,
    *votes.CHECKS,
    *history.CHECKS,
    hope.ONE_KIND,
    *hope.CHECKS,
    *chance.CHECKS,
)


def check(scenario: Scenario, *, hope: bool = True, checks: Sequence[Check] = CHECKS) -> tuple[list[Fault], list[str]]:
    """What does not fit together, and what could not be looked at because of earlier mistakes.

    Without `hope`, thresholds that can never be met are let pass: a what-if may put one out of reach.
    """
    faults: list[Fault] = []
    unchecked: dict[str, None] = {}
    for each in checks:
        if hope or not each.of_hope:
            faults.extend(_found(each, scenario, unchecked))
    return faults, list(unchecked)


def touched(scenario: Scenario, numbers: Iterable[str]) -> list[Check]:
    """The checks, but for those of hope, that look at any of the numbers at these paths.

    Each number is broken, to see who stumbles over it; what others find does not depend on it.
    """
    _, stumbled = check(renumbered(scenario, dict.fromkeys(numbers, BROKEN)), hope=False)
    return [each for each in CHECKS if each.says in stumbled]


def _found(each: Check, scenario: Scenario, unchecked: dict[str, None]) -> list[Fault]:
    faults: list[Fault] = []
    try:
        for path, thing in each.over(scenario):
            faults.extend(_about(each, scenario, path, thing, unchecked))
    except Unreadable:
        unchecked[each.says] = None
    return faults


def _about(
    each: Check, scenario: Scenario, path: tuple[str, ...], thing: object, unchecked: dict[str, None]
) -> list[Fault]:
    try:
        return list(each.rule(scenario, path, thing))
    except Unreadable:
        unchecked[each.says] = None
        return []
