"""Many runs of one case, by whichever way is faster; both give the same numbers, bit for bit."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import Final

import numpy as np

from sim.talks.keeping import is_kept
from sim.talks.outcome import Column, columns, entries
from sim.talks.records import Vector
from sim.talks.seating import Seated

WORTH_COMPILING: Final = 2000
WORTH_LOADING: Final = 200
ENGINES: Final = ("auto", "compiled", "mesa")
Progress = Callable[[int], None]


def outcomes(
    seated: Seated, seed: int, runs: int, *, first: int = 0, engine: str = "auto", progress: Progress | None = None
) -> dict[str, Column]:
    """Play runs `first` to `first + runs - 1` and give their outcomes, a column a quantity, a row a run.

    `engine` is `mesa`, `compiled`, or `auto`: compiled if there are enough runs to be worth it and numba is
    there. `progress` is told now and then how many runs are done.
    """
    step = max(1, min(runs // 20, 50_000))
    play, workers = (compiled, os.cpu_count()) if chosen(engine, runs) == "compiled" else (watched, 1)
    starts = range(0, runs, step)
    parts = [play(seated, seed, first, 0)]
    with ThreadPoolExecutor(workers) as threads:
        tasks = [threads.submit(play, seated, seed, first + start, min(step, runs - start)) for start in starts]
        try:
            for start, task in zip(starts, tasks, strict=True):
                parts.append(task.result())
                if progress:
                    progress(min(start + step, runs))
        finally:
            threads.shutdown(cancel_futures=True)
    return columns(seated, np.concatenate(parts))


def chosen(engine: str, runs: int) -> str:
    """Which engine plays so many runs."""
    if engine != "auto":
        return engine
    if runs < WORTH_LOADING or not find_spec("numba"):
        return "mesa"
    return "compiled" if runs >= WORTH_COMPILING or is_kept() else "mesa"


def compiled(seated: Seated, seed: int, first: int, runs: int) -> Vector:
    """Rows of entries, by the compiled ensemble."""
    from sim.talks import ensemble  # noqa: PLC0415 - only where it is used: it brings numba

    return ensemble.play(seated, entries(seated), seed, first, runs)[0]


def watched(seated: Seated, seed: int, first: int, runs: int) -> Vector:
    """Rows of entries, by the Mesa model, one run after another."""
    from sim.talks.model import watch  # noqa: PLC0415 - only where it is used: it brings mesa

    places = entries(seated)
    rows = np.zeros((runs, len(places)))
    for row in range(runs):
        talks = watch(seated, seed, first + row, collect=False)
        rows[row] = talks.vector()[places]
        talks.disperse()
    return rows
