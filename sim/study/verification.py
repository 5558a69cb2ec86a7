"""Results that are kept, held against the same runs played again."""

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sim.study.chunks import Chunk, Numbers, Played, Rounds
from sim.study.points import Points
from sim.study.provenance import Digesting
from sim.study.runs import Progress
from sim.study.store import Results
from sim.study.sweep import Crew
from sim.study.trouble import Unusable
from sim.study.workers import as_done, threads
from sim.talks.outcome import quantities
from sim.talks.records import Vector

MOST: Final = 1_000
"""More runs than this are counted, not named."""
Rows: TypeAlias = dict[tuple[int, ...], NDArray[np.int64]]


class Difference(NamedTuple):
    """A run that is not kept as it is played: which one, and what about it."""

    chunk: int
    point: int
    replicate: int
    what: str


class Verdict(NamedTuple):
    """The digest of the values that are kept, how many runs are not as they are played, and the first of them.

    All is the `same` if there is no such run, and the digest is the one that was noted.
    """

    digest: str
    wrong: int
    differences: tuple[Difference, ...]
    same: bool


def digest(results: Results, progress: Progress) -> str:
    """The digest of the values that are kept, all of which are read for it.

    Raises
    ------
    Unusable
        It is not the one that was noted.

    """
    workers = os.cpu_count() or 1
    digesting, there = _digesting(results), 0
    with threads(workers) as pool:
        for chunk, kept in as_done(lambda one: pool.submit(results.load, one), results.chunks, 2 * workers):
            digesting.take(chunk, kept)
            progress(there := there + chunk.count)
    seen = digesting.digest()
    if seen != results.digest:
        raise Unusable(f"The values in {results.folder} have the digest {seen}; noted was {results.digest}.")
    return seen


def verified(results: Results, crew: Crew, progress: Progress) -> Verdict:
    """Play every chunk again and hold what is kept against it, bit for bit."""
    names = [one.name for one in quantities(Points(results.plan).seated(0))]
    digesting, there, wrong = _digesting(results), 0, 0
    first: list[Difference] = []
    for chunk, played in as_done(crew.submit, results.chunks, crew.most):
        kept = results.load(chunk)
        digesting.take(chunk, kept)
        found = [] if _same(kept, played) else list(_differences(chunk, kept, played, names))
        wrong += len({(one.point, one.replicate) for one in found})
        first += islice(found, MOST - len(first))
        progress(there := there + chunk.count)
    seen = digesting.digest()
    return Verdict(seen, wrong, tuple(sorted(first)), same=not wrong and seen == results.digest)


def _digesting(results: Results) -> Digesting:
    return Digesting(len(results.plan.points), len(quantities(Points(results.plan).seated(0))))


def _same(kept: Played, played: Played) -> bool:
    """Whether all is the same; of an error that a run raised, only its kind is asked."""
    pairs = zip(_parts(kept), _parts(played), strict=True)
    return _failed(kept) == _failed(played) and all(np.array_equal(one, other) for one, other in pairs)


def _parts(played: Played) -> Iterator[NDArray[np.int64]]:
    yield from (played.points, played.replicates, _bits(played.outcomes))
    if them := played.rounds:
        yield from (them.points, them.replicates, them.rounds, _bits(them.outcomes))


def _differences(chunk: Chunk, kept: Played, played: Played, names: Sequence[str]) -> Iterator[Difference]:
    tables = [(_by_run(kept), _by_run(played))]
    if kept.rounds and played.rounds:
        tables.append((_by_round(kept.rounds), _by_round(played.rounds)))
    for one, other in tables:
        for at, what in _of_rows(one, other, names):
            yield Difference(chunk.number, at[0], at[1], what if len(at) == 2 else f"round {at[2]}: {what}")
    for point, replicate, error in sorted(_failed(kept) ^ _failed(played)):
        yield Difference(chunk.number, point, replicate, f"the error {error}")


def _of_rows(kept: Rows, played: Rows, names: Sequence[str]) -> Iterator[tuple[tuple[int, ...], str]]:
    for at in sorted(kept.keys() | played.keys()):
        if at not in kept:
            yield at, "it is missing"
        elif at not in played:
            yield at, "it is not played"
        elif places := np.flatnonzero(kept[at] != played[at]).tolist():
            yield at, ", ".join(names[place] for place in places)


def _by_run(played: Played) -> Rows:
    return _rows(played.outcomes, played.points, played.replicates)


def _by_round(ends: Rounds) -> Rows:
    return _rows(ends.outcomes, ends.points, ends.replicates, ends.rounds)


def _rows(outcomes: Vector, *keys: Numbers) -> Rows:
    return dict(zip(zip(*(key.tolist() for key in keys), strict=True), _bits(outcomes), strict=True))


def _bits(outcomes: Vector) -> NDArray[np.int64]:
    return np.ascontiguousarray(outcomes).view(np.int64)


def _failed(played: Played) -> set[tuple[int, int, str]]:
    return {(failure.point, failure.replicate, failure.error) for failure in played.failures}
