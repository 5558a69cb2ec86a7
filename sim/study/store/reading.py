"""Results are opened to be read, and not before all of their files were held against their hashes."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from sim.case.place import Unknown
from sim.study.chunks import Chunk, Failure, Played, cut
from sim.study.difference import listed
from sim.study.store import parquet, standing
from sim.study.store.names import FAILURES, KEYS, POINTS, POINTS_FILE, REPLICATES, ROUNDS, file_of
from sim.study.store.question import Answer, ask
from sim.study.trouble import Unusable

if TYPE_CHECKING:
    import pandas as pd

    from sim.study.plan import Plan
    from sim.study.store.columns import Described
    from sim.study.store.tables import Tables


class Results:
    """The results of a finished sweep, all of which were checked when they were opened."""

    def __init__(self, folder: Path, page: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]) -> None:
        """Keep what the folder says of itself."""
        self.folder, self.page = folder, page
        self._lines = standing.by_chunk(lines)
        self.digest: str = standing.digest_of(lines) or ""
        in_order = [line for _, line in sorted(self._lines.items())]
        self.failures = tuple(failure for line in in_order for failure in standing.failures_of(line))
        self.chunks = tuple(standing.chunk_of(line) for line in in_order)

    @cached_property
    def plan(self) -> "Plan":
        """What was swept. Raises Unusable if this version of sim cannot read the scenario any more."""
        from sim.study.store.agreement import plan_in  # noqa: PLC0415 - who only asks needs no case

        return plan_in(self.folder, self.page)

    @cached_property
    def _tables(self) -> "Tables":
        from sim.study.store.tables import Tables  # noqa: PLC0415 - who only asks needs no case

        return Tables(self.folder, self.plan)

    def refuse_other_version(self) -> None:
        """Refuse to play again what was played by rules that gave other numbers. Raises Unusable."""
        from sim.study.store.agreement import refuse_other_version  # noqa: PLC0415 - who only asks needs no case

        refuse_other_version(self.folder, self.page)

    def load(self, chunk: Chunk) -> Played:
        """What a chunk came to, bit for bit. Raises OSError."""
        return self._tables.get(chunk, standing.failures_of(self._lines[chunk.number]))

    @cached_property
    def columns(self) -> "dict[str, tuple[Described, ...]]":
        """The columns of each table: their names, their types in SQL, and what they mean."""
        from sim.study.store.columns import described  # noqa: PLC0415 - who only asks needs no case

        return described(self.plan)

    def frame(self, table: str) -> "pd.DataFrame":
        """A table as a data frame: `points`, `replicates`, `rounds` or `failures`."""
        engine = self.asking()
        return engine.table(table).df()

    def ask(self, question: str) -> Answer:
        """Ask a question in SQL. Raises Unknown if it does more than read, or cannot be answered."""
        return ask(self.asking(), question)

    def asking(self) -> duckdb.DuckDBPyConnection:
        """A connection that sees the tables of these results, and nothing else. Raises OSError."""
        files = {POINTS: [self.folder / POINTS_FILE]}
        for table in (REPLICATES, ROUNDS)[: 1 + self.page["rounds"]]:
            files[table] = [self.folder / file_of(table, chunk) for chunk in self.chunks]
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
    standing.refuse_foreign(folder)
    page = standing.page_of(folder)
    if not page and not (folder / standing.MANIFEST).exists():
        raise Unusable(f"{folder} holds no results.")
    if not page:
        raise Unusable(f"{folder}: {standing.SWEEP} is damaged or missing. {_by_what(page, 'mends')}")
    archive, chunks = (
        standing.archive_of(folder, standing.key(page)),
        cut(len(page["points"]) * page["runs"], page["size"]),
    )
    if bad := standing.wrong(folder, page, archive, chunks):
        raise Unusable("\n".join([f"{folder} is damaged:", *listed(bad), _by_what(page, "mends")]))
    if standing.digest_of(archive.lines) is None:
        there = f"{len(standing.by_chunk(archive.lines)):,} of {len(chunks):,} chunks are there"
        raise Unusable(f"{folder} is not finished: {there}. {_by_what(page, 'finishes')}")
    return Results(folder, page, archive.lines)


def _by_what(page: Mapping[str, Any], does: str) -> str:
    """Say what mends or finishes results: the command that was given for them, or one like it."""
    command = page.get("command")
    return f"This {does} it:\n{command}" if command else f"The same sim sweep command {does} it."
