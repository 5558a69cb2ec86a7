"""Checks on who sits at the table, and what about."""

from collections.abc import Iterator
from typing import Final

from sim.case.agenda import Agenda
from sim.case.checks.fault import Check, Fault, Path, agendas, delegations, issues, the_case, whole
from sim.case.delegation import Delegation
from sim.case.issue import Issue
from sim.case.nearest import several
from sim.case.number import centre
from sim.case.scenario import Scenario

TOLERANCE: Final = 1e-6


def total(numbers: list[float]) -> float:
    """The sum, from left to right."""
    result = 0.0
    for number in numbers:
        result += number
    return result


def _positions(scenario: Scenario, path: Path, delegation: Delegation) -> Iterator[Fault]:
    given = whole(delegation.positions)
    missing = several(issue for issue in scenario.issues if issue not in given)
    if missing:
        yield Fault((*path, "positions"), f"A position on {missing} is missing. Salience 0 says that it does not care.")


def _saliences(scenario: Scenario, path: Path, delegation: Delegation) -> Iterator[Fault]:
    if any(issue not in delegation.positions for issue in scenario.issues):
        return
    weight = total([centre(position.salience) for position in delegation.positions.values()])
    if abs(weight - 1) > TOLERANCE:
        off = f"{abs(weight - 1):.6g} is {'missing' if weight < 1 else 'too much'}"
        yield Fault((*path, "positions"), f"The saliences sum to {weight:.6g}. They must sum to 1: {off}.")


def _trust(scenario: Scenario, path: Path, delegation: Delegation) -> Iterator[Fault]:
    if not isinstance(delegation.trust, dict):
        return
    if path[-1] in delegation.trust:
        yield Fault((*path, "trust", path[-1]), "A delegation's trust in itself has no place here.")
    given = whole(delegation.trust)
    missing = several(name for name in scenario.delegations if name not in given and name != path[-1])
    if missing:
        yield Fault((*path, "trust"), f"Its trust in {missing} is missing. A single number stands for all.")


def _one_item_each(_: Scenario, path: Path, agenda: Agenda) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for place, item in enumerate(agenda.items):
        for number, issue in enumerate(item.about):
            where = (*path, "items", str(place), "about", str(number))
            if issue in seen:
                yield Fault(where, f"{issue} is on two items, or twice on one: first on {seen[issue]!r}.")
            seen.setdefault(issue, item.name)


def _linked_on_agenda(scenario: Scenario, path: Path, agenda: Agenda) -> Iterator[Fault]:
    on_agenda = {issue for item in agenda.items for issue in item.about}
    for name, issue in scenario.issues.items():
        if name not in on_agenda and issue.is_linked:
            remedy = "Put it on an item, or write linked: false."
            yield Fault(("issues", name), f"It is linked with others, but on no item of the agenda. {remedy}")
    del path


def _shares(_: Scenario, path: Path, agenda: Agenda) -> Iterator[Fault]:
    if all(centre(item.share) == 0 for item in agenda.items):
        yield Fault((*path, "items"), "The shares of all items are 0. At least one needs time.")


def _item_names(_: Scenario, path: Path, agenda: Agenda) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for place, item in enumerate(agenda.items):
        first = seen.setdefault(item.name, place)
        if first != place:
            where = (*path, "items", str(place), "name")
            yield Fault(where, f"Two items have this name: number {first + 1} and number {place + 1}.")


def _deadline(scenario: Scenario, path: Path, issue: Issue) -> Iterator[Fault]:
    if issue.deadline is not None and issue.deadline < scenario.calendar.start:
        yield Fault((*path, "deadline"), f"It is before the first day, {scenario.calendar.start}.")


def _sources(scenario: Scenario, _: Path, __: Scenario) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, source in enumerate(scenario.sources):
        if source.id in seen:
            yield Fault(("sources", str(place), "id"), "Two sources have this short name.")
        seen.add(source.id)


CHECKS: Final = (
    Check("that each delegation has a position on every issue", delegations, _positions),
    Check("that saliences sum to 1", delegations, _saliences),
    Check("that trust is given for every other delegation", delegations, _trust),
    Check("that no issue is on two items", agendas, _one_item_each),
    Check("that every linked issue is on the agenda", agendas, _linked_on_agenda),
    Check("that some item has a share of the time", agendas, _shares),
    Check("that items have different names", agendas, _item_names),
    Check("that deadlines come after the start", issues, _deadline),
    Check("that sources have different short names", the_case, _sources),
)
