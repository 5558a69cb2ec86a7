"""What a benchmark is: two things timed in turn, how many times as much the one costs, and what it should be."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median
from typing import Final, NamedTuple, TypeAlias

Cost: TypeAlias = Callable[[], float]
"""Do something once and say what it cost: seconds, seconds a run, or bytes."""
Sides: TypeAlias = Callable[[float], AbstractContextManager[tuple[Cost, Cost]]]
"""Make both things ready, start-up included, at a share of the full size in (0, 1], and give them to be timed."""
TURNS: Final = 5
"""So many times, at least, each of the two is timed."""


class Goal(NamedTuple):
    """Where a ratio should lie, both ends included; None is no end."""

    least: float | None = None
    most: float | None = None

    def met(self, ratio: float) -> bool:
        """Whether a ratio lies there."""
        return (self.least is None or ratio >= self.least) and (self.most is None or ratio <= self.most)

    def __str__(self) -> str:
        """Say it in words."""
        if self.least is None or self.most is None:
            return f"at most {self.most:,}" if self.least is None else f"at least {self.least:,}"
        return f"{self.least:,} to {self.most:,}"


@dataclass(frozen=True)
class Benchmark:
    """What is divided by what, in words, in which unit both are told, and what the ratio should be."""

    one: str
    other: str
    unit: str
    goal: Goal
    sides: Sides


class Timed(NamedTuple):
    """What the one and the other cost, turn by turn."""

    one: list[float]
    other: list[float]

    @property
    def ratios(self) -> list[float]:
        """How many times as much the one cost, turn by turn."""
        return [one / other for one, other in zip(self.one, self.other, strict=True)]

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return median(self.ratios)


def timed(benchmark: Benchmark, size: float = 1.0, turns: int = TURNS) -> Timed:
    """Do each of the two once to warm up, then both in turn."""
    with benchmark.sides(size) as (one, other):
        one()
        other()
        costs = [(one(), other()) for _ in range(turns)]
    return Timed([cost for cost, _ in costs], [cost for _, cost in costs])
