"""What changes? Shares of the first case, then the differences of the others."""

import math
from typing import TYPE_CHECKING, Final

from sim.analysis import counts
from sim.analysis.card import numbered
from sim.analysis.percentages import per_cent
from sim.analysis.verdict import points
from sim.analysis.words import ending
from sim.plots import origin
from sim.plots.ink import INK, PAPER, QUIET, RULE
from sim.plots.outcomes import bars
from sim.plots.sheet import MIDDLE, SMALL, WIDE, Sheet, cut

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sim.analysis.comparison import Comparison
    from sim.analysis.difference import Difference
    from sim.plots.picture import Picture

ROW, TOP = 52, 200
MOST: Final = 4
"""So many others fit beside the first on one sheet."""
HOW = (
    "a dot right of the line means that this ending is more frequent than in “{first}”, left means less frequent. "
    "A filled dot: its interval keeps clear of zero. A hollow dot: these runs do not show a difference."
)


def comparison(found: "Comparison") -> "Picture":
    """What changes: the endings of the first case, and the differences of up to four others, with 95 % intervals."""
    first, others = found.ensembles[0], found.labels[1 : MOST + 1]
    shares = counts.endings(first.columns)
    luck = "with the same luck" if found.paired else "each with its own luck"
    runs = " and ".join(dict.fromkeys(numbered(one.runs, "run") for one in found.ensembles))
    each = " each" if len({one.runs for one in found.ensembles}) == 1 else ""
    about = f"{runs}{each}, {luck} · difference to “{found.labels[0]}”, 95 % interval"
    left_out = len(found.labels) - 1 - len(others)
    about = f"{left_out} more are not drawn · {about}" if left_out else about
    sheet = Sheet(heading(found), about, TOP + ROW * len(shares) + 270)
    top = TOP + sheet.extra
    axes = sheet.axes(270, top, 150, ROW * len(shares))
    end = bars(axes, shares, first.case)
    axes.set_xlim(0, end)
    axes.set_xticks([0, end], ["0", f"{100 * end:.0f} %"])
    for place, one in enumerate(shares.values()):
        axes.text(
            one.times / one.runs + end * 0.05, place, per_cent(*one), va="center", weight="bold", fontsize=MIDDLE,
            color=INK, bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1},
        )  # fmt: skip
    sheet.write(270, top - 58, cut(found.labels[0], 255, MIDDLE, "bold"), size=MIDDLE, weight="bold")
    sheet.write(270, top - 28, "share of runs", color=QUIET)
    room = (WIDE - 54 - 545) / len(others)
    reach = max(_reach(found.of(place)) for place in range(1, len(others) + 1))
    for place, label in enumerate(others, 1):
        left = 545 + room * (place - 1)
        sheet.write(left, top - 58, cut(label, room - 20, MIDDLE, "bold"), size=MIDDLE, weight="bold")
        sheet.write(left, top - 28, cut("difference, in points", room - 20, SMALL), color=QUIET)
        _differences(
            sheet.axes(left, top, room - 30, ROW * len(shares)), found.of(place), list(shares), reach, wide=room > 220
        )
        _worlds(sheet, found, place, (left, top + ROW * len(shares) + 62), room - 20)
    alt = f"Shares of the endings of {found.labels[0]}, and differences of {', '.join(others)}. {found.sentence}"
    where = origin.of(first) if len(others) > 1 else [*origin.of(first), f"and {found.ensembles[1].digest[:8]}"]
    return sheet.done(alt, HOW.format(first=cut(found.labels[0], 300, SMALL)), where)


def heading(found: "Comparison") -> str:
    """The largest effect whose interval keeps clear of zero, as a sentence."""
    shown = [one for one in found.differences if one.quantity.startswith("ending.") and one.is_shown]
    if not shown:
        return f"No difference shown by {numbered(found.ensembles[0].runs, 'run')}"
    most = max(shown, key=lambda one: abs(one.difference))
    name = ending(most.quantity.partition(".")[2], found.ensembles[0].case)
    how = "more" if most.difference > 0 else "less"
    return f"{cut(most.label_b, 420, 18)}: “{name}” is {how} frequent, by {points(most.difference).lstrip('+−')} points"


def _reach(found: "dict[str, Difference]") -> float:
    ends = [abs(end) for name, one in found.items() if name.startswith("ending.") for end in (one.low, one.high)]
    return max(0.02, math.ceil(100 * max(ends) / 0.9) / 100)


def _differences(axes: "Axes", found: "dict[str, Difference]", names: list[str], reach: float, *, wide: bool) -> None:
    for place, name in enumerate(names):
        one = found[f"ending.{name}"]
        axes.plot([one.low, one.high], [place, place], color=INK, lw=2.5, solid_capstyle="butt")
        face = INK if one.is_shown else PAPER
        axes.plot(one.difference, place, "o", ms=9.5, mec=INK, mew=2, color=INK, mfc=face, gid=name)
        if one.is_shown:
            right = one.difference > 0
            shift = 0.06 * reach
            axes.text(
                one.high + shift if right else one.low - shift, place, points(one.difference), va="center",
                ha="left" if right else "right", weight="bold", fontsize=SMALL, color=INK,
            )  # fmt: skip
    axes.axvline(0, color=INK, lw=1.8)
    axes.set_xlim(-1.45 * reach, 1.45 * reach)
    axes.set_ylim(len(names) - 0.5, -0.5)
    step = _step(reach)
    ticks = [-step, 0, step] if wide else [-step, step]
    axes.set_xticks(ticks, [points(tick) if tick else "0" for tick in ticks])
    axes.set_yticks([])
    axes.grid(visible=True, axis="x", color=RULE, linewidth=1)


def _step(reach: float) -> float:
    return next((step for step in (0.5, 0.2, 0.1, 0.05, 0.02) if step <= reach), 0.01)


def _worlds(sheet: Sheet, found: "Comparison", place: int, at: tuple[float, float], room: float) -> None:
    """In how many of the same worlds the walkout is averted, and in how many caused."""
    if not found.is_paired(place):
        return
    before, after = (
        counts.any_walked(one.columns, list(one.case.delegations))
        for one in (found.ensembles[0], found.ensembles[place])
    )
    runs = len(before)
    averted, caused = int((before & ~after).sum()), int((after & ~before).sum())
    for line, text in enumerate((f"walkout averted in {per_cent(averted, runs)} of the",
                                 f"same worlds, caused in {per_cent(caused, runs)}")):  # fmt: skip
        sheet.write(at[0], at[1] + 21 * line, cut(text, room, SMALL), size=SMALL)
