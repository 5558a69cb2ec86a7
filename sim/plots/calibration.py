"""Can I trust it? What was said, beside how often it happened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from sim.analysis.intervals import wilson
from sim.plots.ink import INK, NEUTRAL, PAPER, QUIET, RULE
from sim.plots.sheet import LEFT, MIDDLE, SMALL, Sheet

if TYPE_CHECKING:
    from sim.plots.picture import Picture

BINS = 10
HOW = (
    "on the line: came true as often as said; above it: more often; below: less often. Bars are 95 % intervals, "
    "the numbers below say of how many forecasts."
)


def calibration(said: Sequence[float], happened: Sequence[bool]) -> "Picture":
    """Whether what is said with a probability comes as often: ten bins, each with its interval (Wilson 1927).

    `said` are probabilities in [0, 1]; `happened` whether each came.

    Raises
    ------
    ValueError
        There are none, or not as many of the one as of the other, or a probability is out of range.

    """
    if not len(said) or len(said) != len(happened) or not all(0 <= one <= 1 for one in said):
        raise ValueError("Calibration takes as many probabilities from 0 to 1 as things that happened or did not.")
    chance, came = np.asarray(said, dtype=float), np.asarray(happened, dtype=bool)
    bins = np.minimum((chance * BINS).astype(int), BINS - 1)
    inside = 0
    sheet = Sheet(_title(chance, came), f"{len(said):,} forecasts in ten bins, 95 % intervals", 860)
    axes = sheet.axes(130, 180, 480, 420)
    sheet.write(LEFT, 160, "happened", color=QUIET)
    axes.plot([0, 1], [0, 1], color=RULE, lw=2)
    for one in range(BINS):
        here = bins == one
        if not here.any():
            continue
        x, times, count = float(chance[here].mean()), int(came[here].sum()), int(here.sum())
        low, high = wilson(times, count)
        axes.plot([x, x], [low, high], color=INK, lw=2)
        axes.plot([x], [times / count], "o", color=INK, ms=9, mfc=INK if low > x or high < x else PAPER, mew=2)
        axes.text(x, -0.13, f"{count:,}", ha="center", color=NEUTRAL, fontsize=SMALL - 1)
        inside += low <= x <= high
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    for set_ticks in (axes.set_xticks, axes.set_yticks):
        set_ticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
    axes.set_xlabel("said", color=QUIET, fontsize=MIDDLE, labelpad=28)
    axes.grid(visible=True, color=RULE, linewidth=1)
    alt = f"Calibration of {len(said):,} forecasts: {inside} of {len(set(bins.tolist()))} bins hold the diagonal."
    return sheet.done(alt, HOW, [f"{len(said):,} forecasts"])


def _title(said: "np.ndarray", came: "np.ndarray") -> str:
    low, high = wilson(int(came.sum()), len(came))
    mean = float(said.mean())
    if low <= mean <= high:
        return f"As often as said: {100 * float(came.mean()):.0f} % came, {100 * mean:.0f} % was said"
    how = "More" if came.mean() > mean else "Less"
    return f"{how} often than said: {100 * float(came.mean()):.0f} % came, {100 * mean:.0f} % was said"
