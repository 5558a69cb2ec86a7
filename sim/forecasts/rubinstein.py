"""Two sides make offers in turn, and each day costs both: Rubinstein's division of what lies between their limits."""

from collections.abc import Sequence

from sim.forecasts.side import Side
from sim.rules.bargaining import bargaining_range

PATIENCE = 0.9
"""What tomorrow is worth today, to both. Ours."""


def first_share(patience: float, other: float, periods: int | None = None) -> float:
    """The share of the one who offers first, in [0, 1].

    (1 - other) / (1 - patience * other) without end; with `periods` offers, of which the last is take it or leave it,
    worked out from the last one backwards. `patience` is the discount factor of the first, `other` that of the second,
    in [0, 1], not both 1. Source: Rubinstein (1982), Stahl (1972).
    """
    if periods is None:
        return (1 - other) / (1 - patience * other)
    share = 1.0
    for left in range(1, periods):
        waiting = patience if (periods - left) % 2 == 0 else other
        share = 1 - waiting * share
    return share


def rubinstein(table: Sequence[Side]) -> float:
    """Divide what lies between two limits as offers in turn would; the side with more influence offers first.

    Both value a deal tomorrow at 0.9 of one today (ours). -1 unless there are two sides and a range between them.
    Source: Rubinstein (1982).
    """
    low, high = bargaining_range(0, [[side] for side in table])
    if len(table) != 2 or low > high:
        return -1.0
    first, second = sorted(table, key=lambda side: -side.influence)
    share = first_share(PATIENCE, PATIENCE)
    return high - (high - low) * (1 - share) if first.ideal >= second.ideal else low + (high - low) * (1 - share)
