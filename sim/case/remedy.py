"""What is no number, and how it would be written as one."""

import re
from collections.abc import Callable
from typing import Final

_REMEDIES: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    (r"[+-]?[0-9]+,[0-9]{1,2}|[+-]?0,[0-9]+", lambda t: f"Write {t.replace(',', '.')}, with a point."),
    (
        r"[+-]?[0-9]{1,3}(,[0-9]{3})+",
        lambda t: f"Write {t.replace(',', '')}, without a comma, or {t.replace(',', '.', 1)}, with a point.",
    ),
    (r"[+-]?[0-9]+,[0-9]+", lambda t: f"Write {t.replace(',', '.')}, with a point."),
    (r"[0-9]{1,9}(\.[0-9]{1,9})? ?%", lambda t: f"Write {float(t.rstrip(' %')) / 100:.10g}, a part of 1."),
    (r"[0-9]+([_' ][0-9]+)+", lambda t: f"Write {re.sub('[^0-9]', '', t)}, the digits alone."),
    (r"[+-]?0+[0-9]+(\.[0-9]*)?", lambda t: f"Write {_plain(t)}, without the 0 before it."),
    (r"0[oxb][0-9a-fA-F]+", lambda _: "Write it with the digits 0 to 9, in tens."),
    (r"[0-9]+(:[0-9]+)+(\.[0-9]*)?", lambda _: "A clock time or a ratio is no number: write parts with a point."),
    (r"[0-9]+ ?/ ?[0-9]+", lambda _: "A fraction is no number: write it with a point, as in 0.5."),
    (r"(?i:[+-]?\.?(nan|inf|infinity))", lambda _: "It must be finite."),
    (r"(?i:true|false|yes|no|on|off)", lambda _: "Yes and no are no numbers."),
    (r"[+-]?[0-9.]+ ?[A-Za-z]+", lambda t: f"Write {re.sub('[^0-9.+-]', '', t)} alone, without a unit."),
)


def _plain(text: str) -> str:
    """A number without zeros before it."""
    sign = "-" if text.startswith("-") else ""
    digits = text.lstrip("+-0")
    return sign + (digits if digits[:1].isdigit() else f"0{digits}")


def not_a_number(text: str) -> str:
    """Say that a number is wanted, and how this one would be written."""
    remedy = next((say(text) for sign, say in _REMEDIES if re.fullmatch(sign, text)), "")
    return f"A number is wanted here. {remedy or 'Write it with digits and a point, as in 0.5.'}"
