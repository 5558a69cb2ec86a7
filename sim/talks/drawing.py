"""Numbers of a case that are not known for sure: drawn once a run, before its first day."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from sim.rules.arithmetic import clip
from sim.rules.dispatch import choose
from sim.rules.quantiles import QUANTILES
from sim.talks import chance
from sim.talks.circumstances import Luck
from sim.talks.records import Vector

quantile = choose(tuple(QUANTILES.values()))


@dataclass(slots=True, eq=False)
class Draw:
    """One number to be drawn: where it goes, its distribution, its chance, the range it is clipped to."""

    entry: Annotated[int, "place on the vector"] = 0
    kind: Annotated[int, "place in QUANTILES"] = 0
    first: float = 0.0
    second: float = 0.0
    third: float = 0.0
    spread: Annotated[int, "place on the vector of the second parameter, or -1"] = -1
    identity: Annotated[int, "address of its chance"] = 0
    purpose: int = chance.NUMBER
    low: float = 0.0
    high: float = 1.0


def draw(vector: Vector, draws: Sequence[Draw], luck: Luck) -> None:
    """Write the numbers of this run on its vector."""
    for n in range(len(draws)):
        one = draws[n]
        second = one.second if one.spread < 0 else vector[one.spread]
        u = chance.uniform(luck, 0, one.identity, one.purpose)
        drawn = quantile(one.kind, u, one.first, second, one.third)
        vector[one.entry] = clip(drawn, one.low, one.high)
