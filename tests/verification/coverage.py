"""Simulated comparisons of which the truth is known: how often intervals hold it, and how often tests cry wolf."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis import duration, intervals, significance

Numbers = NDArray[np.float64]
RUNS = 1000
TIMES = 20_000
SHARES = (0.05, 0.3, 0.5)


class Figure(NamedTuple):
    """What was simulated, and in which part of the times it was so."""

    what: str
    kind: str
    share: float


def figures() -> Iterator[Figure]:
    """All of them; `holds` should lie in .94 to .96, `rejects` in .04 to .06."""
    luck = np.random.default_rng(20140210)
    for share in SHARES:
        yield Figure(f"share of {share:g} (Wilson)", "holds", _wilson(luck, share))
        yield Figure(f"{share:g} against {share + 0.05:g}, unlike runs (Newcombe)", "holds", _newcombe(luck, share))
        yield Figure(f"{share:g} against {share + 0.05:g}, same worlds (Bonett-Price)", "holds", _paired(luck, share))
        yield Figure(f"{share:g} against itself, unlike runs (score test)", "rejects", _score(luck, share))
        yield Figure(f"{share:g} against itself, same worlds (McNemar, mid-p)", "rejects", _mcnemar(luck, share))
        yield Figure(f"{share:g} left by a day (Kaplan-Meier)", "holds", _curve(luck, share, _still))
        yield Figure(f"{share:g} come by a day (Aalen-Johansen)", "holds", _curve(luck, share, _come))
    for paired, words in ((False, "unlike runs"), (True, "same worlds")):
        yield Figure(f"difference of means, {words}", "holds", _means(luck, paired=paired))
    yield Figure("pace of leaving the table (log-rank)", "rejects", _log_rank(luck))
    yield Figure("difference of means, unlike runs (permutation)", "rejects", _permuted(luck, paired=False))
    yield Figure("difference of means, same worlds (permutation)", "rejects", _permuted(luck, paired=True))


def _within(low: float, true: float, high: float) -> bool:
    return low <= true <= high


def _wilson(luck: np.random.Generator, share: float) -> float:
    counts = luck.binomial(RUNS, share, TIMES)
    held = {count: _within(*_around(intervals.wilson(count, RUNS), share)) for count in set(counts.tolist())}
    return float(np.mean([held[count] for count in counts.tolist()]))


def _around(ends: tuple[float, float], true: float) -> tuple[float, float, float]:
    return ends[0], true, ends[1]


def _newcombe(luck: np.random.Generator, share: float) -> float:
    pairs = zip(luck.binomial(RUNS, share, TIMES), luck.binomial(RUNS, share + 0.05, TIMES), strict=True)
    found = (intervals.newcombe((int(a), RUNS), (int(b), RUNS)) for a, b in pairs)
    return float(np.mean([one.low <= 0.05 <= one.high for one in found]))


def _worlds(luck: np.random.Generator, before: float, after: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Worlds gained and lost, where four fifths of those in which it holds before hold after too."""
    both = 0.8 * before
    drawn = luck.multinomial(RUNS, [both, before - both, after - both, 1 - before - after + both], TIMES)
    return drawn[:, 2], drawn[:, 1]


def _paired(luck: np.random.Generator, share: float) -> float:
    gained, lost = _worlds(luck, share, share + 0.05)
    low, high = intervals.paired(gained.astype(float), lost.astype(float), RUNS)
    return float(np.mean((low <= 0.05) & (high >= 0.05)))


def _score(luck: np.random.Generator, share: float) -> float:
    pairs = zip(luck.binomial(RUNS, share, TIMES), luck.binomial(RUNS, share, TIMES), strict=True)
    return float(np.mean([significance.score((int(a), RUNS), (int(b), RUNS)) < 0.05 for a, b in pairs]))


def _mcnemar(luck: np.random.Generator, share: float) -> float:
    gained, lost = _worlds(luck, share, share)
    pairs = zip(gained.tolist(), lost.tolist(), strict=True)
    return float(np.mean([significance.mcnemar(a, b) < 0.05 for a, b in pairs]))


def _still(days: NDArray[np.int64], cause: NDArray[np.int64]) -> duration.Curve:
    return duration.kaplan_meier(days, cause > 0)


def _come(days: NDArray[np.int64], cause: NDArray[np.int64]) -> duration.Curve:
    return duration.aalen_johansen(days, cause, 1)


Fit = Callable[[NDArray[np.int64], NDArray[np.int64]], duration.Curve]


def _curve(luck: np.random.Generator, share: float, fit: Fit) -> float:
    """On day 5 of talks that some leave each day, of which a part is watched no longer; read where it is asked.

    By `_still` the share that is left on day 5 is `share`; by `_come` that which has come to the first of two endings.
    """
    daily = 1 - share ** (1 / 5) if fit is _still else 1 - (1 - 2 * share * 0.98) ** (1 / 5)
    true = share if fit is _still else (1 - (1 - daily) ** 5) / 2
    held = 0
    for _ in range(TIMES):
        left = luck.geometric(daily, RUNS)
        watched = luck.geometric(0.03, RUNS)
        cause = np.where(left <= watched, luck.integers(1, 3, RUNS), 0)
        curve = fit(np.minimum(left, watched), cause)
        at = int(np.searchsorted(curve.days, 5, side="right")) - 1
        held += bool(curve.low[at] <= true <= curve.high[at])
    return held / TIMES


def _means(luck: np.random.Generator, *, paired: bool) -> float:
    held = 0
    for _ in range(TIMES):
        before = luck.exponential(1.0, RUNS)
        after = before + luck.exponential(0.1, RUNS) if paired else luck.exponential(1.1, RUNS)
        one = intervals.of_means(before, after, paired=paired)
        held += one.low <= 0.1 <= one.high
    return held / TIMES


def _log_rank(luck: np.random.Generator) -> float:
    rejected = 0
    for _ in range(TIMES):
        days = luck.geometric(0.1, 2 * RUNS)
        happened = days <= 6
        days = np.minimum(days, 6)
        p = duration.log_rank((days[:RUNS], days[RUNS:]), (happened[:RUNS], happened[RUNS:]))[1]
        rejected += p < 0.05
    return rejected / TIMES


def _permuted(luck: np.random.Generator, *, paired: bool) -> float:
    """Of 2,000 comparisons of 100 runs each: permuting is slow, and as exact for few runs as for many."""
    rejected, times, runs = 0, 2000, 100
    for _ in range(times):
        before, after = luck.exponential(1.0, runs), luck.exponential(1.0, runs)
        rejected += significance.of_means(before, after, 1, paired=paired) < 0.05
    return rejected / times
