"""How sure a share is."""

import math
from typing import Final

Z: Final = 1.959963984540054
"""Normal quantile of a two-sided interval of 95 %."""


def wilson(count: int, runs: int) -> tuple[float, float]:
    """Where the model's true share lies with 95 % confidence, when so many of the runs ended so.

    Returns the ends of Wilson's score interval, both in [0, 1]. Source: Wilson (1927), eq. 1.
    """
    share, squared = count / runs, Z * Z / runs
    centre = share + squared / 2
    half = Z * math.sqrt(share * (1 - share) / runs + squared / (4 * runs))
    low, high = (centre - half) / (1 + squared), (centre + half) / (1 + squared)
    return (0.0 if count == 0 else low, 1.0 if count == runs else high)
