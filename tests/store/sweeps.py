"""A small sweep whose outcomes are made up: it is kept and read, and nothing is played."""

from concurrent.futures import Future
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.case import read
from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.study.chunks import Chunk, Failure, Numbers, Played, Rounds
from sim.study.plan import Plan
from sim.study.points import Points
from sim.study.store import Store, opened
from sim.study.store.rows import kind
from sim.study.sweep import Crew, sweep
from sim.talks.actors import NEVER
from sim.talks.outcome import quantities
from sim.talks.records import Vector
from sim.talks.seating import Seated

SIZE: Final = 4
"""Runs in a chunk."""
FAILED: Final = 6
"""A replicate that fails at every point."""


@cache
def plan(*, runs: int = 10, rounds: bool = True, seed: int = 1) -> Plan:
    """Two points that begin on different days: five chunks of four runs."""
    points = (("2030-01-07", "facilitation"), ("2030-01-09", "formulation"))
    return Plan(read("first_scenario"), ("calendar.start", "mediator.style"), points, runs, seed, rounds)


@cache
def seated() -> Seated:
    """The case at its first point."""
    return Points(plan()).seated(0)


def made(given: Plan, chunk: Chunk) -> Played:
    """What a chunk comes to: other numbers in each row, the same each time."""
    chance = np.random.default_rng((given.seed, chunk.first))
    rows = np.arange(chunk.first, chunk.first + chunk.count)
    failed = [
        Failure(row // given.runs, FAILED, "ArithmeticError", 'at "6", too')
        for row in rows[_fails(given, rows)].tolist()
    ]
    rows = rows[~_fails(given, rows)]
    points, replicates = rows // given.runs, rows % given.runs
    rounds = None
    if given.rounds:
        twice = np.repeat(np.arange(len(rows)), 2)
        numbers = np.tile(np.array([1, 2]), len(rows))
        rounds = Rounds(points[twice], replicates[twice], numbers, outcomes(len(twice), chance))
    return Played(points, replicates, outcomes(len(rows), chance), tuple(failed), rounds)


def outcomes(rows: int, chance: np.random.Generator) -> Vector:
    """Rows of values such as a run may have."""
    return np.array([_column(kind(seated(), one), rows, chance) for one in quantities(seated())]).T


def _column(what: str, rows: int, chance: np.random.Generator) -> Vector:
    whole = {"ending": (0, len(ENDINGS)), "reason": (-1, len(REASONS)), "day": (-2, 90), "count": (0, 9)}
    if what == "amount":
        return chance.choice([0.0, -0.0, 0.25, 1.0, chance.random()], rows)
    numbers = chance.integers(*whole[what], rows)
    return np.where((what == "day") & (numbers < 0), NEVER, numbers).view(np.float64)


def _fails(given: Plan, rows: Numbers) -> NDArray[np.bool_]:
    fails: NDArray[np.bool_] = rows % given.runs == FAILED
    return fails


def swept(folder: Path, given: Plan, size: int = SIZE, *, fresh: bool = False) -> Store:
    """Keep what is missing of a sweep, as it would be played, and finish it."""
    with opened(folder, given, size, fresh=fresh) as kept:
        sweep(given, kept, Crew(lambda chunk: _done(made(given, chunk)), 2))
    return kept


def _done(played: Played) -> Future[Played]:
    future: Future[Played] = Future()
    future.set_result(played)
    return future


def same(one: Played, other: Played) -> bool:
    """Whether two chunks are the same, bit for bit."""
    return one.failures == other.failures and [part.tobytes() for part in _parts(one)] == [
        part.tobytes() for part in _parts(other)
    ]


def _parts(played: Played) -> list[NDArray[np.int64]]:
    them = played.rounds
    keys = [played.points, played.replicates, *((them.points, them.replicates, them.rounds) if them else ())]
    found = [played.outcomes, *((them.outcomes,) if them else ())]
    return [*(key.astype(np.int64) for key in keys), *(np.ascontiguousarray(one).view(np.int64) for one in found)]


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder, with what is in them."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
