"""When? Who has walked out, who has agreed, and who is still at the table, day by day."""

from typing import TYPE_CHECKING

import numpy as np

from sim.analysis import duration as course_of
from sim.analysis.card import numbered
from sim.plots import origin
from sim.plots.ink import AGREED, INK, PAPER, QUIET, RULE, WALKED
from sim.plots.sheet import MIDDLE, SMALL, Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sim.analysis.duration import Course, Curve
    from sim.analysis.ensemble import Ensemble
    from sim.plots.picture import Picture

HOW = (
    "left, go up from a day: red has walked out by then, blue has agreed, what is between is still at the table. "
    "Right, the share that is still at the table, with its 95 % band; the tick at the end: the calendar stops them."
)


def duration(ensemble: "Ensemble") -> "Picture":
    """When the talks end: endings that compete (Aalen-Johansen), and time at the table (Kaplan-Meier)."""
    course, case = course_of.course(ensemble), ensemble.case
    walked, agreed = _last(course.walked), _last(course.agreed)
    title = f"{_percent(walked)} have walked out when time runs out, {_percent(agreed)} have agreed"
    about = f"{case.title} · {numbered(ensemble.runs, 'run')} · what has become of them, day by day"
    sheet = Sheet(title, about, 830)
    left = sheet.axes(120, 178, 516, 380)
    _areas(left, course)
    for y, share, ink in ((agreed_at(agreed), agreed, AGREED), (walked / 2, walked, WALKED)):
        left.text(course.last_day * 1.02, y, _percent(share), color=ink, weight="bold", fontsize=MIDDLE, va="center")
    sheet.write(120, 160, "share of runs", color=QUIET)
    sheet.write(120, 625, "runs at the table", color=QUIET)
    for day, runs in course.at_risk:
        sheet.write(120 + 516 * day / course.last_day, 652, f"{runs:,}", ha="center")
    right = sheet.axes(800, 178, 260, 380)
    _still(right, course)
    sheet.write(800, 160, "still at the table", color=QUIET)
    alt = (
        f"Of {numbered(ensemble.runs, 'run')}, {_percent(walked)} have walked out by day {course.last_day}, "
        f"{_percent(agreed)} have agreed, and {_percent(1 - walked - agreed)} are still at the table."
    )
    return sheet.done(alt, HOW, origin.of(ensemble))


def agreed_at(share: float) -> float:
    """The middle of the blue area at its end."""
    return min(1 - share / 2, 0.97)


def _areas(axes: "Axes", course: "Course") -> None:
    days, walked = _steps(course.walked, course.last_day)
    axes.fill_between(days, walked, step="post", color=WALKED, lw=0)
    days, agreed = _steps(course.agreed, course.last_day)
    axes.fill_between(days, 1 - agreed, 1, step="post", color=AGREED, lw=0)
    between = (_by(course.walked, course.last_day * 0.4), 1 - _by(course.agreed, course.last_day * 0.4))
    if between[1] - between[0] > 0.12:
        middle = (between[0] + between[1]) / 2
        axes.text(course.last_day * 0.4, middle, "still at the table", color=QUIET, fontsize=MIDDLE, ha="center")
    if _last(course.walked) > 0.08:
        axes.text(course.last_day * 0.97, _last(course.walked) / 2, "walked out", color=PAPER, weight="bold",
                  fontsize=MIDDLE, ha="right", va="center")  # fmt: skip
    if _last(course.agreed) > 0.08:
        axes.text(course.last_day * 0.97, 1 - _last(course.agreed) / 2, "agreed", color=PAPER, weight="bold",
                  fontsize=MIDDLE, ha="right", va="center")  # fmt: skip
    _frame(axes, course.last_day)


def _still(axes: "Axes", course: "Course") -> None:
    days, share = _steps(course.at_table, course.last_day, 1.0)
    low, high = (_steps(course.at_table, course.last_day, 1.0, place)[1] for place in (2, 3))
    axes.fill_between(days, low, high, step="post", color=RULE, lw=0)
    axes.step(days, share, where="post", color=INK, lw=2.5)
    axes.plot([course.last_day], [share[-1]], "|", color=INK, ms=12, mew=2)
    axes.text(
        course.last_day * 1.04, share[-1], _percent(share[-1]), weight="bold", va="center", fontsize=MIDDLE, color=INK
    )
    _frame(axes, course.last_day)


def _frame(axes: "Axes", last: int) -> None:
    axes.set_xlim(0, last)
    axes.set_ylim(0, 1)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
    step = next(step for step in (1, 2, 7, 14, 28, 56, 112, 224, 448, 896) if last / step <= 5)
    axes.set_xticks(range(0, last + 1, step))
    axes.set_xlabel("day, 0 is the start of the calendar", color=QUIET, fontsize=SMALL)
    for name in ("left", "bottom"):
        axes.spines[name].set_visible(True)
        axes.spines[name].set_color(RULE)


def _steps(curve: "Curve", last: int, before: float = 0.0, place: int = 1) -> "tuple[np.ndarray, np.ndarray]":
    days = np.concatenate([[0], curve.days, [max(last, 1)]]).astype(float)
    share = np.concatenate([[before], curve[place]])
    return days, np.append(share, share[-1])


def _last(curve: "Curve") -> float:
    return float(curve.share[-1]) if len(curve.share) else 0.0


def _by(curve: "Curve", day: float) -> float:
    there = curve.share[curve.days <= day + 1]
    return float(there[-1]) if len(there) else 0.0


def _percent(share: float) -> str:
    return f"{100 * share:.{0 if share >= 0.095 or share <= 0 else 1}f} %"
