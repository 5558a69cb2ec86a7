"""What is varied: a path of the case, and the values or the range that it takes."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from sim.case.node import Lost, Node, Row, Scalar, Table
from sim.case.place import Place, Sheet, Unknown
from sim.case.scalar import Unfit, whole
from sim.case.variations import Setting, composed, is_path
from sim.study.values import is_number, plain, spaced, text_of, written

EXAMPLE: Final = "write path=a,b,c, or path=low:high:n for n numbers from low to high."
MOST_VALUES: Final = 100_000
_PART: Final = r"([^\s:,\[\]{}\"']+)"
_RANGE: Final = re.compile(rf"\s*{_PART}:{_PART}(?::{_PART})?\s*")


class Axis(NamedTuple):
    """A path of the case and, as YAML texts, the values that it takes.

    If `between`, these are the two ends of a range, from which a design takes what it likes. `key` is where the
    path is written, `place` where the values are, `nodes` the single values where each has a place of its own.
    """

    path: str
    texts: tuple[str, ...]
    key: Place
    place: Place
    between: bool = False
    nodes: Mapping[str, Node] = {}

    def at(self, text: str) -> Setting:
        """The setting that gives this value to the case."""
        if not self.place.sheet.setting:
            return Setting(self.path, self.nodes.get(text) or Scalar(text, plain=True, place=self.place))
        given = f"{self.path}={text}"
        return Setting(self.path, composed(Sheet(f"--vary {given}", (given,), setting=True), text))


def axis(text: str) -> Axis:
    """What is varied, as it is typed: `path=a,b,c`, `path=low:high:n` or `path=low:high`.

    Values are YAML, separated by commas, as in a list. n numbers, 2 to 100,000, lie evenly from low to high;
    without n it is left to the design to take numbers between the two.

    Raises
    ------
    Unknown
        It is not written so.

    """
    path, equals, values = text.partition("=")
    if not (equals and is_path(path)):
        raise Unknown(EXAMPLE)
    place = Place(Sheet(f"--vary {text}", (text,), setting=True), 1, 1)
    return typed(path.strip(), values, place, place)


def typed(path: str, values: str, key: Place, place: Place) -> Axis:
    """An axis whose values are typed in one text.

    Raises
    ------
    Unknown
        There are none, one stands twice, or a range is none.

    """
    match = _RANGE.fullmatch(values)
    if match:
        return _range(Axis(path, (match[1], match[2]), key, place, between=True), match[3])
    if not values.strip():
        raise Unknown("A value is missing after the = sign; null takes a key out.")
    nodes = composed(place.sheet, f"[{values}]")
    items = nodes.items if isinstance(nodes, Row) else ()
    if any(isinstance(item, Scalar) and item.plain and _is_range(item.text) for item in items):
        raise Unknown("A range stands alone, without other values and commas.")
    return listed(path, [item._replace(place=place) for item in items], key, place)


def listed(path: str, items: Sequence[Node], key: Place, place: Place) -> Axis:
    """An axis whose values are nodes; a number is kept in its shortest form.

    Raises
    ------
    Unknown
        There are none, or one stands twice.

    """
    if not items:
        raise Unknown("At least one value must be listed here.")
    nodes: dict[str, Node] = {}
    for item in items:
        text = text_of(item)
        if text in nodes:
            raise Unknown(f"{text} is listed twice.")
        nodes[text] = item
    return Axis(path, tuple(nodes), key, place, nodes=nodes)


def in_file(key: Scalar, values: Node) -> Axis | None:
    """An axis as it stands in a sweep file; None if it was complained of already.

    Raises
    ------
    Unknown
        It is neither a list of values nor a range.

    """
    path, place = key.text, values.place
    if not is_path(path):
        raise Unknown("A path is wanted here: names with points between them, as in mediator.style.")
    match values:
        case Lost():
            return None
        case Scalar(text=text, plain=True) if text:
            return typed(path, text, key.place, place)
        case Scalar(text="", plain=True):
            raise Unknown("Nothing is written after this key. Write a list of values, or a range low:high:n.")
        case Table():
            raise Unknown(f"A list of values is wanted here. A single one stands in brackets: [{written(values)}].")
    items = values.items if isinstance(values, Row) else [values]
    return None if any(isinstance(item, Lost) for item in items) else listed(path, items, key.place, place)


def overlaps(axes: Sequence[Axis]) -> dict[int, str]:
    """The places of axes that vary what an earlier one varies as well, each with a sentence on it."""
    found: dict[int, str] = {}
    for place, one in enumerate(axes):
        for other in axes[:place]:
            if one.path == other.path:
                found[place] = f"{one.path} is varied twice. Put all its values together."
            elif one.path.startswith(f"{other.path}."):
                found[place] = f"{one.path} lies inside {other.path}, which is varied too. Vary one of them."
            elif other.path.startswith(f"{one.path}."):
                found[place] = f"{other.path}, which is varied too, lies inside {one.path}. Vary one of them."
    return found


def _is_range(text: str) -> bool:
    match = _RANGE.fullmatch(text)
    return match is not None and is_number(match[1]) and is_number(match[2])


def _range(axis: Axis, count: str | None) -> Axis:
    low, high = axis.texts
    for end in (low, high):
        if not is_number(end):
            raise Unknown(f"A range goes from number to number, and {end} is none. List values as a,b,c.")
    if float(low) == float(high):
        raise Unknown(f"Both ends of the range are {low}.")
    if count is None:
        return axis._replace(texts=(plain(float(low)), plain(float(high))))
    return axis._replace(texts=spaced(low, high, _count(count, axis.place)), between=False)


def _count(text: str, place: Place) -> int:
    try:
        count = whole(Scalar(text, plain=True, place=place))
    except Unfit:
        count = 0
    if not 2 <= count <= MOST_VALUES:
        raise Unknown(f"From 2 to {MOST_VALUES:,} numbers can lie in a range, not {text}.")
    return count
