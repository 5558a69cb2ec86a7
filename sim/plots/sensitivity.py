"""Which numbers matter? Screening on the left, indices on the right."""

from typing import TYPE_CHECKING

from sim.analysis.words import quantity
from sim.plots import origin
from sim.plots.ink import EDGE, INK, NEUTRAL, PAPER, QUIET, RULE
from sim.plots.sheet import LEFT, MIDDLE, SMALL, TINY, Sheet, apart, cut

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from sim.analysis.indices import Indices
    from sim.analysis.sensitivity import Sensitivity
    from sim.plots.picture import Picture

NAMED = 8
"""So many numbers are named; the others are grey dots."""
HOW = (
    "left, the further right, the more a number matters; the higher, the more its effect depends on the others. "
    "Right, filled is its effect alone, open its effect with others. A whisker that reaches 0: no influence shown."
)


def sensitivity(found: "Sensitivity") -> "Picture":
    """Which numbers matter for an outcome: mu* and sigma of a Morris screening, then Sobol indices, with intervals."""
    screening = found.screening
    table = screening.frame.sort_values("mu_star", ascending=False)
    case, words = screening.case, quantity(screening.outcome, screening.case)
    about = f"{case.title} · Morris: {screening.trajectories} trajectories over {len(table)} numbers"
    if found.indices is not None:
        about += f" · Sobol: {found.indices.points} points × {found.indices.runs} runs"
    first = str(table.index[0])
    shown = float(table["mu_star_low"].iloc[0]) > 0
    title = f"“{words}”: {cut(first, 560, 18)} matters most" if shown else f"No number is shown to matter for “{words}”"
    sheet = Sheet(title, about, 830)
    scale = 1.0 if screening.outcome.startswith("mean.") else 100.0
    unit = "" if scale == 1 else ", points"
    sheet.write(LEFT, 157, f"spread of that change (σ{unit})", color=QUIET)
    _scatter(sheet.axes(97, 180, 500, 380), table, scale, f"mean change (μ*{unit})")
    if found.indices is not None:
        _bars(sheet, found.indices)
    said = ", ".join(f"{path} {scale * float(value):.3g}" for path, value in table["mu_star"].head(5).items())
    return sheet.done(
        f"Scatter of mean and spread of the effects of {len(table)} numbers on {words}; the largest: {said}.", HOW,
        [*origin.of_case(case), f"seed {screening.seed}", f"digest {screening.digest[:8]}"],
    )  # fmt: skip


def _scatter(axes: "Axes", table: "pd.DataFrame", scale: float, label: str) -> None:
    named = table[table["mu_star_low"] > 0].head(NAMED)
    rest = table.drop(named.index)
    axes.plot(scale * rest["mu_star"], scale * rest["sigma"], "o", color=EDGE, alpha=0.6, ms=7)
    right = scale * float(table["mu_star_high"].max()) * 1.7 or 1.0
    top = scale * float(table["sigma"].max()) * 1.15 or 1.0
    axes.set_xlim(0, right)
    axes.set_ylim(0, top)
    axes.plot([0, min(right, top)], [0, min(right, top)], color=RULE, lw=1.5, zorder=0)
    spots = apart([scale * float(value) for value in named["sigma"]], top * 0.062, top * 0.03, top)
    for (path, one), spot in zip(named.iterrows(), spots, strict=True):
        x, y = scale * one["mu_star"], scale * one["sigma"]
        axes.plot([scale * one["mu_star_low"], scale * one["mu_star_high"]], [y, y], color=INK, lw=2)
        axes.plot([x], [y], "o", color=INK, ms=9, gid=str(path))
        end = scale * one["mu_star_high"] + right * 0.015
        if abs(spot - y) > top * 0.02:
            axes.plot([scale * one["mu_star_high"], end], [y, spot], color=QUIET, lw=0.8)
        axes.text(
            end, spot, cut(str(path), 500 * (1 - end / right) + 60, SMALL), va="center", fontsize=SMALL, color=INK
        )
    if len(rest):
        axes.set_xlabel(f"{label}; grey: {len(rest)} others", color=QUIET, fontsize=MIDDLE)
    else:
        axes.set_xlabel(label, color=QUIET, fontsize=MIDDLE)
    axes.locator_params(nbins=5)
    for name in ("left", "bottom"):
        axes.spines[name].set_visible(True)
        axes.spines[name].set_color(RULE)


def _bars(sheet: Sheet, found: "Indices") -> None:
    table = found.frame.sort_values("total", ascending=False).head(NAMED)
    axes = sheet.axes(905, 180, 190, 380)
    sheet.write(905, 165, "■ alone  □ with others", color=QUIET)
    for place, (path, one) in enumerate(table.iterrows()):
        for kind, shift, fill, ink in (("first", -0.19, NEUTRAL, "#8A96A0"), ("total", 0.19, PAPER, NEUTRAL)):
            value = float(one[kind])
            axes.barh(place + shift, max(value, 0.0), height=0.32, facecolor=fill, edgecolor=NEUTRAL, lw=1.5, gid=kind)
            axes.plot([one[f"{kind}_low"], one[f"{kind}_high"]], [place + shift] * 2, color=ink, lw=2.5)
            axes.text(
                max(value, float(one[f"{kind}_high"])) + 0.02, place + shift, f"{value:.2f}", va="center",
                fontsize=TINY, weight="bold" if kind == "total" else "normal", color=INK,
            )  # fmt: skip
        sheet.write(898, 180 + 380 * (place + 0.5) / len(table) + 4, cut(str(path), 258, TINY), ha="right", size=TINY)
    axes.set_ylim(len(table) - 0.5, -0.5)
    axes.set_yticks([])
    end = max(0.1, float(table[["first_high", "total_high"]].max().max()) * 1.05)
    axes.set_xlim(min(0.0, float(table["first_low"].min())), end)
    axes.locator_params(axis="x", nbins=3)
    axes.axvline(0, color=INK, lw=1.3)
    axes.grid(visible=True, axis="x", color=RULE, linewidth=1)
    axes.set_xlabel("share of the variance (Sobol)", color=QUIET, fontsize=SMALL)
