"""One stage of a study: a design over the numbers of a case is played as a sweep, and its outcome is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from sim.analysis import response, wholes
from sim.analysis.ranges import Span, found
from sim.case import Unknown
from sim.case.checks import CHECKS, check
from sim.case.number import centre
from sim.case.variations import renumbered
from sim.study import store
from sim.study.design import rounded
from sim.study.plan import Plan
from sim.study.points import Points
from sim.study.runs import Progress, at_once, chosen, piece
from sim.study.sweep import TooManyFailures, in_threads, sweep
from sim.study.values import plain

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.study.store import Results
    from sim.study.sweep import Crew
    from sim.talks.records import Vector

TRIED: Final = 100
"""So many points, evenly over a plan, are looked at as a scenario is before they are played."""


@dataclass(frozen=True)
class Means:
    """By whom a stage is played and who is told of it; none of it changes a number.

    `progress` is told how many runs there are in all, and gives who is told how many are done; `say` is told what
    was found damaged and is mended; `command` is what goes on with it, for people.
    """

    engine: str = "auto"
    workers: int | None = None
    progress: Callable[[int], Progress] | None = None
    say: Callable[[str], object] = str
    command: str = ""


def plan(case: "Scenario", spans: Sequence[Span], shares: "Vector", runs: int, seed: int) -> Plan:
    """The plan of a design whose `shares` (points x numbers, in [0, 1]) say how far along its span each number is.

    Raises
    ------
    Unknown
        The numbers of a point do not fit together.

    """
    texts = {span.path: _texts(span, column) for span, column in zip(spans, shares.T, strict=True)}
    for whole in wholes.touched(case, list(texts)):
        texts |= _divided(case, spans, shares, whole)
    made = Plan(case, tuple(texts), tuple(zip(*texts.values(), strict=True)), runs, seed)
    _refuse_unfit(made)
    return made


def along(span: Span, shares: "Vector") -> "Vector":
    """The numbers that lie at these shares of the way along a span."""
    return span.low * (1 - shares) + span.high * shares


def _texts(span: Span, shares: "Vector") -> list[str]:
    there, place = np.unique(along(span, shares), return_inverse=True)
    texts = [rounded(value, span.low, span.high) for value in there.tolist()]
    return [texts[one] for one in place.tolist()]


def _divided(case: "Scenario", spans: Sequence[Span], shares: "Vector", whole: wholes.Whole) -> dict[str, list[str]]:
    """The parts of a whole in the order of its case; those that are not varied have their own value as weight."""
    parts = {path: np.full(len(shares), centre(found(case, path)[0])) for path in whole.paths}
    for span, column in zip(spans, shares.T, strict=True):
        if span.path in parts:
            parts[span.path] = along(span, column)
    return {path: list(map(plain, values.tolist())) for path, values in wholes.divided(parts, whole).items()}


def _refuse_unfit(made: Plan) -> None:
    """Look at the first point as it is read, and at some others as their numbers stand."""
    Points(made).seated(0)
    for point in range(0, len(made.points), -(-len(made.points) // TRIED)):
        numbers = {path: float(text) for path, text in zip(made.paths, made.points[point], strict=True)}
        faults, _ = check(renumbered(made.scenario, numbers), hope=False, checks=CHECKS)
        if faults:
            where = ".".join(faults[0].path)
            raise Unknown(f"These numbers do not fit together at point {point}: {where}: {faults[0].message}")


def played(made: Plan, folder: Path, means: Means) -> "Results":
    """Play what is missing of a plan in its folder, and open it.

    Raises
    ------
    Missing
        A run failed: which one, and how.
    Unusable
        The folder holds something else, or is in use.
    OSError
        It cannot be written to; what was done is kept.

    """
    engine = chosen(means.engine, made.size)
    workers = at_once(engine, means.workers)
    with store.opened(folder, made, piece(engine, made.size, workers), command=means.command) as kept:
        for sentence in kept.mended:
            means.say(sentence)
        if kept.digest is None:
            with in_threads(made, engine, workers) as crew:
                _played(made, kept, crew, means.progress(made.size) if means.progress else None)
    return store.results(folder)


def _played(made: Plan, kept: "store.Store", crew: "Crew", progress: Progress | None) -> None:
    try:
        sweep(made, kept, crew, progress=progress, most_failures=0)
    except TooManyFailures as stopped:
        point, replicate, error, message = stopped.failures[0]
        sentence = f"replicate {replicate} of point {point} failed: {error}: {message}"
        raise response.Missing(f"{sentence}; sensitivity cannot be computed") from None
