"""Days and numbers as people write them, in the same words under every locale."""

from collections.abc import Sequence
from datetime import date

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def short(day: date) -> str:
    """A day in a table: ``Mon 10 Feb``."""
    return f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def long(day: date) -> str:
    """A day in a sentence: ``Monday 10 February``."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def dated(day: date) -> str:
    """A day with its year: ``10 February 2014``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number(value: float) -> str:
    """A parameter as it is typed: ``0.45``, ``1``."""
    return repr(value).removesuffix(".0")


def numbered(count: int, one: str) -> str:
    """So many of a kind: ``1 issue``, ``1,200 runs``."""
    return f"{count:,} {one if count == 1 else one + 's'}"


def listed(names: Sequence[str], word: str = "and") -> str:
    """Names in a sentence: ``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
