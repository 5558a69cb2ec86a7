"""A fact that others found, and the figures of the model that show it or do not."""

import math
from collections.abc import Callable, Iterable
from math import inf
from typing import Any, NamedTuple, TypeAlias

from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[Any]


class Band(NamedTuple):
    """Where the whole interval of a figure must lie for the fact to be shown."""

    above: float = -inf
    below: float = inf

    def __str__(self) -> str:
        """Say the band: "above 0", "0.37 to 0.5", "0"; nothing where anything will do."""
        if self.above == -self.below:
            return "0" if self.below < 1e-6 else "" if self.below == inf else f"within {self.below:g} of 0"
        if self.above > -inf and self.below < inf:
            return f"{self.above:g} to {self.below:g}"
        return f"above {self.above:g}" if self.above > -inf else f"below {self.below:g}" if self.below < inf else ""


ANY = Band()
MORE = Band(above=0)
LESS = Band(below=0)
NONE = Band(-1e-9, 1e-9)


class Figure(NamedTuple):
    """What was found, the ends of its 95 % interval, and where these must lie."""

    what: str
    value: float
    low: float
    high: float
    band: Band = ANY

    @property
    def holds(self) -> bool:
        """Whether all of the interval lies in the band."""
        return self.band.above < self.low and self.high < self.band.below

    def __str__(self) -> str:
        """The figure and its interval, with as many digits as the interval bears."""
        half = (self.high - self.low) / 2
        if half == 0:
            return f"{self.value:.3g}"
        digits = min(max(-math.floor(math.log10(half / 3)), 0), 6)
        value, low, high = (f"{round(number, digits) + 0.0:.{digits}f}" for number in self[1:4])
        return f"{value} ({low} to {high})"


class Fact(NamedTuple):
    """A fact in one sentence, who found it, what is to be said about it here, and how it is played."""

    sentence: str
    source: str
    remark: str
    play: Callable[[], Iterable[Figure]]


class Found(NamedTuple):
    """A fact and what the model gives."""

    fact: Fact
    figures: tuple[Figure, ...]

    @property
    def shown(self) -> bool:
        """Whether every interval lies where it must."""
        return all(figure.holds for figure in self.figures)
