"""Values of a case as one line of YAML: the way in which people type them and a plan keeps them."""

import json
import re
from fractions import Fraction
from typing import Final

from sim.case.node import Node, Row, Scalar, Table
from sim.case.place import Place, Sheet
from sim.case.scalar import Unfit, number

NOWHERE: Final = Place(Sheet("", ()), 0, 0)
_PLAIN: Final = re.compile(r"(?!---|\.\.\.|-$|- |.*:(?: |$))[\w+.~-][\w .:+/~%@=()'-]*")
"""What needs no quotes, wherever it stands."""


def text_of(node: Node) -> str:
    """The one text of a value: a number in its shortest form, all else as it is written."""
    if isinstance(node, Scalar) and node.plain and is_number(node.text):
        return plain(float(node.text))
    return written(node)


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
    if scalar.plain and _PLAIN.fullmatch(scalar.text):
        return scalar.text
    return json.dumps(scalar.text, ensure_ascii=False)


def is_number(text: str) -> bool:
    """Whether a YAML text is a number."""
    try:
        number(Scalar(text, plain=True, place=NOWHERE))
    except Unfit:
        return False
    return True


def plain(value: float) -> str:
    """A number as a person would write it: the shortest text that is read as this number."""
    return repr(value + 0.0).removesuffix(".0")


def spaced(low: str, high: str, count: int) -> tuple[str, ...]:
    """So many numbers evenly from low to high, both among them, as people write decimals: 0.3, and no other."""
    first, last = Fraction(low), Fraction(high)
    return tuple(plain(float(first + (last - first) * place / (count - 1))) for place in range(count))
