"""Many runs of one case, by whichever way is faster; both give the same numbers, bit for bit."""

import os
from collections.abc import Callable
from importlib.util import find_spec
from typing import Final, TypeAlias

import numpy as np

from sim.study.chunks import cut
from sim.study.workers import as_done, heard, threads
from sim.talks.keeping import is_kept
from sim.talks.outcome import NOT_OPENED, Column, columns, entries
from sim.talks.records import Vector
from sim.talks.seating import Seated

WORTH_COMPILING: Final = 2000
WORTH_LOADING: Final = 200
ENGINES: Final = ("auto", "compiled", "mesa")
CHUNK: Final = {"compiled": 20_000, "mesa": 200}
"""Runs that are played in one piece: half a second by the compiled rules, two by Mesa."""
LEAST: Final = {"compiled": 1_000, "mesa": 1}
"""Smaller pieces would cost more to hand out than to play."""
Progress: TypeAlias = Callable[[int], None]
Player: TypeAlias = Callable[[Seated, int, int, int, int], tuple[Vector, Vector]]


def outcomes(
    seated: Seated, seed: int, runs: int, *, first: int = 0, engine: str = "auto", workers: int | None = None,
    progress: Progress | None = None,
) -> dict[str, Column]:  # fmt: skip
    """Play runs `first` to `first + runs - 1` and give their outcomes, a column a quantity, a row a run.

    `engine` is `mesa`, `compiled`, or `auto`: compiled if there are enough runs to be worth it and numba is
    there. `workers` is how many threads play, by default one a processor. `progress` is told now and then how
    many runs are done.
    """
    engine = chosen(engine, runs)
    play, workers = PLAYERS[engine], at_once(engine, workers)
    rows = np.zeros((len(entries(seated)), runs)).T  # column after column, as they are read
    done = 0
    with threads(workers) as pool:
        heard(pool.submit(play, seated, seed, first, 0, 0))  # a compiler in the main thread would swallow Ctrl-C
        if progress:
            progress(done)
        for chunk, part in as_done(
            lambda chunk: pool.submit(play, seated, seed, first + chunk.first, chunk.count, 0),
            cut(runs, piece(engine, runs, workers)), 2 * workers,
        ):  # fmt: skip
            rows[chunk.first : chunk.first + chunk.count] = part[0]
            done += chunk.count
            if progress:
                progress(done)
    return columns(seated, rows)


def chosen(engine: str, runs: int) -> str:
    """Which engine plays so many runs."""
    if engine != "auto":
        return engine
    if runs < WORTH_LOADING or not can_compile():
        return "mesa"
    return "compiled" if runs >= WORTH_COMPILING or is_kept() else "mesa"


def can_compile() -> bool:
    """Whether the library that compiles is there; it is not on every machine."""
    return find_spec("numba") is not None


def at_once(engine: str, workers: int | None) -> int:
    """How many threads play; Mesa does not let go of Python, so more than one would gain nothing."""
    return 1 if engine == "mesa" else workers or os.cpu_count() or 1


def piece(engine: str, runs: int, workers: int) -> int:
    """How many runs are handed out at a time, so that all workers have something to do to the end."""
    return max(LEAST[engine], min(CHUNK[engine], -(-runs // (4 * workers))))


def compiled(seated: Seated, seed: int, first: int, runs: int, rounds: int) -> tuple[Vector, Vector]:
    """Rows of entries, and the same at the end of each round, by the compiled ensemble."""
    from sim.talks import ensemble  # noqa: PLC0415 - only where it is used: it brings numba

    outcomes, by_round, _ = ensemble.play(seated, entries(seated), seed, first, runs, rounds)
    return outcomes, by_round


def watched(seated: Seated, seed: int, first: int, runs: int, rounds: int) -> tuple[Vector, Vector]:
    """Rows of entries, and the same at the end of each round, by the Mesa model, one run after another."""
    from sim.talks.model import Talks  # noqa: PLC0415 - only where it is used: it brings mesa

    places = entries(seated)
    rows = np.zeros((runs, len(places)))
    by_round = np.full((runs, rounds, len(places)), NOT_OPENED)
    for row in range(runs):
        talks = Talks(seated, seed, first + row, collect=False)
        while talks.running:
            talks.step()
            if 0 < talks.look("room.round") <= rounds:
                by_round[row, talks.look("room.round") - 1] = talks.vector()[places]
        rows[row] = talks.vector()[places]
        talks.disperse()
    return rows, by_round


PLAYERS: Final[dict[str, Player]] = {"compiled": compiled, "mesa": watched}
