"""Checks on the agenda."""

from collections.abc import Iterator
from typing import Final

from sim.case.agenda import Agenda
from sim.case.checks.fault import Check, Fault, agendas
from sim.case.number import centre
from sim.case.scenario import Scenario
from sim.case.walk import Path


def _one_item_each(_: Scenario, path: Path, agenda: Agenda) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for place, item in enumerate(agenda.items):
        for number, issue in enumerate(item.about):
            where = (*path, "items", str(place), "about", str(number))
            if issue in seen:
                yield Fault(where, f"{issue} is on two items, or twice on one: first on {seen[issue]!r}.")
            seen.setdefault(issue, item.name)


def _linked_on_agenda(scenario: Scenario, _: Path, agenda: Agenda) -> Iterator[Fault]:
    on_agenda = {issue for item in agenda.items for issue in item.about}
    for name, issue in scenario.issues.items():
        if name not in on_agenda and issue.is_linked:
            what = "This issue is linked, and no item of the agenda is about it."
            yield Fault(("issues", name), f"{what} Put it on one, or write linked: false.")


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


CHECKS: Final = (
    Check("that no issue is on two items", agendas, _one_item_each),
    Check("that every linked issue is on the agenda", agendas, _linked_on_agenda),
    Check("that some item has a share of the time", agendas, _shares),
    Check("that items have different names", agendas, _item_names),
)
