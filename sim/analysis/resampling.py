"""How sure a mean is whose parts came in groups: groups are drawn again and again, whole."""

from collections.abc import Sequence
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from sim.talks import chance

DRAWS: Final = 2000
RESAMPLED: Final = 3
"""Who draws groups, among those who design (`chance.DESIGN`)."""
Vector = NDArray[np.float64]


def interval(values: Vector, groups: Sequence[str], seed: int) -> tuple[float, float]:
    """The 95 % interval of the mean of values that came in groups: percentiles of 2,000 draws of whole groups.

    Source: the cluster bootstrap, Davison and Hinkley (1997), section 3.8.
    """
    names = sorted(set(groups))
    place = {name: number for number, name in enumerate(names)}
    at = np.array([place[name] for name in groups])
    totals = np.bincount(at, values, len(names))
    counts = np.bincount(at, minlength=len(names))
    steps = cast("int", np.arange(DRAWS * len(names), dtype=np.uint64))
    luck = chance.luck_of(seed, chance.WORD)
    drawn = np.asarray(chance.uniform(luck, steps, RESAMPLED, chance.DESIGN)).reshape(DRAWS, len(names))
    chosen = (drawn * len(names)).astype(int)
    means = totals[chosen].sum(axis=1) / counts[chosen].sum(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)
