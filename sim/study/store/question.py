"""A question in SQL, as people write it: one that only reads, with the names of the results as they are."""

import errno
import json
import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import duckdb

from sim.case.nearest import guess, nearest
from sim.case.place import Unknown
from sim.study.store.parquet import apart

READING: Final = "A question is one SELECT (or EXPLAIN, DESCRIBE, SHOW, SUMMARIZE) and changes nothing."
PIVOT: Final = "A PIVOT has to name its values, as in: pivot … on ending in ('agreement', 'walkout') …"
DOTTED: Final = re.compile(rb"[A-Za-z_]\w*(?:\.\w+)+")
COLUMN: Final = re.compile(r'column "(.+?)" not found|column named "(.+?)"')
TABLE: Final = re.compile(r'Table with name (.+?) does not exist|table "(.+?)" not found')
EXPLAIN: Final = re.compile(r"\A\s*explain\b", re.IGNORECASE)
AT_ONCE: Final = 10_000


class Answer(NamedTuple):
    """The names of the columns, their types in SQL, and the rows, which can be taken once."""

    names: tuple[str, ...]
    types: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def ask(engine: duckdb.DuckDBPyConnection, text: str) -> Answer:
    """Ask the tables of a connection.

    Raises
    ------
    Unknown
        The question does more than read, or cannot be answered: why, and what was meant.
    OSError
        A file cannot be read, or the answer does not fit into memory.

    """
    there = _names(engine)
    with _answered(text, there):
        question = quoted(text, [column for columns in there.values() for column in columns])
        _refuse_more_than_reading(engine, question)
        apart(lambda: engine.execute(question), engine.interrupt)
        about = engine.description or []
        return Answer(tuple(str(one[0]) for one in about), tuple(str(one[1]) for one in about), _rows(engine))


def quoted(text: str, names: Sequence[str]) -> str:
    """The same question with quotes around the dotted names that are known, where there are none."""
    raw, tokens = text.encode(), duckdb.tokenize(text)
    known = {name.lower(): name for name in names if "." in name}

    def named(match: re.Match[bytes]) -> bytes:
        start, kind = tokens[bisect(tokens, match.start(), key=lambda token: token[0]) - 1]
        is_text = kind in {duckdb.token_type.string_const, duckdb.token_type.comment} or raw[start : start + 1] == b'"'
        return match[0] if is_text else _with_quotes(match[0].decode().split("."), known).encode()

    return DOTTED.sub(named, raw).decode()


def _with_quotes(steps: Sequence[str], known: Mapping[str, str]) -> str:
    """A dotted name with quotes around the longest part of it that is known."""
    spans = [(first, last) for first in range(len(steps)) for last in range(first + 2, len(steps) + 1)]
    for first, last in sorted(spans, key=lambda span: span[0] - span[1]):
        if name := known.get(".".join(steps[first:last]).lower()):
            return ".".join([*steps[:first], f'"{name}"', *steps[last:]])
    return ".".join(steps)


def _refuse_more_than_reading(engine: duckdb.DuckDBPyConnection, question: str) -> None:
    """Refuse what is not one statement that reads, as the engine itself takes it to pieces."""
    question = EXPLAIN.sub("", question)
    kinds = [one.type for one in engine.extract_statements(question)]
    if kinds == [duckdb.StatementType.MULTI]:
        raise Unknown(PIVOT)
    if kinds != [duckdb.StatementType.SELECT]:
        raise Unknown(READING)
    row = engine.execute("SELECT json_serialize_sql(?)", [question]).fetchone()
    if row is None or not _only_reads(json.loads(row[0])):
        raise Unknown(READING)


def _only_reads(part: object) -> bool:
    """Whether no part of a statement writes: a COPY or an INSERT may stand inside a SELECT."""
    if isinstance(part, dict):
        return not str(part.get("type")).endswith("_QUERY_NODE") and all(map(_only_reads, part.values()))
    return all(map(_only_reads, part)) if isinstance(part, list) else True


def _names(engine: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The columns of each table."""
    there: dict[str, list[str]] = {}
    query = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"
    for table, column in engine.execute(query).fetchall():
        there.setdefault(table, []).append(column)
    return there


def _rows(engine: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := engine.fetchmany(AT_ONCE):
        yield from rows


@contextmanager
def _answered(text: str, there: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """Say in a sentence what the engine does not take."""
    try:
        yield
    except UnicodeEncodeError:
        raise Unknown("The question is not written in UTF-8.") from None
    except duckdb.OutOfMemoryException:
        raise OSError(errno.ENOMEM, "The answer does not fit into memory; ask for fewer rows or groups") from None
    except duckdb.IOException as problem:
        raise OSError(errno.EIO, _first_line(problem)) from problem
    except duckdb.PermissionException:
        raise Unknown("A question sees the tables of these results, and no file and no network.") from None
    except duckdb.Error as problem:
        raise Unknown(_sentence(str(problem), text, there)) from None


def _sentence(said: str, text: str, there: Mapping[str, Sequence[str]]) -> str:
    columns = sorted({column for names in there.values() for column in names})
    if match := COLUMN.search(said):
        return _no_such("column", match[1] or match[2], columns)
    if match := TABLE.search(said):
        name = match[1] or match[2]
        dotted = re.search(rf"\b{re.escape(name)}(?:\.\w+)+", text)
        return _no_such("column", dotted[0], columns) if dotted else _no_such("table", name, list(there))
    return f"The question cannot be answered: {_first_line(said)}."


def _no_such(what: str, name: str, names: Sequence[str]) -> str:
    return f"There is no {what} {name}. {guess(nearest(name, names), names)}"


def _first_line(said: object) -> str:
    """What the engine says first, without the name that it gives to errors of this kind."""
    return re.sub(r"^[A-Z][\w ]+ Error: ", "", str(said).partition("\n")[0]).rstrip(".!")
