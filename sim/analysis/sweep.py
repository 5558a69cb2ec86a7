"""A case played at many points, from Python."""

import warnings
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from sim.analysis import request
from sim.analysis.request import MOST_RUNS, MOST_SEEDS, MOST_WORKERS
from sim.analysis.results import Sweep, results
from sim.study import store
from sim.study.memory import Memory
from sim.study.plan import Plan
from sim.study.request import asked
from sim.study.runs import Progress, at_once, piece
from sim.study.sweep import Keeper, Swept, in_threads
from sim.study.sweep import sweep as play


def sweep(
    case: request.Case, vary: Mapping[str, str | Iterable[object]] | None = None, runs: int | None = None,
    seed: int | None = None, *, design: str | None = None, points: int | None = None, rounds: bool | None = None,
    out: str | PathLike[str] | None = None, workers: int | None = None, engine: str = "auto",
    progress: Progress | None = None,
) -> Sweep:  # fmt: skip
    """See what would change if the mediator were another one, or the sponsor firmer: many runs at many points.

    Every point sees the same luck, run by run. With `out` each run is kept as it comes: after an interruption the
    same call goes on, and a sweep that is done is not played again.

    Parameters
    ----------
    case
        A scenario from `sim.load`; or a path or a bundled name of a scenario or a sweep file.
    vary
        For each path of the case its values: a list, or a text as on the command line, such as `"0:1:5"` for five
        numbers from 0 to 1.
    runs
        How many runs at each point; if neither this nor a sweep file says it, 1,000.
    seed
        Where chance begins, 0 to 2^64 - 1; if neither this nor a sweep file says it, 1.
    design
        How points are chosen: `grid` (all combinations), `lhs` (a Latin hypercube) or `sobol`.
    points
        How many points, for `lhs` and `sobol`.
    rounds
        Whether it is kept, too, how things stood at the end of each round.
    out
        The folder of the results; without it they are held in memory alone.
    workers
        How many threads play, 1 to 1024; by default one a processor.
    engine
        `auto`, `compiled` or `mesa`: the same numbers, sooner or later.
    progress
        Is called now and then with the number of runs that are done.

    Raises
    ------
    sim.case.Mistakes
        The case or the sweep file is faulty.
    sim.case.Unknown
        There is no such case, path, value, design or engine.
    sim.study.trouble.Unusable
        The folder holds something else, or is in use.
    sim.study.sweep.TooManyFailures
        More than a hundred runs raised an error.
    OSError
        The folder cannot be written to; what was done is kept.
    TypeError, ValueError
        A number is none, or out of range.

    Examples
    --------
    >>> import sim
    >>> swept = sim.sweep("first_scenario", {"mediator.style": ["facilitation", "manipulation"]}, runs=200)
    >>> swept
    The bridge at Orlen: 2 points, 200 runs each, seed 1, digest ...
    mediator.style  most often     share            a walkout
    facilitation    comprehensive  58 % (51 to 66)  1 % (0 to 4)
    manipulation    comprehensive  97 % (93 to 99)  0 % (below 2)
    >>> swept.shares(by="mediator.style").xs("any", level="name").round(3)
                            count  runs  share    low   high
    mediator.style kind
    facilitation   walkout      2   200   0.01  0.003  0.036
    manipulation   walkout      0   200   0.00  0.000  0.019

    `sim.results` opens what was kept with `out`.

    """
    with request.source(case) as (place, settings):
        count, begin = request.some("runs", runs, 1, MOST_RUNS), request.some("seed", seed, 0, MOST_SEEDS - 1)
        plan = asked(place, settings, request.varied(vary or {}), design, points, count, begin, rounds=rounds)
    crew = _Crew(request.engine(engine, plan.size), request.some("workers", workers, 1, MOST_WORKERS), progress)
    if out is not None:
        return _kept(plan, Path(out), crew)
    memory = Memory(plan.size, crew.piece(plan))
    done = crew.play(plan, memory)
    return Sweep(plan, done.digest, memory, done.failures)


def _kept(plan: Plan, folder: Path, crew: "_Crew") -> Sweep:
    """Play what is missing in a folder, and open it."""
    again = f"sim.sweep(…, out={str(folder)!r}), with the same arguments as before"
    with store.opened(folder, plan, crew.piece(plan), command=again) as kept:
        if kept.mended:
            warnings.warn("\n".join(kept.mended), stacklevel=3)
        if kept.digest is None:
            crew.play(plan, kept)
    return results(folder)


class _Crew(NamedTuple):
    """Who plays a sweep, and who is told how far it is."""

    engine: str
    workers: int | None
    progress: Progress | None

    def play(self, plan: Plan, kept: Keeper) -> Swept:
        """Play what is missing."""
        with in_threads(plan, self.engine, at_once(self.engine, self.workers)) as crew:
            return play(plan, kept, crew, progress=self.progress)

    def piece(self, plan: Plan) -> int:
        """How many runs are played in one piece."""
        return piece(self.engine, plan.size, at_once(self.engine, self.workers))
