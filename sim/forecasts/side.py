"""A side of a dispute, as theories see it: what it wants, what it could sign, how strong it is, how much it cares."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sim.case.number import centre
from sim.case.scenario import Scenario


class Side(NamedTuple):
    """What a delegation brings to one issue.

    `ideal`, `limit` and `offer` are points of the axis, in [0, 1]; `salience` is 0 or more, `influence` too. Before the
    talks the offer is the ideal.
    """

    ideal: float
    limit: float
    offer: float
    salience: float
    influence: float


Settled = Callable[[Sequence[Side]], float]
"""Where a theory puts the settlement of one issue; -1 where it knows none."""


def sides(case: Scenario, issue: str) -> list[Side]:
    """Take the sides of one issue from a case, in its order; of a number that is drawn, the mean counts."""
    found = []
    for delegation in case.delegations.values():
        position = delegation.positions[issue]
        ideal, limit = centre(position.ideal), centre(position.limit)
        found.append(Side(ideal, limit, ideal, centre(position.salience), centre(delegation.influence)))
    return found
