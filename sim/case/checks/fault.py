"""What a check finds."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from sim.case.broken import BROKEN, Unreadable
from sim.case.scenario import Scenario
from sim.case.walk import Path

Thing: TypeAlias = tuple[Path, Any]


class Fault(NamedTuple):
    """Something that does not fit together: where, and what."""

    path: Path
    message: str
    suggestion: str | None = None


Rule: TypeAlias = Callable[[Scenario, Path, Any], Iterator[Fault]]


class Check(NamedTuple):
    """A rule about each of several things; `says` completes "not checked: that …"."""

    says: str
    over: Callable[[Scenario], Iterable[Thing]]
    rule: Rule
    of_hope: bool = False


def whole(things: dict[Any, Any]) -> dict[Any, Any]:
    """A mapping of which every value could be read.

    Raises
    ------
    Unreadable
        Some value could not.

    """
    if any(thing is BROKEN for thing in things.values()):
        raise Unreadable
    return things


def the_case(scenario: Scenario) -> list[Thing]:
    """The case as a whole."""
    return [((), scenario)]


def delegations(scenario: Scenario) -> list[Thing]:
    """Every delegation."""
    return [(("delegations", name), delegation) for name, delegation in scenario.delegations.items()]


def issues(scenario: Scenario) -> list[Thing]:
    """Every issue."""
    return [(("issues", name), issue) for name, issue in scenario.issues.items()]


def fronts(scenario: Scenario) -> list[Thing]:
    """Every front."""
    return [(("ground", name), front) for name, front in scenario.ground.items()]


def events(scenario: Scenario) -> list[Thing]:
    """Every dated event."""
    return [(("events", name), event) for name, event in scenario.events.items()]


def thresholds(scenario: Scenario) -> list[Thing]:
    """Every threshold."""
    return [(("thresholds", name), threshold) for name, threshold in scenario.thresholds.items()]


def councils(scenario: Scenario) -> list[Thing]:
    """The Council, if there is one."""
    return [] if scenario.council is None else [(("council",), scenario.council)]


def agendas(scenario: Scenario) -> list[Thing]:
    """The agenda, if there is one."""
    return [] if scenario.agenda is None else [(("agenda",), scenario.agenda)]
