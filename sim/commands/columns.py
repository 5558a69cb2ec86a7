"""What can be asked of results: every column of every table, its type and its meaning."""

from itertools import zip_longest
from typing import TYPE_CHECKING

from sim.commands.document import document
from sim.report.terminal.cells import WIDTH, left, width, wrapped
from sim.report.terminal.ink import inked
from sim.report.terminal.page import out

if TYPE_CHECKING:
    from sim.study.store import Results

TYPE = 9
"""Cells of a type."""


def show(results: "Results", *, json: bool) -> None:
    """Print the tables and their columns."""
    if json:
        tables = {name: [one._asdict() for one in columns] for name, columns in results.columns.items()}
        document({"tables": tables})
        return
    page = out()
    for name, columns in results.columns.items():
        page.line(inked(name, "strong"))
        size = max(width(one.name) for one in columns) + 4
        for one in columns:
            kind = left(f"  {one.name}", size) + left(one.type, TYPE)
            meaning = wrapped(one.meaning, WIDTH - size - TYPE)
            for first, second in zip_longest([kind], meaning, fillvalue=""):
                page.line(left(first, size + TYPE) + second)
        page.line()
