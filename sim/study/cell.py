"""One value as people and other programs read it."""

from datetime import date
from typing import Final, TypeAlias

Value: TypeAlias = str | int | float | date | None
FORMULA: Final = ("=", "+", "-", "@", "\t")
"""A text that begins so would be a formula in a spreadsheet."""


def plain(given: Value) -> str | int | float | None:
    """A value for a JSON document."""
    return given.isoformat() if isinstance(given, date) else given


def cell(given: Value) -> str:
    """One cell: a number with all its digits, a date as in 2014-02-10, nothing for none, a text that is no formula."""
    if given is None:
        return ""
    if isinstance(given, str):
        return "'" + given if given.startswith(FORMULA) else given
    return repr(given) if isinstance(given, float) else str(given)
