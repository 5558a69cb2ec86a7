"""Results are opened to be read, and not before all of their files were held against their hashes."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from sim import __version__
from sim.case import Unknown
from sim.study.chunks import Chunk, Failure, Played, cut
from sim.study.difference import listed
from sim.study.plan import Plan
from sim.study.provenance import RESULT_VERSION
from sim.study.store import parquet
from sim.study.store.columns import FAILURES, Described, described
from sim.study.store.folder import (
    MANIFEST,
    SCENARIO,
    SWEEP,
    archive_of,
    by_chunk,
    case_of,
    chunk_of,
    digest_of,
    failures_of,
    made_by,
    page_of,
    refuse_foreign,
    wrong,
)
from sim.study.store.question import Answer, ask
from sim.study.store.tables import KEYS, POINTS, REPLICATES, ROUNDS, Tables, name_of
from sim.study.terms import key, plan_of
from sim.study.trouble import Unusable

if TYPE_CHECKING:
    import pandas as pd


class Results:
    """The results of a finished sweep, all of which were checked when they were opened."""

    def __init__(self, folder: Path, page: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]) -> None:
        """Keep what the folder says of itself."""
        self.folder, self.page = folder, page
        self._lines = by_chunk(lines)
        self.digest: str = digest_of(lines) or ""
        self.failures = tuple(failure for number in sorted(self._lines) for failure in failures_of(self._lines[number]))
        self.chunks = tuple(chunk_of(line) for _, line in sorted(self._lines.items()))

    @cached_property
    def plan(self) -> Plan:
        """What was swept. Raises Unusable if this version of sim cannot read the scenario any more."""
        case = case_of(self.folder)
        if case is None:
            raise Unusable(
                f"{self.folder / SCENARIO} cannot be read by sim {__version__}: use {self.page['sim_version']}."
            )
        return plan_of(self.page, case)

    def refuse_other_version(self) -> None:
        """Refuse to play again what was played by rules that gave other numbers. Raises Unusable."""
        if self.page["result_version"] != RESULT_VERSION:
            raise Unusable(f"{made_by(self.folder, self.page)} It can be asked, but not played again.")

    @cached_property
    def _tables(self) -> Tables:
        return Tables(self.folder, self.plan)

    def load(self, chunk: Chunk) -> Played:
        """What a chunk came to, bit for bit. Raises OSError."""
        return self._tables.get(chunk, failures_of(self._lines[chunk.number]))

    @cached_property
    def columns(self) -> dict[str, tuple[Described, ...]]:
        """The columns of each table: their names, their types in SQL, and what they mean."""
        return described(self.plan)

    def frame(self, table: str) -> "pd.DataFrame":
        """A table as a data frame: `points`, `replicates`, `rounds` or `failures`."""
        return self.asking().table(table).df()

    def ask(self, question: str) -> Answer:
        """Ask a question in SQL. Raises Unknown if it does more than read, or cannot be answered."""
        return ask(self.asking(), question)

    def asking(self) -> duckdb.DuckDBPyConnection:
        """A connection that sees the tables of these results, and nothing else. Raises OSError."""
        files = {POINTS.removesuffix(parquet.KIND): [self.folder / POINTS]}
        for table in (REPLICATES, ROUNDS)[: 1 + self.page["rounds"]]:
            files[table] = [self.folder / name_of(table, chunk) for chunk in self.chunks]
        return parquet.asking(files, {FAILURES: ({name: KEYS[name] for name in Failure._fields}, self.failures)})


def results(folder: Path) -> Results:
    """The results of a finished sweep, once all of its files were held against their hashes.

    Raises
    ------
    Unknown
        There is no such folder.
    Unusable
        It holds something else, or a sweep that is not finished or not whole: all that is wrong, and what mends it.

    """
    if not folder.exists():
        raise Unknown(f"There is no folder {folder}.")
    refuse_foreign(folder)
    page = page_of(folder)
    mending = f"This mends it:\n{page['command']}" if page.get("command") else "The same sim sweep command mends it."
    if not page and not (folder / MANIFEST).exists():
        raise Unusable(f"{folder} holds no results.")
    if not page:
        raise Unusable(f"{folder}: {SWEEP} is damaged or missing. {mending}")
    archive, chunks = archive_of(folder, key(page)), cut(len(page["points"]) * page["runs"], page["size"])
    if bad := wrong(folder, page, archive, chunks):
        raise Unusable("\n".join([f"{folder} is damaged:", *listed(bad), mending]))
    if digest_of(archive.lines) is None:
        there = f"{len(by_chunk(archive.lines)):,} of {len(chunks):,} chunks are there"
        raise Unusable(f"{folder} is not finished: {there}. {mending.replace('mends', 'finishes')}")
    return Results(folder, page, archive.lines)
