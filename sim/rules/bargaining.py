"""What theories of bargaining and voting make of one issue: who stands to gain how much by a text.

All take the place of an issue, the delegations and `stakes[d][i]`, what each has at stake; the text is a point of the
axis in [0, 1]. A text is worth something to a delegation if it is nearer to its ideal than its limit is.
"""

from collections.abc import Sequence
from typing import Final, Protocol

from sim.rules.arithmetic import INFINITY, TINY, clip, least, most

HALVINGS: Final = 50
FLOOR: Final = 1e-8


class Voice(Protocol):
    """A delegation, as far as a text is concerned."""

    @property
    def influence(self) -> float:
        """How much it counts, 0 or more."""


class Claim(Protocol):
    """What a delegation has at stake on an issue."""

    @property
    def ideal(self) -> float:
        """What it wants, in [0, 1]."""

    @property
    def limit(self) -> float:
        """The worst it could sign, in [0, 1]."""

    @property
    def offer(self) -> float:
        """What it has tabled, in [0, 1]."""

    @property
    def salience(self) -> float:
        """How much it cares, 0 or more."""


Claims = Sequence[Sequence[Claim]]


def surplus(text: float, ideal: float, limit: float) -> float:
    """How much nearer a text is to one's ideal than the worst one could sign, on the axis.

    |limit - ideal| - |text - ideal|; below 0 no deal is better. The limit is a reservation value, Raiffa (1982).
    """
    return abs(limit - ideal) - abs(text - ideal)


def bargaining_range(i: int, stakes: Claims) -> tuple[float, float]:
    """From where to where a text leaves nobody worse off than no deal: two ends, the first above if there is none.

    The intersection of [ideal - |limit - ideal|, ideal + |limit - ideal|]. Source: Raiffa (1982).
    """
    low = 0.0
    high = 1.0
    for d in range(len(stakes)):
        reach = abs(stakes[d][i].limit - stakes[d][i].ideal)
        low = most(low, stakes[d][i].ideal - reach)
        high = least(high, stakes[d][i].ideal + reach)
    return low, high


def longest_axis(ideal: float) -> float:
    """From an ideal to the end of the axis that is farther away: by it a loss is measured. Ours."""
    return most(ideal, 1.0 - ideal)


def product_rises(text: float, i: int, delegations: Sequence[Voice], stakes: Claims) -> bool:
    """Whether the weighted product of what all gain still rises with the text.

    The sign of the sum of influence * (+1 below the ideal, -1 above) / surplus. Source: Nash (1950), weighted as in
    Binmore, Rubinstein and Wolinsky (1986).
    """
    slope = 0.0
    for d in range(len(stakes)):
        stake = stakes[d][i]
        worth = most(surplus(text, stake.ideal, stake.limit), TINY)
        slope += delegations[d].influence / worth if stake.ideal > text else -delegations[d].influence / worth
    return slope > 0.0


def nash(i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """The text at which nobody can gain in per cent what another loses: the product of the gains is highest.

    argmax of the product of surplus^influence over the bargaining range, by halving it; -1 where there is none.
    Source: Nash (1950); the weights: Binmore, Rubinstein and Wolinsky (1986).
    """
    low, high = bargaining_range(i, stakes)
    if low > high + TINY:
        return -1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        if product_rises(middle, i, delegations, stakes):
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def worst_off_wants_more(text: float, i: int, stakes: Claims, low: float, high: float, share: bool) -> bool:
    """Whether the one who gains least by a text wants it further up.

    What is gained is the surplus: as a share of the most that one could have in the range, or in utility. Source:
    Kalai and Smorodinsky (1975); Kalai (1977).
    """
    worst = INFINITY
    wants_more = False
    for d in range(len(stakes)):
        stake = stakes[d][i]
        best = surplus(clip(stake.ideal, low, high), stake.ideal, stake.limit)
        gained = surplus(text, stake.ideal, stake.limit) / most(best if share else longest_axis(stake.ideal), TINY)
        if gained < worst:
            worst = gained
            wants_more = stake.ideal > text
    return wants_more


def fair(i: int, stakes: Claims, share: bool) -> float:
    """The text at which the one who gains least gains most, by halving the range; -1 where there is none.

    Source: Kalai and Smorodinsky (1975); Kalai (1977).
    """
    lowest, highest = bargaining_range(i, stakes)
    if lowest > highest + TINY:
        return -1.0
    low, high = lowest, highest
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        if worst_off_wants_more(middle, i, stakes, lowest, highest, share):
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def kalai_smorodinsky(i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """The text that gives all the same share of the most that each could have.

    max min of surplus / largest surplus within the range; -1 where there is none. Source: Kalai and Smorodinsky (1975).
    """
    return fair(i, stakes, True)


def egalitarian(i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """The text that gives all the same gain.

    max min of surplus / max(ideal, 1 - ideal), the gain in utility; -1 where there is no range. Source: Kalai (1977).
    """
    return fair(i, stakes, False)
