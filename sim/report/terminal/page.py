"""A page of 80 columns: lines, rules, headers and who says what."""

import os
import re
import sys
from collections.abc import Mapping
from itertools import zip_longest
from typing import TextIO

from sim.report.terminal.cells import WIDTH, left, right, width, wrapped
from sim.report.terminal.inert import inert, isolated, plain
from sim.report.terminal.ink import bare, coloured

WHO = 13
"""Cells that are kept for who; what follows begins at column 14."""


class Page:
    """Where a command writes for people: in colour on a terminal, and with ASCII marks where others would not show.

    Parameters
    ----------
    stream
        Where the lines go.
    environment
        Variables of the shell; ``NO_COLOR`` and ``TERM=dumb`` are obeyed.
    """

    def __init__(self, stream: TextIO, environment: Mapping[str, str] = os.environ) -> None:
        self.stream = stream
        self.terminal = stream.isatty()
        self._colour = self.terminal and environment.get("TERM") != "dumb" and not environment.get("NO_COLOR")
        self._utf8 = (stream.encoding or "utf-8").lower().replace("-", "") == "utf8"
        self._plain = environment.get("TERM") == "dumb" or _old(environment) or not self._utf8

    def line(self, text: str = "") -> None:
        """Print one line as it is, ink turned into colour, control characters made visible."""
        text = inert(text).rstrip()
        text = plain(text) if self._plain else isolated(text)
        text = coloured(text) if self._colour else bare(text)
        if not self._utf8:
            text = text.encode("ascii", "replace").decode("ascii")
        self.stream.write(text + "\n")
        if self.terminal:
            self.stream.flush()

    def rule(self) -> None:
        """Print a line across the page."""
        self.line("─" * WIDTH)

    def header(self, text: str, far: str = "") -> None:
        """Print one text at the left and another at the right edge, then a rule."""
        self.across(text, far)
        self.rule()

    def across(self, text: str, far: str) -> None:
        """Print one text at the left edge and one at the right; the second below the first where there is no room."""
        if width(text) + (2 if far else 0) + width(far) <= WIDTH:
            self.line(justified(text, far))
        else:
            self.paragraph(text)
            self.line(right(far, WIDTH))

    def paragraph(self, text: str, indent: int = 0) -> None:
        """Print a text, wrapped, so many cells from the left."""
        for part in wrapped(text, WIDTH - indent):
            self.line(" " * indent + part)

    def said(self, who: str, what: str) -> None:
        """Print who at column 1 and what at column 14, each wrapped in its column."""
        self.fields(who, what, WHO)

    def fields(self, name: str, text: str, at: int) -> None:
        """Print a name, and so many cells from the left a text, each wrapped in its column."""
        for first, second in zip_longest(wrapped(name, at - 1), wrapped(text, WIDTH - at), fillvalue=""):
            self.line(left(first, at) + second)

    def command(self, text: str, indent: int = 2) -> None:
        """Print a command that runs as printed: one that is too long goes on in the next line, after a backslash."""
        first, *options = re.split(r" (?=--)", text)
        lines = [first]
        for option in options:
            if indent + width(f"{lines[-1]} {option}") + 2 <= WIDTH:
                lines[-1] += f" {option}"
            else:
                lines.append(f"    {option}")
        for line in lines[:-1]:
            self.line(" " * indent + line + " \\")
        self.line(" " * indent + lines[-1])

    def row(self, who: str, *drawn: str) -> None:
        """Print who at column 1, wrapped, and a chart or rows of a table at column 14, as they are."""
        for first, second in zip_longest(wrapped(who, WHO - 1), drawn, fillvalue=""):
            self.line(left(first, WHO) + second)


def _old(environment: Mapping[str, str]) -> bool:
    """Whether the shell names a locale whose letters are not Unicode's."""
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    return bool(locale) and not re.search("utf-?8", locale, re.IGNORECASE)


def justified(text: str, far: str) -> str:
    """Put one text at the left edge of a line and one at the right, at least two cells apart."""
    return text + " " * max(2, WIDTH - width(text) - width(far)) + far


def out() -> Page:
    """The page on standard output: what the command was asked for."""
    return Page(sys.stdout)


def err() -> Page:
    """The page on standard error: mistakes, warnings and progress."""
    return Page(sys.stderr)
