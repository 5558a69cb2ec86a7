"""What a sweep would cost: bytes and seconds, by playing a little of it into a folder that is thrown away."""

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from sim.study.plan import Plan
from sim.study.store import opened
from sim.study.sweep import in_threads, sweep

RUNS: Final = {"compiled": 10_000, "mesa": 20}
"""So many runs are tried, at the first point and the last."""


class Estimate(NamedTuple):
    """How large the results would be, and how long they would take once the rules are compiled."""

    bytes: float
    seconds: float


def estimate(plan: Plan, engine: str, workers: int) -> Estimate:
    """Play a few runs at the first and the last point, and draw the line from there."""
    ends = (plan.points[0], plan.points[-1])
    trial = replace(plan, points=ends, runs=min(plan.runs, RUNS[engine]))
    with tempfile.TemporaryDirectory() as folder, in_threads(trial, engine, workers) as crew:
        begun = time.perf_counter()
        with opened(Path(folder) / "trial", trial, max(1, trial.size // (2 * workers))) as kept:
            sweep(trial, kept, crew)
        seconds = time.perf_counter() - begun
        size = sum(path.stat().st_size for path in (Path(folder) / "trial").rglob("*") if path.is_file())
    return Estimate(size * plan.size / trial.size, seconds * plan.size / trial.size)
