"""How much: means with their intervals, and how values spread."""

import math
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sim.analysis.intervals import Z
from sim.talks.outcome import quantities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.talks.outcome import Column
    from sim.talks.seating import Seated

NO_AMOUNT: Final = frozenset({"ending", "walked_over", "walked_in", "text"})
"""Fields whose mean says nothing: places, a session that may be none, a text that may not exist."""


class Mean(NamedTuple):
    """A mean over runs and its 95 % interval."""

    mean: float
    low: float
    high: float


def mean(column: "Column") -> Mean:
    """The mean of a column, plus and minus 1.96 standard errors; of one run, the value alone.

    Summed exactly (Shewchuk 1997), so that it is the same on every machine.
    """
    runs = len(column)
    centre = math.fsum(column.tolist()) / runs
    away = column - centre
    squares = math.fsum((away * away).tolist())
    half = Z * math.sqrt(squares / (runs - 1) / runs) if runs > 1 else 0.0
    return Mean(centre, centre - half, centre + half)


def means(seated: "Seated", columns: "Mapping[str, Column]") -> dict[str, Mean]:
    """The mean of each quantity that is an amount, in the order of the columns."""
    return {name: mean(columns[name]) for name in amounts(seated)}


def amounts(seated: "Seated") -> list[str]:
    """The quantities that are amounts: not a place, a day or a text that may not exist."""
    return [one.name for one in quantities(seated) if one.field not in NO_AMOUNT and not one.is_day]


class Spread(NamedTuple):
    """The median of many values, and the ends of their middle half."""

    median: float
    low: float
    high: float


def spread(column: "Column") -> Spread:
    """How values spread: each quantile is a value that occurs, the lower one of two."""
    values = np.sort(column)
    low, median, high = (float(values[int(part * (len(values) - 1))]) for part in (0.25, 0.5, 0.75))
    return Spread(median, low, high)


def histogram(column: "Column", top: float, bins: int) -> list[int]:
    """How many values lie in each of so many equal parts from 0 to `top`."""
    counts, _ = np.histogram(column, bins=bins, range=(0.0, top))
    return [int(count) for count in counts]
