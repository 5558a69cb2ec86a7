"""Ink by name: which colour says what, and how it travels inside a text until a page is printed.

A word in ink stands between two code points that Unicode keeps for a program's own use. They take no room, a
page turns them into colour or drops them, and no text of a scenario can do more with them than be coloured.
"""

import re

INKS = {
    "strong": "1",
    "dim": "2",
    "government": "35",
    "opposition": "33",
    "third": "36",
    "fourth": "31",
    "mediator": "1",
    "outcome": "34",
    "walkout": "31",
    "mistake": "31",
    "reached": "32",
}
"""Name of an ink to its ANSI number; themes choose the shade. Colour never says anything alone."""

SIDES = ("government", "opposition", "third", "fourth")
"""Inks of the delegations, in the order in which the case names them."""

_FIRST, _END = 0xFDD0, "\ufdef"
_OPENING = {name: chr(_FIRST + number) for number, name in enumerate(INKS)}
_CODES = {mark: f"\x1b[{INKS[name]}m" for name, mark in _OPENING.items()} | {_END: "\x1b[0m"}
MARKS = frozenset(_CODES)
"""The code points that carry ink; none has a width."""

_NAMES = {mark: name for name, mark in _OPENING.items()}
_BORDERS = re.compile(f"([{''.join(_CODES)}])")
_MARKED = str.maketrans(_CODES)
_BARE = str.maketrans(dict.fromkeys(MARKS, ""))


def inked(text: str, name: str) -> str:
    """Write the words in the ink of this name, word by word, so that they stay so when wrapped."""
    return re.sub(r"[^ ]+", lambda word: f"{_OPENING[name]}{word[0]}{_END}", text)


def side(place: int) -> str:
    """Ink of the delegation at this place in the case (0 the first); beyond the fourth there is no colour."""
    return SIDES[place] if place < len(SIDES) else "strong"


def coloured(text: str) -> str:
    """Turn ink into ANSI colour, for a terminal."""
    return text.translate(_MARKED)


def bare(text: str) -> str:
    """Take the ink off, for a pipe or a terminal without colour."""
    return text.translate(_BARE)


def parts(text: str) -> list[tuple[str, str]]:
    """A text cut where the ink changes: each part with the name of its ink, or with an empty one."""
    cut: list[tuple[str, str]] = []
    name = ""
    for piece in _BORDERS.split(text):
        if piece in _CODES:
            name = _NAMES.get(piece, "")
        elif piece:
            cut.append((piece, name))
    return cut
