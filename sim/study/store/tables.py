"""The tables of a sweep, a file a chunk: what was played is put into them and taken from them, bit for bit."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np

from sim.study import disk
from sim.study.chunks import Chunk, Failure, Numbers, Played, Rounds
from sim.study.plan import Plan
from sim.study.points import Points
from sim.study.store import rows
from sim.study.store.names import KEYS, POINTS_FILE, REPLICATES, ROUNDS, file_of
from sim.study.store.parquet import Parquet
from sim.talks.records import Vector
from sim.talks.seating import Seated

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?")
_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")


class Tables:
    """The tables of a folder: of its points, and a file a chunk of the replicates and the rounds."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        """Nothing is read yet."""
        self._folder, self._plan = folder, plan
        self._points = Points(plan)
        self._files = Parquet()

    def put(self, chunk: Chunk, played: Played) -> dict[str, str]:
        """Write the tables of a chunk, for good; give the hash of each file by its name. Raises OSError."""
        keys = {"point": played.points, "replicate": played.replicates}
        files = [self._put(chunk, REPLICATES, keys, played.outcomes)]
        if (them := played.rounds) is not None:
            keys = {"point": them.points, "replicate": them.replicates, "round": them.rounds}
            files.append(self._put(chunk, ROUNDS, keys, them.outcomes))
        return dict(files)

    def get(self, chunk: Chunk, failures: tuple[Failure, ...]) -> Played:
        """Read the tables of a chunk. Raises OSError."""
        (points, replicates), outcomes = self._get(chunk, REPLICATES, ("point", "replicate"))
        rounds = None
        if self._plan.rounds:
            (at, of, numbers), ends = self._get(chunk, ROUNDS, ("point", "replicate", "round"))
            rounds = Rounds(at, of, numbers, ends)
        return Played(points, replicates, outcomes, failures, rounds)

    def put_points(self) -> dict[str, str]:
        """Write the table of the points: a column a varied path, of numbers if all of it are numbers."""
        texts = zip(*self._plan.points, strict=True) if self._plan.paths else ()
        varied = dict(zip(self._plan.paths, map(_numbers_or_texts, texts), strict=True))
        columns = {"point": np.arange(len(self._plan.points), dtype=np.int32), **varied}
        disk.fill(self._folder / POINTS_FILE, lambda unfinished: self._files.write(unfinished, columns))
        return {POINTS_FILE: disk.hashed(self._folder / POINTS_FILE)}

    @cached_property
    def _seated(self) -> Seated:
        """The case at one point: its quantities are the same at all."""
        return self._points.seated(0)

    def _put(self, chunk: Chunk, table: str, keys: Mapping[str, Numbers], outcomes: Vector) -> tuple[str, str]:
        found = rows.given(self._seated, outcomes, rows.starts(self._plan, self._points, keys["point"]))
        told = rows.told(self._seated, found)
        select = ", ".join([*(f"{key}::{KEYS[key]} AS {key}" for key in keys), told])
        columns, exact = {**keys, **found}, rows.BITS in told
        name = file_of(table, chunk)
        disk.fill(self._folder / name, lambda unfinished: self._files.write(unfinished, columns, select, exact=exact))
        return name, disk.hashed(self._folder / name)

    def _get(self, chunk: Chunk, table: str, keys: tuple[str, ...]) -> tuple[list[Numbers], Vector]:
        select = ", ".join([*(f"{key}::BIGINT AS {key}" for key in keys), rows.asked(self._seated)])
        found = self._files.read(self._folder / file_of(table, chunk), select)
        starts = rows.starts(self._plan, self._points, found["point"])
        return [found[key] for key in keys], rows.raw(self._seated, found, starts)


def type_of(texts: tuple[str, ...]) -> str:
    """What a varied path is in the table of the points: numbers if all of it are, else the texts as they are."""
    if all(map(_WHOLE.fullmatch, texts)):
        return "BIGINT"
    return "DOUBLE" if all(map(_NUMBER.fullmatch, texts)) else "VARCHAR"


def _numbers_or_texts(texts: tuple[str, ...]) -> Any:  # noqa: ANN401
    return np.array(texts, dtype={"BIGINT": np.int64, "DOUBLE": np.float64, "VARCHAR": object}[type_of(texts)])
