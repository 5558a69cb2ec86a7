"""A table of shares, each with its bar, its interval and one word more."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from sim.analysis.counts import Count
from sim.analysis.percentages import FEW, ends, per_cent
from sim.report.terminal.bars import bar
from sim.report.terminal.cells import left, right, width, wrapped
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page

NAME, BAR, INTERVAL, LAST = 26, 29, 15, 9
"""Cells of the columns, the first with the share at its end; with the one before the bar they make 80."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    count: Count
    last: str
    ink: str
    hollow: bool = False


def show(page: Page, title: str, rows: Iterable[Row], last: str) -> None:
    """Print the table under its title; `last` heads the last column."""
    head = inked(title, "strong") + right("share", NAME - width(title))
    axis = inked("0     25     50     75    100", "dim")
    page.header(head + " " + left(axis, BAR) + right("95 % interval", INTERVAL) + right(last, LAST))
    for row in rows:
        _line(page, row)


def _line(page: Page, row: Row) -> None:
    count, runs = row.count
    cells = NAME - (8 if runs < FEW else 7)
    share = right(per_cent(count, runs), NAME - cells) + " "
    drawn = left(inked(bar(count / runs, hollow=row.hollow), row.ink), BAR)
    rest = share + drawn + right(ends(count, runs), INTERVAL) + right(row.last, LAST)
    for name, numbers in zip_longest(wrapped(row.name, cells), [rest], fillvalue=""):
        page.line(left(name, cells) + numbers)
