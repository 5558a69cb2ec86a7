"""A folder is opened to keep results in it: begun, gone on with, or mended."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from sim import __version__
from sim.case import dump
from sim.study import disk
from sim.study.archive import Archive
from sim.study.chunks import Chunk, Failure, Played, cut
from sim.study.difference import listed
from sim.study.occupancy import occupied
from sim.study.plan import Plan
from sim.study.seal import seal
from sim.study.store import standing
from sim.study.store.agreement import refuse_other
from sim.study.store.names import REPLICATES, ROUNDS
from sim.study.store.tables import Tables
from sim.study.terms import terms

MENDED: Final = "This is mended: what is missing is written or played again."


@contextmanager
def opened(folder: Path, plan: Plan, chunk: int, *, fresh: bool = False, command: str = "") -> Iterator["Store"]:
    """Open a folder to keep the results of a plan, alone: a new one, or one in which the same plan was begun.

    `chunk` is how many runs go into one file; a folder that was begun keeps its own. `fresh` takes no notice of
    results that are there. `command` is what goes on with the sweep, for people.

    Raises
    ------
    Unusable
        The folder holds something else, or is in use.
    OSError
        It cannot be written to.

    """
    standing.refuse_foreign(folder)
    disk.make_folder(folder)
    with occupied(folder):
        yield Store(folder, plan, chunk, fresh=fresh, command=command)


def found(folder: Path, plan: Plan) -> int:
    """How many runs of a plan are in a folder; it is only looked at.

    Raises
    ------
    Unusable
        The folder holds something else.

    """
    standing.refuse_foreign(folder)
    archive = standing.archive_of(folder, standing.key(terms(plan)))
    refuse_other(folder, standing.page_of(folder), plan, archive)
    return sum(line["count"] for line in standing.by_chunk(archive.lines).values())


class Store:
    """Where the chunks of a plan are kept.

    `chunks` are all of them, `done` the numbers of those that were there when it was opened, `mended` says what
    was found damaged and is played or written anew, and `digest` is that of a finished sweep, else None.
    """

    def __init__(self, folder: Path, plan: Plan, chunk: int, *, fresh: bool, command: str) -> None:
        """Look at what is there, throw away what is damaged, and begin what is not begun."""
        if fresh:
            disk.write(folder / standing.MANIFEST, b"")
        page, archive = (
            {} if fresh else standing.page_of(folder),
            standing.archive_of(folder, standing.key(terms(plan))),
        )
        refuse_other(folder, page, plan, archive)
        size: int = next((one["size"] for one in (page, *archive.lines) if "size" in one), chunk)
        self.chunks = cut(plan.size, size)
        bad = [] if fresh else [*standing.wrong(folder, page, archive, self.chunks), *archive.unfinished]
        self.mended = (*listed(bad), MENDED) if bad else ()
        self._folder, self._plan, self._tables = folder, plan, Tables(folder, plan)
        self._mend(page, archive, {"size": size, "sim_version": __version__, "command": command})
        self._ledger = archive.ledger
        self._lines = standing.by_chunk(archive.ledger.lines)
        self.done = frozenset(self._lines)
        self.digest: str | None = standing.digest_of(archive.ledger.lines)

    @property
    def rows(self) -> int:
        """How many runs are kept by now."""
        return sum(line["count"] for line in self._lines.values())

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Those of them that failed, in order."""
        return tuple(failure for _, line in sorted(self._lines.items()) for failure in standing.failures_of(line))

    def keep(self, chunk: Chunk, played: Played) -> None:
        """Keep what a chunk came to: it is on the disk when this returns. Raises OSError."""
        line = {
            "chunk": chunk.number, "first": chunk.first, "count": chunk.count,
            "files": self._tables.put(chunk, played), "failures": [list(failure) for failure in played.failures],
        }  # fmt: skip
        self._ledger.add(line)
        self._lines[chunk.number] = line

    def load(self, chunk: Chunk) -> Played:
        """What a chunk came to, bit for bit. Raises OSError."""
        return self._tables.get(chunk, standing.failures_of(self._lines[chunk.number]))

    def finish(self, digest: str) -> None:
        """Note the digest of all chunks: nothing is missing any more. Raises OSError."""
        if self.digest is None:
            self._ledger.add({"digest": digest, "files": {}})
            self.digest = digest

    def _mend(self, page: Mapping[str, Any], archive: Archive, about: Mapping[str, Any]) -> None:
        archive.clear()
        chunks = [line for line in standing.by_chunk(archive.lines).values() if standing.chunk_of(line) in self.chunks]
        last = [line for line in archive.lines if "digest" in line and len(chunks) == len(self.chunks)]
        first = [line for line in archive.lines if "size" in line][:1] if page else []
        archive.settle([*(first or [self._begin(about)]), *chunks, *last])

    def _begin(self, about: Mapping[str, Any]) -> dict[str, Any]:
        """Write down the terms, then what they speak of; give the line that names it."""
        disk.write(self._folder / standing.SWEEP, seal({**terms(self._plan), **about}, tall=True))
        for table in (REPLICATES, ROUNDS)[: 1 + self._plan.rounds]:
            disk.make_folder(self._folder / table)
        scenario = dump(self._plan.scenario).encode()
        disk.write(self._folder / standing.SCENARIO, scenario)
        files = {standing.SCENARIO: sha256(scenario).hexdigest(), **self._tables.put_points()}
        return {"size": about["size"], "files": files}
