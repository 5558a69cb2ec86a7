"""What does 14 % mean? Twenty marks that stand for all runs."""

from typing import TYPE_CHECKING, Final

from matplotlib.patches import Circle

from sim.analysis import counts
from sim.analysis.card import numbered
from sim.analysis.words import ending
from sim.plots import origin
from sim.plots.ink import FILLS, PAPER
from sim.plots.sheet import LEFT, RIGHT, SMALL, WIDE, Sheet, lines

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sim.analysis.ensemble import Ensemble
    from sim.plots.picture import Picture

HOW = "each mark is one of twenty such talks, sorted by how they end. Count them."
SIGNS: Final = {
    "comprehensive": "*", "partial": "P", "adjourned_with_date": "+", "adjourned_without_date": "_", "stalemate": "",
    "suspended": "", "walkout": "x", "no_show": "X",
}  # fmt: skip
MARK, GAP = 46, 26


def dots(ensemble: "Ensemble") -> "Picture":
    """How the talks end, as twenty marks, by largest remainders."""
    case, twenty = ensemble.case, counts.of_twenty(counts.endings(ensemble.columns))
    there = {name: count for name, count in twenty.items() if count}
    most = max(there, key=lambda name: there[name])
    about = f"{case.title} · {numbered(ensemble.runs, 'run')}, shown as 20 that stand for them"
    sheet = Sheet(f"Of 20 such talks, {there[most]} end with “{ending(most, case)}”", about, 520)
    axes = sheet.axes(LEFT, 140, WIDE - LEFT - RIGHT, 120)
    axes.set_xlim(0, WIDE - LEFT - RIGHT)
    axes.set_ylim(0, 120)
    axes.axis("off")
    mark = min(MARK, (WIDE - LEFT - RIGHT - GAP * len(there)) / 20)
    at = 0.0
    for place, (name, count) in enumerate(there.items()):
        for number in range(count):
            _mark(axes, at + mark * (number + 0.5), name, mark * 0.42)
        below = 70 * (place % 2) if len(there) > 3 else 0
        sheet.write(LEFT + at + 2, 275 + below * 0.9, str(count), size=18, weight="bold")
        for line, text in enumerate(lines(ending(name, case), 170, SMALL)):
            sheet.write(LEFT + at + 12 + 15 * len(str(count)), 275 + below * 0.9 + 17 * line, text, size=SMALL)
        at += mark * count + GAP
    said = ", ".join(f"{count} {ending(name, case)}" for name, count in there.items())
    return sheet.done(f"Twenty marks: {said}.", HOW, origin.of(ensemble))


def _mark(axes: "Axes", x: float, name: str, radius: float) -> None:

    axes.add_patch(Circle((x, 60), radius, gid=name, **(FILLS[name] | {"hatch": None})))
    if SIGNS[name]:
        axes.plot([x], [60], SIGNS[name], color=PAPER, ms=11, mew=3, mec=PAPER)
