"""The zones of possible agreement, as a teacher sees them."""

from typing import TYPE_CHECKING

from sim.case.days import number
from sim.case.names import party, topic
from sim.case.zone import zone
from sim.classroom.handouts.words import figure
from sim.report.handout import Grid, Part

if TYPE_CHECKING:
    from sim.case.scenario import Scenario


def zones(case: "Scenario") -> Part:
    """Show every delegation's ideal and limit on each issue, and what lies within every limit."""
    head = ("issue", *(party(key, one) for key, one in case.delegations.items()), "zone")
    rows = tuple((topic(key, issue), *_stakes(key, case), _zone(key, case)) for key, issue in case.issues.items())
    words = ("Each delegation's ideal to its limit; the zone is what all could sign. A star marks a red line.",)
    return Part("Zones of possible agreement", words, (), Grid(head, rows))


def met(issue: str, case: "Scenario") -> bool:
    """Whether there is anything on an issue that all could sign."""
    low, high = zone(one.positions[issue] for one in case.delegations.values())
    return low <= high


def _stakes(issue: str, case: "Scenario") -> list[str]:
    stakes = [one.positions[issue] for one in case.delegations.values()]
    return [f"{figure(at.ideal)} to {figure(at.limit)}{' *' if at.red_line else ''}" for at in stakes]


def _zone(issue: str, case: "Scenario") -> str:
    low, high = zone(one.positions[issue] for one in case.delegations.values())
    if low > high:
        return f"none: {number(round(low - high, 3))} is missing"
    return f"{number(round(low, 3))} to {number(round(high, 3))}"
