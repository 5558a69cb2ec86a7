"""The report on a sweep."""

from typing import TYPE_CHECKING, Final

from sim import __version__
from sim.analysis.card import numbered
from sim.analysis.percentages import share
from sim.analysis.words import ending, quantity
from sim.case import digest
from sim.plots import PLOTS
from sim.plots.response import numeric
from sim.report import tables
from sim.report.page import Report, Section, Table, rows
from sim.study.provenance import RESULT_VERSION

if TYPE_CHECKING:
    from sim.analysis.results import Sweep

MOST_POINTS: Final = 50
MOST_CURVES: Final = 4


def report(found: "Sweep", command: str) -> Report:
    """What a sweep came to: the endings at its points, how they depend on what was varied, and what failed."""
    plan = found.plan
    sections = [*_alone(found), *_curves(found), _points(found), *_failures(found)]
    first = next((one.picture.title for one in sections if one.picture), plan.scenario.title)
    return Report(
        title=first,
        lead=f"{plan.scenario.title}: {numbered(len(plan.points), 'point')}, {numbered(plan.runs, 'run')} at each.",
        compared=tuple((path, _values(found, path)) for path in plan.paths) or ((plan.scenario.title, "as it is"),),
        sure=(
            f"{numbered(plan.size, 'run')}, seed {plan.seed}; {numbered(len(found.failed), 'run')} failed.",
            (
                "All points see the same luck, run by run: differences between points are differences of the points. "
                "Intervals are 95 % (Wilson)."
            ),
        ),
        sections=tuple(sections),
        provenance=(
            f"sim {__version__}, results {RESULT_VERSION}; scenario {digest(plan.scenario)[:8]}, seed {plan.seed}, "
            f"digest {found.digest[:8]}."
        ),
        command=command,
    )


def _values(found: "Sweep", path: str) -> str:
    values = list(dict.fromkeys(found.points[path].tolist()))
    shown = ", ".join(map(str, values[:6]))
    return shown if len(values) <= 6 else f"{shown}, … ({len(values):,} values)"


def _alone(found: "Sweep") -> list[Section]:
    """Of a sweep with one point, how it ends and when."""
    if len(found.plan.points) > 1:
        return []
    one = found.ensemble()
    return [
        Section("Endings", (), PLOTS["outcomes"](one), tables.endings(one)),
        Section("When", (), PLOTS["duration"](one), None),
    ]


def _curves(found: "Sweep") -> list[Section]:
    """How the endings depend on each number that was varied, and walkouts on two of them."""
    paths = numeric(found)
    sections = [Section(f"Along {path}", (), PLOTS["response"](found, path), None) for path in paths[:MOST_CURVES]]
    if len(paths) > 1 and len(set(found.plan.points)) == _grid(found, paths[:2]):
        sections.append(Section("Two numbers at once", (), PLOTS["heat_map"](found, *paths[:2]), None))
    return sections


def _grid(found: "Sweep", paths: list[str]) -> int:
    """How many points there are, if they are a grid over two paths and whatever else was varied."""
    size = 1
    for path in found.plan.paths:
        size *= found.points[path].nunique()
    return size if len(paths) == 2 else 0


def _points(found: "Sweep") -> Section:
    """Shares at each point."""
    case, paths = found.plan.scenario, list(found.plan.paths)
    shares = found.shares().reset_index()
    names = [("ending", name) for name in shares[shares["kind"] == "ending"]["name"].unique()] + [("walkout", "any")]
    head = [ending(name, case) if kind == "ending" else quantity("walkout.any", case) for kind, name in names]
    told = []
    each = len(shares) // len(found.plan.points)
    for point, values in enumerate(found.plan.points[:MOST_POINTS]):
        block = shares.iloc[point * each : (point + 1) * each].set_index(["kind", "name"])
        cells = [share(int(block.loc[one, "count"]), int(block.loc[one, "runs"])) for one in names]
        told.append((*values, *cells))
    left = len(found.plan.points) - MOST_POINTS
    words = (f"The first {MOST_POINTS} points; {left:,} more can be asked with sim query.",) if left > 0 else ()
    return Section("All points", words, None, Table("Shares at each point", (*paths, *head), rows(told)))


def _failures(found: "Sweep") -> list[Section]:
    if not found.failed:
        return []
    told = rows([(one.point, one.replicate, one.error, one.message) for one in found.failed[:MOST_POINTS]])
    head = ("point", "replicate", "error", "what it said")
    return [Section("Runs that failed", ("They are in no share.",), None, Table("Runs that failed", head, told))]
