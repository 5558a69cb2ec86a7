"""How much? Twenty marks, each at a value that a twentieth of the runs reaches."""

from typing import TYPE_CHECKING

import numpy as np

from sim.analysis.card import numbered
from sim.analysis.quantities import of
from sim.analysis.words import quantity
from sim.case.nearest import guess, nearest
from sim.case.place import Unknown
from sim.plots import origin
from sim.plots.ink import INK, QUIET
from sim.plots.sheet import LEFT, MIDDLE, RIGHT, WIDE, Sheet

if TYPE_CHECKING:
    from sim.analysis.ensemble import Ensemble
    from sim.plots.picture import Picture

HOW = "each mark is one of twenty such talks, at what it came to. Count the marks on one side of a number to see how likely that side is."  # noqa: E501 - one sentence
BINS = 26
ROOM = 240


def quantile_dots(ensemble: "Ensemble", name: str) -> "Picture":
    """How an amount spreads over the runs: 20 of its quantiles as dots (Kay and others 2016).

    `name` is a column of the outcomes, such as `progress` or `out.homs`.

    Raises
    ------
    sim.case.Unknown
        There is no such amount.

    """
    amounts = {key.partition(".")[2]: one for key, one in of(ensemble).items() if key.startswith("mean.")}
    if name not in amounts:
        raise Unknown(f"There is no amount {name}. {guess(nearest(name, amounts), list(amounts))}")
    values = np.sort(amounts[name].column)
    twenty = values[((np.arange(20) + 0.5) / 20 * len(values)).astype(int)]
    words = quantity(f"mean.{name}", ensemble.case)
    low, high = (f"{values[int(part * (len(values) - 1))]:,.4g}" for part in (0.25, 0.75))
    about = f"{ensemble.case.title} · {numbered(ensemble.runs, 'run')}, shown as 20 that stand for them"
    sheet = Sheet(f"{words[:1].upper()}{words[1:]}: half of the talks come to {low} to {high}", about, 610)
    axes = sheet.axes(LEFT + 20, 150, WIDE - LEFT - RIGHT - 40, ROOM)
    start, width = float(twenty[0]), float(twenty[-1] - twenty[0]) or 1.0
    bins = np.minimum(((twenty - start) / width * BINS).astype(int), BINS - 1)
    heights = [int(np.count_nonzero(bins[:at] == bins[at])) for at in range(20)]
    axes.plot(start + (bins + 0.5) / BINS * width, np.array(heights) + 0.5, "o", ms=19 - max(0, max(heights) - 6),
              color="#3B82B0", clip_on=False, gid="dots")  # fmt: skip
    axes.set_ylim(0, max(7, max(heights) + 1))
    axes.set_xlim(start - width * 0.03, start + width * 1.03)
    axes.set_yticks([])
    axes.spines["bottom"].set_visible(True)
    axes.spines["bottom"].set_color(INK)
    axes.locator_params(axis="x", nbins=6)
    low_end, high_end = axes.get_xlim()
    axes.set_xticks([tick for tick in axes.get_xticks() if low_end <= tick <= high_end])
    axes.set_xlabel(words, color=QUIET, fontsize=MIDDLE)
    alt = f"Twenty dots from {twenty[0]:,.4g} to {twenty[-1]:,.4g}; {sheet.title}."
    return sheet.done(alt, HOW, origin.of(ensemble))
