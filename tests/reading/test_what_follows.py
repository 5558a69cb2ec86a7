"""One slip is one mistake: nothing is reported that only follows from another."""

from collections.abc import Callable, Iterator

import pytest

from sim.case import Mistake, Mistakes, read
from sim.case.intake import decoded
from sim.case.node import Node, Row, Scalar, Table
from sim.case.place import Place
from sim.case.stream import compose
from tests.reading.written import EVERYTHING

Path = tuple[str, ...]
CONTENT = EVERYTHING.read_text(encoding="utf-8")
FREE = {"events", "thresholds", "sponsors", "members"}
"""Where names are given that need not be referred to."""


def values(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Every single value of a case, with its path."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Row):
        for place, item in enumerate(node.items):
            yield from values(item, (*path, str(place)))
    elif isinstance(node, Table):
        for name, entry in node.entries.items():
            yield from values(entry.value, (*path, name))


def names(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Every key of a case, with its path."""
    if isinstance(node, Row):
        for place, item in enumerate(node.items):
            yield from names(item, (*path, str(place)))
    elif isinstance(node, Table):
        for name, entry in node.entries.items():
            yield (*path, name), entry.key
            yield from names(entry.value, (*path, name))


ROOT = compose(*decoded(CONTENT.encode(), "everything"))[0]
SOME_VALUES = list(values(ROOT))[::3]
SECTIONS = [(path, key) for path, key in names(ROOT) if len(path) <= 2]
SOME_NAMES = SECTIONS + [(path, key) for path, key in names(ROOT) if len(path) > 2][::4]


def slip(place: Place, written: str) -> str:
    """The case with something else written at a place."""
    lines = CONTENT.split("\n")
    line = lines[place.line - 1]
    lines[place.line - 1] = line[: place.column - 1] + written + line[place.column - 1 + place.width :]
    return "\n".join(lines)


def told(path: str) -> list[Mistake]:
    """What is said of a file."""
    try:
        read(path)
    except Mistakes as mistakes:
        return list(mistakes.items)
    return []


def said(which: tuple[Path, Scalar]) -> str:
    """The name of a test: the path it is about."""
    return ".".join(which[0])


@pytest.mark.parametrize("which", SOME_VALUES, ids=said)
def test_a_value_that_cannot_be_read_is_one_mistake(which: tuple[Path, Scalar], written: Callable[..., str]) -> None:
    path, value = which
    (mistake,) = told(written(slip(value.place, "[[]]")))
    assert mistake.path.startswith(".".join(path)[:20])
    assert mistake.line == value.place.line


@pytest.mark.parametrize("which", SOME_NAMES, ids=said)
def test_a_misspelt_name_is_one_mistake(which: tuple[Path, Scalar], written: Callable[..., str]) -> None:
    path, key = which
    mistakes = told(written(slip(key.place, key.text + "x")))
    free = len(path) > 1 and path[-2] in FREE
    assert len(mistakes) == 1 or (free and not mistakes)
