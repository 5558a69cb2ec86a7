"""What is varied: a path of the case, and the values or the range that it takes."""

import json
import re
from fractions import Fraction
from typing import Final, NamedTuple

from sim.case.node import Node, Row, Scalar, Table
from sim.case.place import Place, Sheet, Unknown
from sim.case.variations import composed, is_path

EXAMPLE: Final = "write path=a,b,c, or path=low:high:n for n numbers from low to high."
MOST_VALUES: Final = 100_000
_RANGE: Final = re.compile(r"\s*([^\s:,\[\]{}\"']+):([^\s:,\[\]{}\"']+)(?::([^\s:,\[\]{}\"']+))?\s*")


class Value(NamedTuple):
    """One value of an axis: as YAML text, and as a node with its place."""

    text: str
    node: Node


class Axis(NamedTuple):
    """A path of the case with the values that it takes.

    If `between`, the values are the two ends of a range from which a design takes what it likes.
    """

    path: str
    values: tuple[Value, ...]
    place: Place
    between: bool = False


def axis(text: str) -> Axis:
    """What is varied, as it is typed: `path=a,b,c`, `path=low:high:n` or `path=low:high`.

    Values are YAML, separated by commas, as in a list; n, from 2 to 100,000, numbers lie evenly from low to high.

    Raises
    ------
    Unknown
        It is not written so.

    """
    path, equals, values = text.partition("=")
    if not (equals and is_path(path)):
        raise Unknown(f"--vary {text}: {EXAMPLE}")
    try:
        return _axis(path.strip(), values, Sheet(f"--vary {text}", (text,), setting=True))
    except Unknown as unknown:
        raise Unknown(f"--vary {text}: {unknown}") from None


def _axis(path: str, values: str, sheet: Sheet) -> Axis:
    place = Place(sheet, 1, 1)
    nodes = composed(sheet, f"[{values}]")
    items = nodes.items if isinstance(nodes, Row) else ()
    texts = [written(item) for item in items]
    return Axis(path, tuple(_value(path, text) for text in texts), place)


def _value(path: str, text: str) -> Value:
    given = f"{path}={text}"
    return Value(text, composed(Sheet(f"--vary {given}", (given,), setting=True), text))


def spaced(low: str, high: str, count: int) -> tuple[str, ...]:
    """So many numbers evenly from low to high, both among them, as people write decimals."""
    first, last = Fraction(low), Fraction(high)
    return tuple(plain(float(first + (last - first) * place / (count - 1))) for place in range(count))


def plain(value: float) -> str:
    """A number as a person would write it: the shortest text that is read as this number."""
    return repr(value + 0.0).removesuffix(".0")


def written(node: Node) -> str:
    """A node as YAML on one line, which is read as the same node."""
    match node:
        case Scalar():
            return _scalar(node)
        case Row(items=items):
            return f"[{', '.join(map(written, items))}]"
        case Table(entries=entries):
            return f"{{{', '.join(f'{_scalar(each.key)}: {written(each.value)}' for each in entries.values())}}}"
    return "null"


def _scalar(scalar: Scalar) -> str:
    if scalar.is_null:
        return "null"
    if scalar.plain and not re.search(r"[,\[\]{}]", scalar.text):
        return scalar.text
    return json.dumps(scalar.text, ensure_ascii=False)
