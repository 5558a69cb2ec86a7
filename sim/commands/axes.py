"""Issues as axes: what 0 and 1 mean, who stands where, and where the zone of possible agreement is."""

import math
from typing import TYPE_CHECKING

from sim.case.days import number
from sim.case.names import party, topic
from sim.case.number import centre
from sim.case.quantities import hundredths, quantity
from sim.case.zone import zone
from sim.report.terminal.cells import WIDTH, right, width, wrapped
from sim.report.terminal.ink import inked, side
from sim.report.terminal.page import WHO, Page

if TYPE_CHECKING:
    from sim.case.delegation import Position
    from sim.case.issue import Issue
    from sim.case.number import Number
    from sim.case.scenario import Scenario

STEPS = 40
"""An axis is drawn in so many steps from 0 to 1."""

SHAPES = "●▲◆■"
"""The marks of the delegations' ideals, in the order in which the case names them."""

_HOW = (
    "A mark stands where a delegation wants to be, the line from it leads to the worst that it could sign. "
    "What lies in the zone of possible agreement could be signed by all."
)


def show(page: Page, case: "Scenario") -> None:
    """Show every issue with all positions on it."""
    page.header("What they talk about", "wants, to what it could sign, cares")
    for key, issue in case.issues.items():
        _heading(page, topic(key, issue), issue)
        for place, (name, delegation) in enumerate(case.delegations.items()):
            _stake(page, party(name, delegation), place, delegation.positions[key])
        _zone(page, *zone([delegation.positions[key] for delegation in case.delegations.values()]))
        page.line()
    page.paragraph(_HOW)


def _heading(page: Page, name: str, issue: "Issue") -> None:
    kind = f"{issue.track}, {'linked' if issue.is_linked else 'on its own'}, now {quantity(issue.status_quo)}"
    page.across(inked(name, "strong"), inked(kind, "dim"))
    low, high = f"0 {issue.at_0}", f"1 {issue.at_1}"
    if width(low) + 2 + width(high) <= WIDTH - WHO:
        page.row("", low + right(high, WIDTH - WHO - width(low)))
    else:
        page.said("", low)
        page.said("", high)


def _stake(page: Page, who: str, place: int, position: "Position") -> None:
    red = ", red line" if position.red_line else ""
    words, cares = f"{_mean(position.ideal)} to {_mean(position.limit)}{red}", hundredths(position.salience)
    drawn, room = axis(place, position), WIDTH - WHO - STEPS - 2
    if width(words) + 1 + width(cares) <= room:
        page.row(inked(who, side(place)), f"{drawn} {words}{right(cares, room - width(words))}")
    else:
        page.row(inked(who, side(place)), drawn + right(cares, room + 1), *wrapped(words, WIDTH - WHO))


def axis(place: int, position: "Position") -> str:
    """Draw an axis: the ideal as the delegation's mark, the limit as an upright, a line between them."""
    ideal, limit = _step(centre(position.ideal)), _step(centre(position.limit))
    low, high = min(ideal, limit), max(ideal, limit)
    marks = {limit: "│"} | {ideal: SHAPES[place % len(SHAPES)]}
    drawn = "".join(marks.get(step, "─") for step in range(low, high + 1))
    return "·" * low + inked(drawn, side(place)) + "·" * (STEPS - high)


def _zone(page: Page, low: float, high: float) -> None:
    if low > high:
        page.row("zone", "·" * (STEPS + 1) + f" none: {number(round(low - high, 3))} is missing")
        return
    first, last = _step(low), _step(high)
    drawn = "·" * first + inked("▒" * (last - first + 1), "reached") + "·" * (STEPS - last)
    page.row("zone", f"{drawn} {number(round(low, 3))} to {number(round(high, 3))}")


def _step(value: float) -> int:
    return math.floor(value * STEPS + 0.5)


def _mean(value: "Number") -> str:
    return quantity(value) if isinstance(value, float) else f"~{number(round(centre(value), 2))}"
