"""Room that a text takes on a terminal, in cells, whatever its script."""

import unicodedata
from functools import lru_cache

from sim.report.terminal.ink import MARKS

WIDTH = 80
"""Cells in a line: every page fits into these, and uses no more on a wider screen."""


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if character in MARKS or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """How many cells the text takes: two for a wide letter, none for an accent that stands on another or for ink."""
    return sum(_cells(character) for character in text)


def left(text: str, cells: int) -> str:
    """The text at the left of a field of so many cells."""
    return text + " " * (cells - width(text))


def right(text: str, cells: int) -> str:
    """The text at the right of a field of so many cells."""
    return " " * (cells - width(text)) + text


def wrapped(text: str, cells: int) -> list[str]:
    """Break a text between words into lines of at most so many cells; a longer word is broken where it must be."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, cells):
            if not lines[-1]:
                lines[-1] = piece
            elif width(lines[-1]) + 1 + width(piece) <= cells:
                lines[-1] += " " + piece
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, cells: int) -> list[str]:
    pieces = [""]
    for character in word:
        if width(pieces[-1]) + _cells(character) > cells:
            pieces.append("")
        pieces[-1] += character
    return pieces
