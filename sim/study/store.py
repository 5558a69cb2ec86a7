"""Results in a folder: the only place that knows in what files, and in what format, they are kept.

`sweep.json` says what was asked, `scenario.yaml` and `points.parquet` hold it, `replicates/` and `rounds/` have a
file a chunk, and `manifest.jsonl` a line a chunk with the SHA-256 of its files; its last line has the digest of all.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np

from sim import __version__
from sim.case import digest, dump
from sim.study import disk, rows
from sim.study.chunks import Chunk, Failure, Numbers, Played, Rounds, cut
from sim.study.ledger import Ledger
from sim.study.occupancy import occupied
from sim.study.parquet import Parquet
from sim.study.plan import Plan
from sim.study.points import Points
from sim.study.provenance import RESULT_VERSION
from sim.study.seal import seal, unseal
from sim.talks.records import Vector

SWEEP, SCENARIO, POINTS, MANIFEST = "sweep.json", "scenario.yaml", "points.parquet", "manifest.jsonl"
REPLICATES, ROUNDS, ASIDE = "replicates", "rounds", "set-aside"
KEYS: Final = {"point": "INTEGER", "replicate": "BIGINT", "round": "INTEGER"}


@contextmanager
def opened(folder: Path, plan: Plan, chunk: int, *, fresh: bool = False, command: str = "") -> Iterator["Store"]:
    """Open a folder to keep the results of a plan, alone: a new one, or one in which the same plan was begun.

    `chunk` is how many runs go into one file; a folder that was begun keeps its own. `fresh` takes no notice of
    results that are there. `command` is what brings the sweep to its end if it is given again.

    Raises
    ------
    Unusable
        The folder holds something else, or is in use.
    OSError
        It cannot be written to.

    """
    disk.make_folder(folder)
    with occupied(folder):
        yield Store(folder, plan, chunk, fresh=fresh, command=command)


class Store:
    """Where the chunks of a plan are kept: `done` are there already, `mended` says what was wrong before."""

    def __init__(self, folder: Path, plan: Plan, chunk: int, *, fresh: bool, command: str) -> None:
        """Look at what is there, throw away what is damaged, and begin what is not begun."""
        self._folder, self._plan = folder, plan
        self._tables = Tables(folder, plan)
        asked = {} if fresh else unseal(disk.read(folder / SWEEP)) or {}
        self.chunks = cut(plan.size, asked.get("chunk", chunk))
        self._ledger = Ledger(folder / MANIFEST, key(plan))
        self._lines = {} if fresh else {line["chunk"]: line for line in self._ledger.lines if "chunk" in line}
        self.done = frozenset(self._lines)
        self.mended: tuple[str, ...] = tuple(self._ledger.wrong)
        self.digest: str | None = next((line["digest"] for line in self._ledger.lines if "digest" in line), None)
        if not asked:
            self._ledger.replace([])
            self._begin(chunk, command)

    def keep(self, chunk: Chunk, played: Played) -> None:
        """Keep what a chunk came to: it is on the disk when this returns. Raises OSError."""
        self._lines[chunk.number] = {
            "chunk": chunk.number, "first": chunk.first, "count": chunk.count,
            "files": self._tables.put(chunk, played), "failures": [list(failure) for failure in played.failures],
        }  # fmt: skip
        self._ledger.add(self._lines[chunk.number])

    def load(self, chunk: Chunk) -> Played:
        """What a chunk came to, bit for bit."""
        return self._tables.get(chunk, tuple(Failure(*one) for one in self._lines[chunk.number]["failures"]))

    def finish(self, digest: str) -> None:
        """Note the digest of all chunks: nothing is missing any more."""
        if self.digest is None:
            self._ledger.add({"digest": digest})
            self.digest = digest

    def _begin(self, chunk: int, command: str) -> None:
        """Write down what was asked: first the page by which the folder is known, then what is named there."""
        small = {SCENARIO: dump(self._plan.scenario).encode(), POINTS: self._tables.points()}
        files = {name: sha256(content).hexdigest() for name, content in small.items()}
        asked = {**as_asked(self._plan), "chunk": chunk, "sim_version": __version__, "command": command, "files": files}
        disk.write(self._folder / SWEEP, seal(asked, tall=True))
        for name, content in small.items():
            disk.write(self._folder / name, content)
        for table in (REPLICATES, ROUNDS)[: 1 + self._plan.rounds]:
            disk.make_folder(self._folder / table)


def as_asked(plan: Plan) -> dict[str, Any]:
    """All that decides the numbers of a plan."""
    return {
        "result_version": RESULT_VERSION, "scenario": digest(plan.scenario), "paths": list(plan.paths),
        "points": [list(point) for point in plan.points], "runs": plan.runs, "seed": plan.seed, "rounds": plan.rounds,
    }  # fmt: skip


def key(plan: Plan) -> str:
    """What is the same if, and only if, the numbers of two plans are."""
    return sha256(json.dumps(as_asked(plan)).encode()).hexdigest()


class Tables:
    """The tables of a folder: of its points, and a file a chunk of the replicates and the rounds."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        """Nothing is read yet."""
        self._folder, self._plan = folder, plan
        self._points = Points(plan)
        self._files = Parquet()

    def put(self, chunk: Chunk, played: Played) -> dict[str, str]:
        """Write the tables of a chunk, for good; give the hash of each file by its name."""
        keys = {"point": played.points, "replicate": played.replicates}
        files = [self._put(chunk, REPLICATES, keys, played.outcomes)]
        if (them := played.rounds) is not None:
            keys = {"point": them.points, "replicate": them.replicates, "round": them.rounds}
            files.append(self._put(chunk, ROUNDS, keys, them.outcomes))
        return dict(files)

    def get(self, chunk: Chunk, failures: tuple[Failure, ...]) -> Played:
        """Read the tables of a chunk."""
        keys, outcomes = self._get(chunk, REPLICATES, ("point", "replicate"))
        rounds = None
        if self._plan.rounds:
            them, ends = self._get(chunk, ROUNDS, ("point", "replicate", "round"))
            rounds = Rounds(*them, outcomes=ends)
        return Played(*keys, outcomes, failures, rounds)

    def points(self) -> bytes:
        """The file of the points: a column a varied path, of numbers if all of it are numbers."""
        columns = zip(*self._plan.points, strict=True) if self._plan.paths else ()
        found = dict(zip(self._plan.paths, map(_numbers_or_texts, columns), strict=True))
        path = self._folder / f".{POINTS}{disk.UNFINISHED}"
        numbers = np.arange(len(self._plan.points), dtype=np.int32)
        self._files.write(path, {"point": numbers, **found})
        content = disk.read(path)
        disk.remove(path)
        return content

    def _put(self, chunk: Chunk, table: str, keys: Mapping[str, Numbers], outcomes: Vector) -> tuple[str, str]:
        name = f"{table}/{chunk.number:06}.parquet"
        seated = self._points.seated(int(chunk.first // self._plan.runs))
        found = rows.given(seated, outcomes, rows.starts(self._plan, self._points, keys["point"]))
        told = rows.told(seated, found)
        select = ", ".join([*(f"{key}::{KEYS[key]} AS {key}" for key in keys), told])
        columns, exact = {**keys, **found}, "::BIT" in told
        disk.fill(self._folder / name, lambda unfinished: self._files.write(unfinished, columns, select, exact=exact))
        return name, disk.hashed(self._folder / name) or ""

    def _get(self, chunk: Chunk, table: str, keys: tuple[str, ...]) -> tuple[list[Numbers], Vector]:
        path = self._folder / f"{table}/{chunk.number:06}.parquet"
        seated = self._points.seated(int(chunk.first // self._plan.runs))
        select = ", ".join([*(f"{key}::BIGINT AS {key}" for key in keys), rows.asked(seated)])
        found = self._files.read(path, select)
        starts = rows.starts(self._plan, self._points, found["point"])
        return [found[key] for key in keys], rows.raw(seated, found, starts)


def _numbers_or_texts(texts: tuple[str, ...]) -> Any:  # noqa: ANN401
    number = re.compile(r"[+-]?[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]+)?")
    if not all(number.fullmatch(text) and re.search("[0-9]", text) for text in texts):
        return np.array(texts, dtype=object)
    return np.array(texts, dtype=np.int64 if all(re.fullmatch("[+-]?[0-9]{1,15}", text) for text in texts) else float)
