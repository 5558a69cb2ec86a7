"""How the mediator's text on an issue is settled: by which theory of what a settlement is.

To add a settlement, write a function of the issue's place, the delegations and their stakes, and add a line to
SETTLEMENTS.
"""

from collections.abc import Callable, Sequence
from typing import Final

from sim.rules.bargaining import Claims, Voice, egalitarian, kalai_smorodinsky, nash
from sim.rules.voting import condorcet, plain_mean, utilitarian, weighted_mean, weighted_median

SETTLEMENTS: Final[dict[str, Callable[[int, Sequence[Voice], Claims], float]]] = {
    "weighted_mean": weighted_mean,
    "plain_mean": plain_mean,
    "weighted_median": weighted_median,
    "nash": nash,
    "kalai_smorodinsky": kalai_smorodinsky,
    "egalitarian": egalitarian,
    "utilitarian": utilitarian,
    "condorcet": condorcet,
}
