"""Whether chance alone would do it: tests of no difference, corrected where many things are compared."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

import numpy as np

from sim.talks import chance

if TYPE_CHECKING:
    from sim.talks.outcome import Column

FEW: Final = 1000
"""Up to so many runs the distribution of a mean is found by permutation; beyond, it is normal."""
ROUNDS: Final = 1999
"""Permutations; with what was seen they make 2,000."""
MIXED: Final = 2
"""Who draws permutations, among those who design (`chance.DESIGN`); axes of a sweep count from 0 at other seeds."""


def mcnemar(gained: int, lost: int) -> float:
    """Whether a change averts as often as it causes: the mid-p value of the worlds in which something changes.

    Twice the probability of so few worlds of the rarer kind, if both kinds were as likely; that of exactly so few
    counts half. Source: Fagerland, Lydersen and Laake (2013), BMC Medical Research Methodology 13:91. 1 where
    nothing changes.
    """
    from scipy.special import bdtr, gammaln  # noqa: PLC0415 - it takes its time, and not every comparison needs it

    rarer, worlds = min(gained, lost), gained + lost
    exactly = math.exp(gammaln(worlds + 1) - gammaln(rarer + 1) - gammaln(worlds - rarer + 1) - worlds * math.log(2))
    return float(min(1.0, 2 * bdtr(rarer, worlds, 0.5) - exactly)) if worlds else 1.0


def score(before: tuple[int, int], after: tuple[int, int]) -> float:
    """Whether two shares of unlike runs are one: the score test, each given as (times, runs).

    The difference is held against its error under the common share. Source: Pearson (1900), as a z test. 1 where
    both shares are 0 or both are 1.
    """
    common = (before[0] + after[0]) / (before[1] + after[1])
    error = math.sqrt(common * (1 - common) * (1 / before[1] + 1 / after[1]))
    return two_sided((after[0] / after[1] - before[0] / before[1]) / error) if error else 1.0


def two_sided(z: float) -> float:
    """How often chance alone gives so large a normal deviate, up or down."""
    return math.erfc(abs(z) / math.sqrt(2))


def of_means(before: "Column", after: "Column", seed: int, *, paired: bool) -> float:
    """Whether two means are one.

    Of up to 1,000 runs each, the labels are mixed 1,999 times (Fisher 1935; in the same worlds each pair by itself,
    Pitman 1937) by addresses of chance of the seed. Of more runs the mean is as good as normal.
    """
    if len(before) == len(after) and np.array_equal(before, after):
        return 1.0
    if max(len(before), len(after)) <= FEW:
        return float(swapped(after - before, seed) if paired else mixed(before, after, seed))
    spread = np.var(after - before, ddof=1) / len(after) if paired else _welch(before, after)
    difference = np.mean(after) - np.mean(before)
    return two_sided(float(difference / math.sqrt(spread))) if spread else float(difference == 0)


def _welch(before: "Column", after: "Column") -> float:
    return float(np.var(before, ddof=1) / len(before) + np.var(after, ddof=1) / len(after))


def swapped(differences: "Column", seed: int) -> "float | Column":
    """How often so large a mean difference comes of chance, if before and after could as well change places.

    Differences are (runs) or (runs, comparisons). Source: Pitman (1937), by 1,999 draws.
    """
    return _extreme(np.abs(_signs(seed, len(differences)) @ differences), np.abs(differences.sum(axis=0)))


def mixed(before: "Column", after: "Column", seed: int) -> "float | Column":
    """How often means so far apart come of chance, if all runs were of one kind.

    Each is (runs) or (runs, comparisons). Source: Fisher (1935), by 1,999 draws.
    """
    everything = np.concatenate([before, after]).astype(float)
    everything -= everything.mean(axis=0)
    drawn = _members(seed, len(everything), len(after)) @ everything
    return _extreme(np.abs(drawn), np.abs(everything[len(before) :].sum(axis=0)))


def _extreme(drawn: "Column", seen: "Column") -> "float | Column":
    tiny = 1e-12 * np.maximum(1.0, seen)
    return cast("float | Column", (1 + np.count_nonzero(drawn >= seen - tiny, axis=0)) / (1 + ROUNDS))


@lru_cache(1)
def _signs(seed: int, columns: int) -> "Column":
    """Which pairs change places, in each round: the same for every quantity."""
    return np.where(_luck(seed, columns) < 0.5, -1.0, 1.0)


@lru_cache(1)
def _members(seed: int, columns: int, size: int) -> "Column":
    """Who comes to stand in the second group, in each round: the same for every quantity."""
    order = np.argsort(_luck(seed, columns), axis=1, kind="stable")[:, :size]
    members = np.zeros((ROUNDS, columns))
    np.put_along_axis(members, order, 1.0, axis=1)
    return members


def _luck(seed: int, columns: int) -> "Column":
    steps = cast("int", np.arange(ROUNDS * columns, dtype=np.uint64))
    drawn = chance.uniform(chance.luck_of(seed, chance.WORD), steps, MIXED, chance.DESIGN)
    return cast("Column", np.asarray(drawn).reshape(ROUNDS, columns))


def holm(found: Sequence[float]) -> list[float]:
    """The p values of many tests, so corrected that one false alarm among all is as rare as in one test.

    The smallest is multiplied by the number of tests, the next by one less, and so on; none is made smaller than
    one before it. Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
    """
    corrected, worst = [0.0] * len(found), 0.0
    for rank, place in enumerate(sorted(range(len(found)), key=found.__getitem__)):
        worst = max(worst, min(1.0, (len(found) - rank) * found[place]))
        corrected[place] = worst
    return corrected


def cohen_h(before: float, after: float) -> float:
    """How large a difference of shares is, whatever they are: 0.2 small, 0.5 medium, 0.8 large (Cohen 1988)."""
    return 2 * (math.asin(math.sqrt(after)) - math.asin(math.sqrt(before)))


def cohen_d(before: "Column", after: "Column") -> float:
    """How large a difference of means is, in standard deviations of single runs (Cohen 1988); 0 where none varies."""
    spread = math.sqrt((float(np.var(before)) + float(np.var(after))) / 2)
    return float(np.mean(after) - np.mean(before)) / spread if spread else 0.0
