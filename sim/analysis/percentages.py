"""Shares in words: with their interval, and never with more digits than it supports."""

import math

from sim.analysis.intervals import wilson

FEW = 20
"""Below so many runs a share is told as a count."""


def per_cent(count: int, runs: int) -> str:
    """A share without its interval: ``14 %``, or ``14.2 %`` where a tenth is known; ``3 of 12`` for few runs."""
    if runs < FEW:
        return f"{count} of {runs}"
    return f"{100 * count / runs:.{_digits(count, runs)}f} %"


def ends(count: int, runs: int) -> str:
    """The interval of a share, in per cent, rounded outward: ``13 to 15``; ``below 0.04``, ``above 99.96``."""
    low, high = (100 * end for end in wilson(count, runs))
    if count in {0, runs}:
        gap = 100 - low if count else high
        digits = 0 if gap >= 1 else 1 - math.ceil(math.log10(gap))
        return f"above {_down(low, digits)}" if count else f"below {_up(high, digits)}"
    digits = _digits(count, runs)
    return f"{_down(low, digits)} to {_up(high, digits)}"


def share(count: int, runs: int) -> str:
    """A share with all that belongs to it: ``14 % (13 to 15, n = 10,000)``; ``0 % (below 0.04, n = 10,000)``."""
    if runs < FEW:
        return per_cent(count, runs)
    return f"{per_cent(count, runs)} ({ends(count, runs)}, n = {runs:,})"


def _digits(count: int, runs: int) -> int:
    if count in {0, runs}:
        return 0
    low, high = wilson(count, runs)
    return 0 if 100 * (high - low) / 2 >= 0.5 else 1


def _down(value: float, digits: int) -> str:
    return f"{math.floor(round(value * 10**digits, 9)) / 10**digits:.{digits}f}"


def _up(value: float, digits: int) -> str:
    return f"{math.ceil(round(value * 10**digits, 9)) / 10**digits:.{digits}f}"
