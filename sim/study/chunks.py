"""The runs of a plan, cut into chunks: what is played, kept and checked in one piece."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sim.talks.records import Vector

Numbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True)
class Chunk:
    """Rows `first` to `first + count - 1` of a plan; row = point * runs at each point + replicate."""

    number: int
    first: int
    count: int


class Stretch(NamedTuple):
    """Consecutive replicates of one point."""

    point: int
    first: int
    runs: int


class Failure(NamedTuple):
    """A run that raised an error: which, and what it said."""

    point: int
    replicate: int
    error: str
    message: str


@dataclass(frozen=True)
class Rounds:
    """The outcomes as they stood at the end of each round; a round counts from 1, those that nobody opened too."""

    points: Numbers
    replicates: Numbers
    rounds: Numbers
    outcomes: Vector


@dataclass(frozen=True)
class Played:
    """What the runs of a chunk came to: a row a run, in order; runs that failed have none."""

    points: Numbers
    replicates: Numbers
    outcomes: Vector
    failures: tuple[Failure, ...] = ()
    rounds: Rounds | None = None


def cut(rows: int, size: int) -> tuple[Chunk, ...]:
    """Cut so many rows into chunks of a size; the last one may be smaller."""
    return tuple(Chunk(number, first, min(size, rows - first)) for number, first in enumerate(range(0, rows, size)))


def stretches(chunk: Chunk, runs: int) -> Iterator[Stretch]:
    """The stretches that a chunk is made of, with so many runs at each point."""
    row, end = chunk.first, chunk.first + chunk.count
    while row < end:
        point, replicate = divmod(row, runs)
        count = min(runs - replicate, end - row)
        yield Stretch(point, replicate, count)
        row += count
