"""Columns in a file and back: Parquet, by DuckDB. What columns, and in which files, the store knows."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

import duckdb

from sim.study.workers import heard
from sim.talks.outcome import Column

Done = TypeVar("Done")
FORM: Final = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, USE_TMP_FILE false"
EXACT: Final = ", DICTIONARY_SIZE_LIMIT 0"
"""Where it matters of what kind a value is that is no number; a dictionary takes all of them for one."""
ALONE: Final[dict[str, str | bool | int | float | list[str]]] = {
    "temp_directory": "",
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}
"""It writes nothing, fetches nothing, and reads no variable of ours."""
KNOWN: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EROFS, errno.ENOENT)


class Parquet:
    """Reads and writes files; several threads may at once."""

    def __init__(self) -> None:
        """Start an engine, in memory, that works in the thread of whoever asks."""
        self._engine = duckdb.connect(config={"threads": 1, "temp_directory": ""})

    def write(self, path: Path, columns: Mapping[str, Column], select: str = "*", *, exact: bool = False) -> None:
        """Write columns as SQL selects them. Raises OSError."""
        copy = f"COPY (SELECT {select} FROM columns) TO {literal(path)} ({FORM}{EXACT * exact})"  # noqa: S608 - from our own columns
        with refused(path):
            apart(lambda: self._write(dict(columns), copy))

    def read(self, path: Path, select: str) -> dict[str, Column]:
        """Read columns as SQL selects them, in the order of the file. Raises OSError."""
        query = f"SELECT {select} FROM {table_of([path])}"  # noqa: S608 - from our own columns
        with refused(path):
            return apart(lambda: self._read(query))

    def _write(self, columns: dict[str, Column], copy: str) -> None:
        with self._engine.cursor() as cursor:
            cursor.register("columns", columns)
            cursor.execute(copy)

    def _read(self, query: str) -> dict[str, Column]:
        with self._engine.cursor() as cursor:
            found: dict[str, Column] = cursor.execute(query).fetchnumpy()
        return found


def apart(work: Callable[[], Done], stop: Callable[[], object] | None = None) -> Done:
    """Let a thread of its own do something: in the main one the engine would make an error of its own of Ctrl-C.

    `stop` makes it end before it is done, if the user does not want to wait for it.
    """
    with ThreadPoolExecutor(1) as hand:
        done = hand.submit(work)
        try:
            return heard(done)
        except KeyboardInterrupt:
            while stop and not wait([done], 0.1).done:  # it may not have begun when it is first told
                stop()
            raise


def table_of(paths: Sequence[Path]) -> str:
    """The SQL by which files of one kind are a table."""
    return f"read_parquet([{', '.join(map(literal, paths))}], hive_partitioning = false)"


def literal(path: Path) -> str:
    """A path as SQL has it."""
    return "'" + str(path.absolute()).replace("'", "''") + "'"


def asking(
    tables: Mapping[str, Sequence[Path]], lists: Mapping[str, tuple[Mapping[str, str], Sequence[Sequence[object]]]]
) -> duckdb.DuckDBPyConnection:
    """A connection for other people's questions: it sees files as tables, and lists; no other file, and no network."""
    engine = duckdb.connect(config=ALONE)
    for name, (columns, rows) in lists.items():
        types = ", ".join(f"{column} {kind}" for column, kind in columns.items())
        engine.execute(f"CREATE TABLE {name} ({types})")
        for row in rows:
            engine.table(name).insert(row)
    allowed = [path for paths in tables.values() for path in paths]
    engine.execute(f"SET allowed_paths = [{', '.join(map(literal, allowed))}]")
    engine.execute("SET enable_external_access = false")
    engine.execute("SET lock_configuration = true")
    for name, paths in tables.items():
        with refused(paths[0].parent):
            engine.execute(f"CREATE VIEW {name} AS FROM {table_of(paths)}")
    return engine


@contextmanager
def refused(path: Path) -> Iterator[None]:
    """Whatever the engine cannot do with a file in here, the system refused."""
    try:
        yield
    except duckdb.Error as problem:
        code = next((one for one in KNOWN if os.strerror(one) in str(problem)), errno.EIO)
        raise OSError(
            code, os.strerror(code) if code in KNOWN else str(problem).partition("\n")[0], str(path)
        ) from problem
