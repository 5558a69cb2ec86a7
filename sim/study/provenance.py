"""Where results come from, and whether they are the same: the result version and the digest of values."""

from collections.abc import Mapping
from hashlib import sha256
from itertools import pairwise
from typing import Final

import numpy as np

from sim.study.chunks import Chunk, Numbers, Played
from sim.talks.outcome import Column
from sim.talks.records import Vector

RESULT_VERSION: Final = 1
"""Raised whenever the same case, seed and replicate give another outcome than before."""


def digest(columns: Mapping[str, Column]) -> str:
    """The digest of the runs of one point, in hex, of their columns in order.

    It is the SHA-256 of the columns' own SHA-256s, each over the values of all runs in order: 8 bytes a value,
    little-endian, whole numbers in two's complement, others as IEEE doubles.
    """
    together = sha256()
    for column in columns.values():
        together.update(sha256(column.astype(column.dtype.newbyteorder("<")).tobytes()).digest())
    return together.hexdigest()


class Digesting:
    """The digest of a whole plan, of chunks that come in any order.

    It is the SHA-256 of the digests of its points, in order; of a plan of one point it is that point's digest.
    So it does not depend on how runs were cut into chunks, or on when each was played.
    """

    def __init__(self, points: int, columns: int) -> None:
        """Begin with no runs, which will be of so many points and columns."""
        self._columns = columns
        self._total = points
        self._early: dict[int, Played] = {}
        self._next = 0
        self._point = 0
        self._open = [sha256() for _ in range(columns)]
        self._points: list[bytes] = []

    def take(self, chunk: Chunk, played: Played) -> None:
        """Take what a chunk came to, and keep it until all chunks before it have come."""
        self._early[chunk.number] = played
        while self._next in self._early:
            ready = self._early.pop(self._next)
            self._next += 1
            self._feed(ready.points, ready.outcomes)

    @property
    def waiting(self) -> int:
        """How many chunks wait for an earlier one."""
        return len(self._early)

    def digest(self) -> str:
        """The digest, in hex, of all that has come."""
        while self._point < self._total:
            self._close()
        return (self._points[0] if len(self._points) == 1 else sha256(b"".join(self._points)).digest()).hex()

    def _feed(self, points: Numbers, outcomes: Vector) -> None:
        starts = [0, *(np.flatnonzero(np.diff(points)) + 1).tolist(), len(points)]
        for start, end in pairwise(starts):
            while start < end and self._point < points[start]:
                self._close()
            for seen, values in zip(self._open, np.ascontiguousarray(outcomes[start:end].T), strict=True):
                seen.update(values.astype("<f8", copy=False))

    def _close(self) -> None:
        """No more runs of this point will come."""
        self._points.append(sha256(b"".join(seen.digest() for seen in self._open)).digest())
        self._open = [sha256() for _ in range(self._columns)]
        self._point += 1
