"""How much of the variance of an outcome each number explains: Sobol indices, alone and with the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from sim.analysis import salib
from sim.analysis.ranges import Span

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.talks.records import Vector

DESIGN, INTERVALS = 2, 3
"""Steps of chance, after those of the screening."""
COLUMNS: Final = {
    "first": "share of the variance of the outcome that the number explains alone",
    "first_low": "lower end of its 95 % interval",
    "first_high": "upper end of it",
    "total": "share of the variance that it explains alone and together with the others",
    "total_low": "lower end of its 95 % interval",
    "total_high": "upper end of it",
}


@dataclass(frozen=True, eq=False)
class Indices:
    """How much of the variance of an outcome some numbers explain.

    `frame` has a row a number, by its path, the greatest total first. `points` is the size of the sample; there are
    that many points times the numbers and two.
    """

    case: "Scenario"
    outcome: str
    runs: int
    points: int
    seed: int
    digest: str
    spans: tuple[Span, ...]
    frame: pd.DataFrame


def design(count: int, points: int, seed: int) -> "Vector":
    """Points (points times count + 2, x count) in [0, 1]: two samples, and the first with each number of the second.

    Saltelli and others (2010), over a scrambled Sobol sequence; `points` is a power of two.
    """
    made = salib.part("sample.sobol").sample(
        salib.problem(count), points, calc_second_order=False, seed=salib.seed(seed, DESIGN)
    )
    return np.asarray(made, dtype=np.float64)


def indices(outcomes: "Vector", count: int, seed: int) -> pd.DataFrame:
    """First and total indices (Saltelli and others 2010) with 95 % intervals, a row a number.

    `outcomes` has the value at each point of a design. Points are drawn anew for the intervals. Where the outcome is
    the same everywhere there is nothing to explain, and all is 0.
    """
    if np.ptp(outcomes) == 0:
        return pd.DataFrame(0.0, index=range(count), columns=list(COLUMNS))
    found = salib.part("analyze.sobol").analyze(
        salib.problem(count), outcomes, calc_second_order=False, num_resamples=salib.RESAMPLES,
        seed=salib.seed(seed, INTERVALS),
    )  # fmt: skip
    first, total = (_with_ends(found, name) for name in ("S1", "ST"))
    return pd.DataFrame(dict(zip(COLUMNS, (*first, *total), strict=True)))


def _with_ends(found: dict[str, "Vector"], name: str) -> "tuple[Vector, Vector, Vector]":
    value, half = found[name], found[f"{name}_conf"]
    return value, value - half, value + half


def ranked(spans: Sequence[Span], outcomes: "Vector", seed: int) -> pd.DataFrame:
    """The frame of the indices, the greatest total first."""
    frame = indices(outcomes, len(spans), seed)
    frame.index = pd.Index([span.path for span in spans], name="path")
    frame = frame.sort_values("total", ascending=False, kind="stable")
    frame.attrs["described"] = dict(COLUMNS)
    return frame
