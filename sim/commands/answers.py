"""An answer to a question in SQL: a table for people, CSV, or JSON."""

import csv
import json
import math
import sys
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TypeAlias

from sim.report.terminal.cells import WIDTH, left, right, width
from sim.report.terminal.inert import inert
from sim.report.terminal.page import Page, out

if TYPE_CHECKING:
    from sim.study.store.question import Answer

Plain: TypeAlias = Any
"""Whatever JSON can say."""
NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "U", "FLOAT", "DOUBLE", "DECIMAL")
"""How the names of the types begin whose values stand at the right."""


def as_table(answer: "Answer") -> None:
    """Print a head, a rule and a line a row, numbers at the right; nothing is cut off.

    On a terminal rows that are too wide for it are printed one below the other, a line a column.
    """
    page = out()
    heads = [inert(name) for name in answer.names]
    given = list(answer.rows)
    rows = [line for row in given for line in _lines(row)]
    sizes = [max(map(width, column)) for column in zip(heads, *rows, strict=True)]
    if page.terminal and sum(sizes) + 2 * len(sizes) > WIDTH:
        return _as_records(page, heads, [[inert(_cell(value)) for value in row] for row in given])
    aligned = [right if _is_number(kind) else left for kind in answer.types]
    for cells in (heads, ["─" * size for size in sizes], *rows):
        page.line("  ".join(place(cell, size) for place, cell, size in zip(aligned, cells, sizes, strict=True)))
    return None if rows else page.line("0 rows")


def _as_records(page: Page, heads: list[str], rows: list[list[str]]) -> None:
    at = max(map(width, heads)) + 2
    for number, row in enumerate(rows, 1):
        page.header(f"row {number:,} of {len(rows):,}")
        for head, cell in zip(heads, row, strict=True):
            page.fields(head, cell, min(at, WIDTH // 2))
    if not rows:
        page.line("0 rows")


def _lines(row: tuple[object, ...]) -> Iterator[tuple[str, ...]]:
    """The lines of a row: as many as its longest text has."""
    return zip_longest(*([inert(line) for line in _cell(value).split("\n")] for value in row), fillvalue="")


def as_csv(answer: "Answer") -> None:
    """Print a head and a row a line, for a spreadsheet: no text becomes a formula."""
    lines = csv.writer(sys.stdout, lineterminator="\n")
    lines.writerow(map(_cell, answer.names))
    lines.writerows(map(_cell, row) for row in answer.rows)


def as_json(answer: "Answer") -> None:
    """Print a list with an object a row."""
    _refuse_twins(answer.names)
    between = "[\n"
    for row in answer.rows:
        sys.stdout.write(f"{between}  {json.dumps(dict(zip(answer.names, map(plain, row), strict=True)))}")
        between = ",\n"
    sys.stdout.write("[]\n" if between == "[\n" else "\n]\n")


def plain(value: object) -> Plain:
    """A value as JSON has it: days as in 2014-02-10, null for what is no number."""
    match value:
        case list() | tuple():
            return [plain(part) for part in value]
        case dict():
            return {str(name): plain(part) for name, part in value.items()}
        case float() | Decimal():
            return float(value) if math.isfinite(value) else None
        case None | bool() | int():
            return value
    return _text(value)


def _text(value: object) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)


def _cell(value: object) -> str:
    """A cell as in the table of many runs; a list as JSON has it."""
    from sim.study.cell import cell

    if isinstance(value, float):
        return cell(value)
    given = plain(value)
    return cell(json.dumps(given) if isinstance(given, list | dict) else given)


def _is_number(kind: str) -> bool:
    return kind.startswith(NUMBERS) and not kind.endswith("]")


def _refuse_twins(names: tuple[str, ...]) -> None:
    from sim.case import Unknown

    if twins := [name for name in names if names.count(name) > 1]:
        raise Unknown(f"Two columns are called {twins[0]}. Give one of them another name, with AS.")
