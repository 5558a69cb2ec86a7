"""How does it depend on two numbers? A map of squares, darker where it is more frequent."""

import itertools
from typing import TYPE_CHECKING

from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patheffects import AbstractPathEffect, withStroke
from matplotlib.ticker import FuncFormatter

from sim.analysis.card import numbered
from sim.analysis.words import quantity
from sim.case.place import Unknown
from sim.plots import origin
from sim.plots.ink import INK, LINES, PAPER, QUIET, WALKED
from sim.plots.response import as_it_is, numeric
from sim.plots.sheet import LEFT, MIDDLE, SMALL, Sheet, cut

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from sim.analysis.results import Sweep
    from sim.plots.picture import Picture

HOW = (
    "each square is a pair of values that was played; the darker, the more often. Along a line the share is the "
    "same; the ring is the scenario as it is."
)


def heat_map(sweep: "Sweep", x: str | None = None, y: str | None = None, outcome: str = "walkout.any") -> "Picture":
    """How often an outcome comes over two numbers that were varied.

    `outcome` is `ending.NAME`, `walkout.any`, `walkout.DELEGATION` or `threshold.NAME`.

    Raises
    ------
    sim.case.Unknown
        Fewer than two paths were varied in numbers, or these were not.

    """
    paths = numeric(sweep)
    if len(paths) < 2 or not {x or paths[0], y or paths[1]} <= set(paths):
        raise Unknown("A heat map needs two paths that were varied in numbers.")
    x, y = x or paths[0], y or paths[1]
    kind, _, name = outcome.partition(".")
    shares = sweep.shares(by=[x, y]).reset_index()
    chosen = shares[(shares["kind"] == kind) & (shares["name"] == name)]
    if not len(chosen):
        raise Unknown(f"There is no outcome {outcome}.")
    table = chosen.pivot_table(index=y, columns=x, values="share")
    case, words = sweep.plan.scenario, quantity(outcome, sweep.plan.scenario)
    low, high = (100 * float(end) for end in (table.min().min(), table.max().max()))
    about = f"{case.title} · {len(table.columns)} × {len(table)} points, {numbered(sweep.plan.runs, 'run')} each"
    sheet = Sheet(f"“{words}”: from {low:.0f} to {high:.0f} % over two numbers", about, 860)
    axes = sheet.axes(200, 190, 560, 440)
    sheet.write(LEFT, 165, f"share of runs with “{words}”", color=QUIET)
    _squares(sheet, axes, table, LINES[name][0] if kind == "ending" else WALKED)
    _ring(axes, as_it_is(sweep, x), as_it_is(sweep, y))
    axes.set_xlabel(cut(x, 540, MIDDLE), color=QUIET, fontsize=MIDDLE)
    axes.set_ylabel(cut(y, 420, MIDDLE), color=QUIET, fontsize=MIDDLE)
    alt = f"Heat map of {len(table.columns)} by {len(table)} points. {sheet.title}: {x} to the right, {y} upwards."
    return sheet.done(alt, HOW, [*origin.of_case(case), f"seed {sweep.plan.seed}", f"digest {sweep.digest[:8]}"])


def _squares(sheet: Sheet, axes: "Axes", table: "pd.DataFrame", hue: str) -> None:
    colours = LinearSegmentedColormap.from_list("share", [PAPER, hue, _dark(hue)])
    xs, ys = (list(map(float, one)) for one in (table.columns, table.index))
    most = max(0.01, float(table.to_numpy().max()))
    drawn = axes.pcolormesh(_edges(xs), _edges(ys), table.to_numpy(), cmap=colours, vmin=0, vmax=most)
    if len(xs) > 2 and len(ys) > 2 and table.to_numpy().max() > table.to_numpy().min():
        lines = axes.contour(xs, ys, table.to_numpy(), levels=3, colors=INK, linewidths=1.8)
        halo: list[AbstractPathEffect] = [withStroke(linewidth=3.5, foreground=PAPER)]
        lines.set(path_effects=halo)
        for label in axes.clabel(lines, fmt=lambda share: f"{100 * share:.0f} %", fontsize=SMALL):
            label.set_path_effects(halo)
    bar = sheet.figure.colorbar(drawn, cax=sheet.axes(800, 190, 18, 440))
    bar.outline.set_visible(False)
    bar.ax.yaxis.set_major_formatter(FuncFormatter(lambda share, _: f"{100 * share:.0f} %"))
    axes.locator_params(nbins=5)


def _edges(values: list[float]) -> list[float]:
    """The edges of squares about values."""
    if len(values) == 1:
        return [values[0] - 0.5, values[0] + 0.5]
    inner = [(a + b) / 2 for a, b in itertools.pairwise(values)]
    return [2 * values[0] - inner[0], *inner, 2 * values[-1] - inner[-1]]


def _dark(hue: str) -> str:
    parts = [int(int(hue[at : at + 2], 16) * 0.45) for at in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def _ring(axes: "Axes", x: float | None, y: float | None) -> None:
    if x is not None and y is not None:
        axes.plot([x], [y], "o", ms=15, mfc="none", mec=PAPER, mew=5)
        axes.plot([x], [y], "o", ms=15, mfc="none", mec=INK, mew=2)
