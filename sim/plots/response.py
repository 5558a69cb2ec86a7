"""How does it depend on one number? Shares of the endings along an axis, with their bands."""

from typing import TYPE_CHECKING

from sim.analysis.card import numbered
from sim.analysis.words import ending
from sim.case.place import Unknown
from sim.plots import origin
from sim.plots.ink import INK, LINES, QUIET, RULE
from sim.plots.outcomes import ceiling, ticks
from sim.plots.sheet import LEFT, MIDDLE, SMALL, Sheet, apart, cut
from sim.rules.endings import ENDINGS
from sim.study.points import Points
from sim.study.values import is_number

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from sim.analysis.results import Sweep
    from sim.plots.picture import Picture

HOW = (
    "go along the axis to see how often each ending comes; each dot is a value that was played, the band around a "
    "line its 95 % interval. The dotted line is the scenario as it is."
)
SEEN = 0.02
"""An ending that is nowhere more frequent is left out, and that is said."""


def response(sweep: "Sweep", path: str | None = None) -> "Picture":
    """How the endings depend on one number that was varied, with 95 % bands (Wilson 1927); others are averaged over.

    Raises
    ------
    sim.case.Unknown
        The path was not varied, or not in numbers.

    """
    path = path or numeric(sweep)[0]
    if path not in numeric(sweep):
        raise Unknown(f"{path} was not varied in numbers.")
    shares = sweep.shares(by=path).reset_index()
    shares = shares[shares["kind"] == "ending"]
    tops = shares.groupby("name")["share"].max()
    names = [name for name in ENDINGS if tops[name] >= SEEN]
    case, runs = sweep.plan.scenario, sweep.plan.runs
    about = f"{case.title} · {numbered(len(sweep.plan.points), 'point')}, {numbered(runs, 'run')} each · 95 % bands"
    sheet = Sheet(heading(shares, path, sweep), about, 800)
    axes = sheet.axes(110, 190, 800, 370)
    sheet.write(LEFT, 165, "share of runs", color=QUIET)
    top = ceiling(min(1.0, float(shares["high"].max())))
    at = [float(shares[shares["name"] == name]["share"].iloc[-1]) for name in names]
    spots = apart(at, top * 0.06, 0, top)
    for name, spot in zip(names, spots, strict=True):
        one = shares[shares["name"] == name].sort_values(path)
        _line(axes, one, path, name)
        end = float(one[path].max())
        axes.annotate(
            ending(name, case), (end, spot), (10, 0), textcoords="offset points", va="center", weight="bold",
            color=INK, fontsize=SMALL, annotation_clip=False,
        )  # fmt: skip
    _frame(axes, shares[path].astype(float), top, path)
    _as_it_is(axes, sweep, path)
    left_out = [ending(name, case) for name in ENDINGS if name not in names]
    alt = f"{len(names)} lines over {path}: {sheet.title}. Below 2 % everywhere: {', '.join(left_out) or 'none'}."
    return sheet.done(alt, HOW, [*origin.of_case(case), f"seed {sweep.plan.seed}", f"digest {sweep.digest[:8]}"])


def numeric(sweep: "Sweep") -> list[str]:
    """The paths that were varied in numbers."""
    columns = zip(sweep.plan.paths, zip(*sweep.plan.points, strict=True), strict=True) if sweep.plan.paths else ()
    return [path for path, texts in columns if all(map(is_number, texts)) and len(set(texts)) > 1]


def heading(shares: "pd.DataFrame", path: str, sweep: "Sweep") -> str:
    """The ending that changes most along the axis, as a sentence."""
    ends = {}
    for name in ENDINGS:
        one = shares[shares["name"] == name].sort_values(path)
        ends[name] = (float(one["share"].iloc[0]), float(one["share"].iloc[-1]), one)
    name = max(ends, key=lambda each: abs(ends[each][1] - ends[each][0]))
    first, last, one = ends[name]
    if one["low"].iloc[-1] <= one["high"].iloc[0] and one["low"].iloc[0] <= one["high"].iloc[-1]:
        return f"No difference shown between the ends of {cut(path, 420, 18)}"
    how = "rises" if last > first else "falls"
    word = ending(name, sweep.plan.scenario)
    return f"“{word}” {how} from {100 * first:.0f} to {100 * last:.0f} % along {cut(path, 420, 18)}"


def _line(axes: "Axes", one: "pd.DataFrame", path: str, name: str) -> None:
    ink, dash = LINES[name]
    x = one[path].astype(float)
    axes.fill_between(x, one["low"], one["high"], color=ink, alpha=0.15, lw=0)
    axes.plot(x, one["share"], color=ink, ls=dash, lw=3, gid=name)
    axes.plot(x, one["share"], "o", color=ink, ms=5)


def _frame(axes: "Axes", x: "pd.Series", top: float, path: str) -> None:
    axes.set_xlim(x.min(), x.max())
    axes.set_ylim(0, top)
    axes.set_yticks(*ticks(top))
    axes.locator_params(axis="x", nbins=5)
    axes.grid(visible=True, axis="y", color=RULE, linewidth=1)
    axes.set_xlabel(cut(path, 780, MIDDLE), color=QUIET, fontsize=MIDDLE)


def _as_it_is(axes: "Axes", sweep: "Sweep", path: str) -> None:
    seated = Points(sweep.plan).seated(0)
    entries = seated.paths.get(path)
    value = as_it_is(sweep, path)
    low, high = axes.get_xlim()
    if entries is not None and value is not None and low < value < high:
        axes.axvline(value, color=INK, ls=":", lw=1.8)
        right = value < (low + high) / 2
        axes.annotate(
            "as it is", (value, axes.get_ylim()[1]), (5 if right else -5, 5), textcoords="offset points",
            ha="left" if right else "right", color=INK, fontsize=SMALL, annotation_clip=False,
        )  # fmt: skip


def as_it_is(sweep: "Sweep", path: str) -> float | None:
    """The number that the scenario itself has at a path; None if it is no number."""
    thing: object = sweep.plan.scenario.model_dump()
    for step in path.split("."):
        if isinstance(thing, dict):
            thing = thing.get(step)
        elif isinstance(thing, list | tuple) and step.isdecimal() and int(step) < len(thing):
            thing = thing[int(step)]
        else:
            return None
    return float(thing) if isinstance(thing, int | float) else None
