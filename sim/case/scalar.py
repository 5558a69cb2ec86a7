"""What a single value means: a number, a whole number, a day, a yes or no."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from sim.case.node import Scalar
from sim.case.remedy import not_a_number

_NUMBER: Final = re.compile(r"[+-]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LOOSE_DAY: Final = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_YES: Final = {"yes": "true", "on": "true", "true": "true", "y": "true", "no": "false", "off": "false"}
_YES_OR_NO: Final = {**_YES, "false": "false", "n": "false"}


class Unfit(Exception):  # noqa: N818 - it is caught where the place is known
    """A value that is not what is wanted: what is wrong and, if there is one, the right name."""

    def __init__(self, message: str, suggestion: str | None = None) -> None:
        """Keep the sentence and the name."""
        super().__init__(message)
        self.message = message
        self.suggestion = suggestion


def number(scalar: Scalar) -> float:
    """A decimal number: sign, digits, point, exponent.

    Raises
    ------
    Unfit
        Anything else: in quotes, with a comma, in another base, too large to hold.

    """
    text = scalar.text
    if not scalar.plain and _NUMBER.fullmatch(text):
        raise Unfit("A number is wanted here. Remove the quotes.")
    if not scalar.plain or not _NUMBER.fullmatch(text):
        raise Unfit(not_a_number(text))
    value = float(text)
    if abs(value) == float("inf"):
        raise Unfit("This number is too large.")
    if value == 0:
        mantissa = re.split("[eE]", text)[0]
        if mantissa.strip("+-0."):
            raise Unfit("This number is too close to 0. Write 0.")
        return 0.0
    return value


def whole(scalar: Scalar) -> int:
    """A whole number.

    Raises
    ------
    Unfit
        Not a number, or not a whole one.

    """
    value = number(scalar)
    if not value.is_integer() or abs(value) > 1e15:
        raise Unfit("A whole number is wanted here.")
    return int(value)


def flag(scalar: Scalar) -> bool:
    """A yes or no: true or false.

    Raises
    ------
    Unfit
        Anything else.

    """
    if scalar.plain and scalar.text in {"true", "false"}:
        return scalar.text == "true"
    meant = _YES_OR_NO.get(scalar.text.lower())
    if not scalar.plain and meant:
        raise Unfit(f"Yes or no is wanted here. Write {meant}, without quotes.", meant)
    raise Unfit(f"Yes or no is wanted here. Write {meant or 'true or false'}.", meant)


def day(scalar: Scalar) -> date:
    """A day, as year-month-day.

    Raises
    ------
    Unfit
        Not written so, or not in any calendar.

    """
    match = _DAY.fullmatch(scalar.text)
    if match:
        return _day(*(int(part) for part in match.groups()))
    loose = _LOOSE_DAY.fullmatch(scalar.text)
    reverse = _DAY_FIRST.fullmatch(scalar.text)
    parts = loose.groups() if loose else reverse.groups()[::-1] if reverse else None
    if parts is None:
        raise Unfit("A day is wanted here, as in 2014-02-10: year, month, day.")
    year, month, of_month = (int(part) for part in parts)
    raise Unfit(f"A day is written year-month-day: {year:04}-{month:02}-{of_month:02}.")


def _day(year: int, month: int, of_month: int) -> date:
    if not 1000 <= year <= 2999:
        raise Unfit("A year from 1000 to 2999 is wanted here.")
    if not 1 <= month <= 12:
        raise Unfit(f"There is no month {month}. A day is written year-month-day.")
    last = monthrange(year, month)[1]
    if not 1 <= of_month <= last:
        raise Unfit(f"There is no such day: {_MONTHS[month - 1]} {year} has {last} days.")
    return date(year, month, of_month)
