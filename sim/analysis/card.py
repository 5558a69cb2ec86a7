"""What is shown of many runs where they are named: a title, a few facts and a small table, as text or as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import zip_longest
from typing import TypeAlias

from sim.analysis.counts import Count
from sim.analysis.percentages import FEW, ends, per_cent
from sim.case.text import visible

Cell: TypeAlias = str | Count


@dataclass(frozen=True)
class Card:
    """A table under its title; a count in it is shown as a share with its 95 % interval.

    Whatever a case says in words is text here, and nothing else: it does nothing to a terminal or a page.
    """

    title: str
    facts: tuple[str, ...]
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()

    def text(self) -> str:
        """A few lines, columns side by side."""
        table = [self.head, *(tuple(map(told, row)) for row in self.rows)] if self.head else []
        wide = [max(map(len, column)) for column in zip_longest(*table, fillvalue="")]
        lines = ["  ".join(map(str.ljust, row, wide)).rstrip() for row in table]
        return "\n".join([self.heading, *lines])

    def html(self) -> str:
        """A plain table without styles, for a notebook."""
        return f"<table>\n<caption>{escape(self.heading)}</caption>\n" + "\n".join(self._lines()) + "\n</table>"

    @property
    def heading(self) -> str:
        """The title and the facts, in one line."""
        return f"{visible(self.title)}: {', '.join(self.facts)}"

    def _lines(self) -> Iterator[str]:
        if self.head:
            names = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.head)
            yield f"<thead><tr>{names}</tr></thead>"
        yield "<tbody>"
        for row in self.rows:
            yield f"<tr>{''.join(f'<td>{_drawn(cell)}</td>' for cell in row)}</tr>"
        yield "</tbody>"


def numbered(count: int, noun: str) -> str:
    """So many of something: ``1 run``, ``10,000 runs``."""
    return f"{count:,} {noun}{'s' if count != 1 else ''}"


def told(cell: Cell) -> str:
    """A cell in words; a share as ``14 % (13 to 15)``, of few runs as ``3 of 12``."""
    if isinstance(cell, str):
        return visible(cell)
    if not cell.runs:
        return "no runs"
    interval = f" ({ends(*cell)})" if cell.runs >= FEW else ""
    return per_cent(*cell) + interval


def _drawn(cell: Cell) -> str:
    if isinstance(cell, str) or not cell.runs:
        return escape(told(cell))
    return f'<meter min="0" max="1" value="{cell.times / cell.runs:.4f}"></meter> {told(cell)}'
