"""``sim sweep --dry-run``: how much there is to do, how large it becomes, and about how long it takes."""

from typing import TYPE_CHECKING

from sim.case.days import numbered
from sim.commands import engines
from sim.commands.document import document
from sim.commands.request import Request
from sim.report.terminal.ink import inked
from sim.report.terminal.page import out

if TYPE_CHECKING:
    from sim.study.estimate import Estimate
    from sim.study.plan import Plan

UNITS = {"TB": 1e12, "GB": 1e9, "MB": 1e6, "kB": 1e3}
LENGTHS = {"hour": 3600, "minute": 60, "second": 1}


def show(request: Request, engine: str, workers: int | None, *, json: bool) -> None:
    """Say what a sweep would cost, and change nothing in its folder."""
    from sim.study import runs
    from sim.study.estimate import estimate
    from sim.study.store import found

    plan = request.plan()
    player = engines.chosen(engine, plan.size)
    hands = runs.at_once(player, workers)
    there = found(request.folder, plan)
    cost = estimate(plan, player, hands)
    left = 1 - there / plan.size
    if json:
        document(_content(request, plan, cost, there) | {"engine": player, "workers": hands})
        return
    page = out()
    page.header(inked(plan.scenario.title, "strong"), "nothing is played yet")
    page.said("Points", f"{len(plan.points):,}: {_varied(plan)}")
    page.said("Runs", f"{plan.size:,}, {plan.runs:,} at each point; {_done(there, plan.size)}")
    page.said("On disk", f"about {size(cost.bytes)}, in {request.folder}")
    by = f"{numbered(hands, 'thread')}, {'compiled rules' if player == 'compiled' else 'by Mesa'}"
    page.said("Time", f"about {duration(cost.seconds * left)} ({by})")


def _varied(plan: "Plan") -> str:
    values = zip(plan.paths, zip(*plan.points, strict=True), strict=True)
    return "; ".join(f"{path} ({numbered(len(set(texts)), 'value')})" for path, texts in values) or "as it is"


def _done(there: int, size: int) -> str:
    if not there:
        return "none is there yet"
    return f"{there:,} are there, {size - there:,} are to be played" if there < size else "all are there"


def size(count: float) -> str:
    """A number of bytes with two digits: ``2.6 MB``."""
    unit = next((unit for unit, least in UNITS.items() if count >= least), "bytes")
    return f"{_two(count / UNITS.get(unit, 1))} {unit}"


def duration(seconds: float) -> str:
    """A time with two digits at most, in the largest unit that fits: ``3 seconds``, ``2.5 hours``."""
    if seconds < 1:
        return "a second"
    unit, length = next((unit, length) for unit, length in LENGTHS.items() if seconds >= length)
    number = _two(seconds / length)
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def _two(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0") if number < 9.95 else f"{number:,.0f}"


def _content(request: Request, plan: "Plan", cost: "Estimate", there: int) -> dict[str, object]:
    return {
        "folder": str(request.folder),
        "points": len(plan.points),
        "replicates": plan.runs,
        "runs": plan.size,
        "done": there,
        "bytes": round(cost.bytes),
        "seconds": round(cost.seconds, 1),
    }
