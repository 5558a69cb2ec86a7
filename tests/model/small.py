"""Small cases for which the answer is known: nobody is angry, nobody leaves, chance hardly counts."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from sim.talks.seating import Seated, seat
from tests.model.cases import World, made
from tests.model.values import START

Stakes = Mapping[str, tuple[float, float, float]]
CALM: Final = {
    "walkout_base": -50,
    "temperature": 1e-9,
    "distrust": 0,
    "backing": 0,
    "hardening": 0,
    "pressing": 0,
    "trust_gain": 0,
}


def talks(parties: Mapping[str, Stakes], days: int = 1, tactic: str = "fixed") -> World:
    """Give talks face to face without a war outside: each party's ideal, limit and salience on each issue."""
    issues = {issue: {"track": "political"} for stakes in parties.values() for issue in stakes}
    return {
        "calendar": {"start": START, "sessions_per_round": days, "horizon_days": days - 1},
        "issues": issues,
        "delegations": {name: delegation(stakes, tactic) for name, stakes in parties.items()},
        "mediator": {"joint_above": 0, "suspend_below": 0},
        "behaviour": dict(CALM),
    }


def delegation(stakes: Stakes, tactic: str) -> World:
    """Give a delegation its positions and its tactic."""
    positions = {
        issue: dict(zip(("ideal", "limit", "salience"), numbers, strict=True)) for issue, numbers in stakes.items()
    }
    return {"grievance": 0, "tactic": {"name": tactic, "beta": 1, "reciprocity": 0}, "positions": positions}


def changed(world: World, *settings: tuple[str, Any]) -> World:
    """Give a case with some of its numbers changed, each named by its path."""
    copy = deepcopy(world)
    for path, value in settings:
        *above, last = path.split(".")
        place: Any = copy
        for key in above:
            place = place[int(key)] if isinstance(place, list) else place.setdefault(key, {})
        place[int(last) if isinstance(place, list) else last] = value
    return copy


def at_table(world: World, *settings: tuple[str, Any]) -> Seated:
    """Seat a case with some of its numbers changed."""
    return seat(made(changed(world, *settings)))
