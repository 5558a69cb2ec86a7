"""How often and how much, in the same worlds, with 95 % intervals."""

import numpy as np

from sim.analysis.intervals import Estimate, Z, of_means, of_pairs, wilson
from tests.verification.fact import ANY, Band, Figure, Numbers


def exact(what: str, value: float, band: Band = ANY) -> Figure:
    """What holds without chance, or what was counted."""
    return Figure(what, value, value, value, band)


def share(what: str, holds: Numbers, band: Band = ANY) -> Figure:
    """In what part of the runs something holds, with Wilson's interval."""
    times, runs = int(np.count_nonzero(holds)), len(holds)
    return Figure(what, times / runs, *wilson(times, runs), band)


def oftener(what: str, before: Numbers, after: Numbers, band: Band = ANY) -> Figure:
    """How much more often something holds after than before, in the same worlds."""
    gained, lost = (int(np.count_nonzero(each)) for each in (after & ~before, before & ~after))
    return estimated(what, of_pairs(gained, lost, len(before)), band)


def larger(what: str, before: Numbers, after: Numbers, band: Band = ANY) -> Figure:
    """How much larger a mean is after than before, in the same worlds."""
    return estimated(what, of_means(before, after, paired=True), band)


def part(what: str, some: Numbers, whole: Numbers, band: Band = ANY) -> Figure:
    """What part one mean is of another in the same worlds; the interval is that of the linear form (Cochran 1977)."""
    value = float(some.mean() / whole.mean())
    error = of_means(value * whole, some, paired=True).error / float(whole.mean())
    return Figure(what, value, *around(value, error), band)


def part_less(what: str, some: Numbers, rest: Numbers, band: Band = ANY) -> Figure:
    """How much larger a share is than that of others among them, in the same runs; linear as in `part`."""
    value = float(rest.mean() / some.mean())
    one = of_means((rest - value * some) / some.mean(), some.astype(float), paired=True)
    return Figure(what, one.difference - value, *around(one.difference - value, one.error), band)


def around(value: float, error: float) -> tuple[float, float]:
    """The ends of a normal interval."""
    return value - Z * error, value + Z * error


def estimated(what: str, one: Estimate, band: Band = ANY) -> Figure:
    """A difference as a figure."""
    return Figure(what, one.difference, one.low, one.high, band)
