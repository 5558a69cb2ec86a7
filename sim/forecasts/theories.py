"""What established theories say of the same case: where each puts the settlement of an issue, or of all in one."""

from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import Final, NamedTuple

from sim.case.scenario import Scenario
from sim.case.zone import zone
from sim.forecasts.challenge import challenge
from sim.forecasts.frontier import frontier
from sim.forecasts.rubinstein import rubinstein
from sim.forecasts.side import Settled, Side, sides
from sim.forecasts.solutions import SOLUTIONS
from sim.forecasts.veto_players import veto_players
from sim.rules.bargaining import Claims, Voice
from sim.rules.settlements import SETTLEMENTS


class Forecast(NamedTuple):
    """What theories say of one issue.

    `settled` has the point of the axis that each names, or None; `zone` the ends of the zone of possible agreement, or
    None; `chance_of_zone` how likely as many sides with limits as wide would have one, wherever they stood.
    """

    settled: dict[str, float | None]
    zone: tuple[float, float] | None
    chance_of_zone: float


def _by(settle: Callable[[int, Sequence[Voice], Claims], float], table: Sequence[Side]) -> float:
    return settle(0, table, [[side] for side in table])


def _median(table: Sequence[Side]) -> float:
    """The middle position, whoever holds it; half way between the middle two."""
    return float(median(side.ideal for side in table))


FORECASTS: Final[dict[str, Settled]] = {
    **{name: partial(_by, settle) for name, settle in SETTLEMENTS.items()},
    "plain_median": _median,
    "rubinstein": rubinstein,
    "challenge": challenge,
}
"""Every theory by its name, the settlements that a mediator may be given first."""


def forecasts(case: Scenario) -> dict[str, Forecast]:
    """Ask every theory about every issue of a case, in its order. Numbers that are drawn count by their mean."""
    return {issue: _forecast(case, issue) for issue in case.issues}


def packages(case: Scenario) -> dict[str, tuple[float, float] | None]:
    """Where theories of bargaining settle all issues as one package: the worth to the first side and to the second.

    Only for two delegations; empty otherwise. None where no package is better than no deal for both.
    """
    curve = frontier(case)
    if curve is None:
        return {}
    found = {name: solution(curve.worth, curve.floor) for name, solution in SOLUTIONS.items()}
    return {name: None if point is None else (float(point[0]), float(point[1])) for name, point in found.items()}


def _forecast(case: Scenario, issue: str) -> Forecast:
    table = sides(case, issue)
    low, high = zone(delegation.positions[issue] for delegation in case.delegations.values())
    settled = {name: theory(table) for name, theory in FORECASTS.items()}
    known = {name: place if place >= 0 else None for name, place in settled.items()}
    return Forecast(known, (low, high) if low <= high else None, veto_players(table))
