"""How do they end? Shares of the endings, with their intervals."""

from typing import TYPE_CHECKING

from sim.analysis import counts
from sim.analysis.card import numbered
from sim.analysis.intervals import wilson
from sim.analysis.percentages import ends, per_cent
from sim.analysis.words import ending
from sim.plots import origin
from sim.plots.ink import FILLS, INK, QUIET, RULE
from sim.plots.sheet import MIDDLE, SMALL, Sheet
from sim.rules.endings import ENDINGS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sim.analysis.counts import Count
    from sim.analysis.ensemble import Ensemble
    from sim.case.scenario import Scenario
    from sim.plots.picture import Picture

ROW = 52
HOW = (
    "each bar is the share of runs that end so; the whisker at its end holds the model’s true share, with 95 % "
    "confidence. The order runs from most agreement to least and is the same in every plot."
)


def outcomes(ensemble: "Ensemble") -> "Picture":
    """How often the talks end how: a bar an ending, most agreement first, with 95 % intervals (Wilson 1927)."""
    found, case = counts.endings(ensemble.columns), ensemble.case
    most = max(found, key=lambda name: found[name].times)
    title = f"The commonest ending is “{ending(most, case)}”: {per_cent(*found[most])}"
    about = f"{case.title} · {numbered(ensemble.runs, 'run')} · share of runs with each ending, 95 % interval"
    sheet = Sheet(title, about, 150 + ROW * len(found) + 230)
    axes = sheet.axes(270, 152, 577, ROW * len(found))
    top = bars(axes, found, case)
    for right, head in ((928, "share"), (1060, "95 % interval"), (1146, "runs")):
        sheet.write(right, 136, head, color=QUIET, ha="right", size=SMALL - 1)
    for place, one in enumerate(found.values()):
        y = 152 + ROW * (place + 0.5) + 5
        sheet.write(928, y, per_cent(*one), ha="right", weight="bold", size=MIDDLE)
        sheet.write(1060, y, ends(*one), ha="right", color=QUIET)
        sheet.write(1146, y, f"{one.times:,}", ha="right", color=QUIET)
    axes.set_xlim(0, top)
    said = [f"{ending(name, case)} {per_cent(*one)}" for name, one in found.items() if one.times]
    return sheet.done(f"Bars of {numbered(ensemble.runs, 'run')}: {', '.join(said)}.", HOW, origin.of(ensemble))


def bars(axes: "Axes", found: "dict[str, Count]", case: "Scenario") -> float:
    """Draw a bar for each ending, with its whisker, and name it; gives the end of the axis."""
    top = ceiling(max(wilson(*one)[1] for one in found.values()))
    for place, (name, one) in enumerate(found.items()):
        share, (low, high) = one.times / one.runs, wilson(*one)
        axes.barh(place, share, height=0.58, gid=name, **FILLS[name])
        if one.times:
            axes.errorbar(share, place, xerr=[[share - low], [high - share]], color=INK, capsize=5, lw=2, capthick=2)
    axes.set_ylim(len(ENDINGS) - 0.5, -0.5)
    axes.set_yticks(range(len(found)), [ending(name, case) for name in found], fontsize=MIDDLE, color=INK)
    per_cents(axes, top)
    axes.axvline(0, color=INK, lw=1.5)
    return top


def ceiling(share: float) -> float:
    """The end of an axis that shows a share: the next of 5, 10, 20, 30, ... per cent."""
    return next(end for end in (0.05, 0.1, *(tenth / 10 for tenth in (2, 3, 4, 5, 6, 8, 10))) if share <= end + 1e-9)


def per_cents(axes: "Axes", top: float) -> None:
    """Write an axis of shares from 0, in at most five parts."""
    axes.set_xticks(*ticks(top))
    axes.grid(visible=True, axis="x", color=RULE, linewidth=1)


def ticks(top: float) -> tuple[list[float], list[str]]:
    """Where an axis of shares from 0 has its ticks, and what they are called."""
    step = next(step for step in (0.01, 0.02, 0.05, 0.1, 0.2, 0.25) if top / step < 5.5)
    places = [step * part for part in range(round(top / step) + 1)]
    names = [f"{100 * place:.0f}" for place in places]
    return places, [*names[:-1], f"{names[-1]} %"]
