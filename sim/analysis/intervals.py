"""How sure a share is, and how sure a difference is."""

import math
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import numpy as np

if TYPE_CHECKING:
    from sim.talks.outcome import Column

Z: Final = 1.959963984540054
"""Normal quantile of a two-sided interval of 95 %."""
POWER: Final = 0.8416212335729143
"""Normal quantile of a power of 80 %."""
Amount = TypeVar("Amount", float, "Column")
"""One number, or a number for each of many comparisons."""


class Estimate(NamedTuple):
    """A difference, the ends of its 95 % interval, and its standard error."""

    difference: float
    low: float
    high: float
    error: float

    @property
    def detectable(self) -> float:
        """The difference that so many runs would have shown in four cases out of five."""
        return (Z + POWER) * self.error


def wilson(count: int, runs: int) -> tuple[float, float]:
    """Where the model's true share lies with 95 % confidence, when so many of the runs ended so.

    Returns the ends of Wilson's score interval, both in [0, 1]. Source: Wilson (1927), eq. 1.
    """
    share, squared = count / runs, Z * Z / runs
    centre = share + squared / 2
    half = Z * math.sqrt(share * (1 - share) / runs + squared / (4 * runs))
    low, high = (centre - half) / (1 + squared), (centre + half) / (1 + squared)
    return (0.0 if count == 0 else low, 1.0 if count == runs else high)


def newcombe(before: tuple[int, int], after: tuple[int, int]) -> Estimate:
    """How much more often something holds after than before, in unlike runs; each is (times, runs).

    The ends are made of those of the two score intervals. Source: Newcombe (1998), Statistics in Medicine 17,
    873-890, method 10. In [-1, 1].
    """
    a, b = before[0] / before[1], after[0] / after[1]
    (low_a, high_a), (low_b, high_b) = wilson(*before), wilson(*after)
    error = math.sqrt(_variance(*before) + _variance(*after))
    low, high = math.hypot(b - low_b, high_a - a), math.hypot(high_b - b, a - low_a)
    return Estimate(b - a, b - a - low, b - a + high, error)


def _variance(times: int, runs: int) -> float:
    share = (times + 0.5) / (runs + 1)
    return share * (1 - share) / runs


def paired(gained: Amount, lost: Amount, runs: int) -> tuple[Amount, Amount]:
    """How much more often something holds after than before, in the same worlds: the ends of the 95 % interval.

    In `gained` worlds it holds after only, in `lost` before only. One world is added to each of the two before the
    normal interval is taken, which makes it hold where few worlds change. Source: Bonett and Price (2012), Journal
    of Educational and Behavioral Statistics 37, 479-488. In [-1, 1].
    """
    gain, loss = (gained + 1) / (runs + 2), (lost + 1) / (runs + 2)
    half = Z * np.sqrt((gain + loss - (gain - loss) ** 2) / (runs + 2))
    return gain - loss - half, gain - loss + half


def of_pairs(gained: int, lost: int, runs: int) -> Estimate:
    """The difference of two shares in the same worlds, with its interval (`paired`).

    Where no world changes nothing is known to differ: the interval then contains 0.
    """
    low, high = paired(float(gained), float(lost), runs)
    return Estimate((gained - lost) / runs, max(-1.0, float(low)), min(1.0, float(high)), float(high - low) / 2 / Z)


def of_means(before: "Column", after: "Column", *, paired: bool) -> Estimate:
    """How much larger a mean is after than before, plus and minus 1.96 standard errors.

    In the same worlds the error is that of the differences, world by world; else that of the two means (Welch 1947).
    """
    difference = float(np.mean(after - before) if paired else np.mean(after) - np.mean(before))
    error = _error(after - before) if paired else math.hypot(_error(before), _error(after))
    return Estimate(difference, difference - Z * error, difference + Z * error, error)


def _error(values: "Column") -> float:
    """The standard error of a mean; of one value it is not known, and 0 is said."""
    return float(np.std(values, ddof=1)) / math.sqrt(len(values)) if len(values) > 1 else 0.0
