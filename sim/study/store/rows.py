"""Outcomes as rows that people can ask: names for places, dates for days; and back, bit for bit.

Nothing here knows where rows are kept.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import numpy as np

from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.study.chunks import Numbers
from sim.study.plan import Plan
from sim.study.points import Points
from sim.talks.actors import NEVER
from sim.talks.outcome import Column, Quantity, columns, quantities
from sim.talks.records import Vector
from sim.talks.seating import Seated

EPOCH: Final = "DATE '1970-01-01'"
START: Final = "start of the calendar"
"""The name of a column that no quantity has: the day, since the epoch, on which a row's calendar starts."""
BITS: Final = "::BIT"
"""Makes SQL take a whole number for the bits of what it is cast to next."""
TYPES: Final = {"ending": "VARCHAR", "reason": "VARCHAR", "day": "DATE", "count": "INTEGER", "amount": "DOUBLE"}


def kind(seated: Seated, one: Quantity) -> str:
    """What a quantity is: an ending, a reason, a day, a count or an amount."""
    if one.field == "ending":
        return "ending"
    if one.field == "walked_over":
        return "reason"
    if one.is_day:
        return "day"
    return "count" if seated.layout.type_of(one.noun, one.field).kind == "i" else "amount"


def given(seated: Seated, outcomes: Vector, starts: Numbers) -> dict[str, Column]:
    """The columns of raw outcomes, and where the calendar of each row starts, as DuckDB takes them.

    A column that is not all numbers is given as its bits.
    """
    found = columns(seated, outcomes)
    return {START: starts} | {
        name: column.view(np.int64) if np.isnan(column).any() else column for name, column in found.items()
    }


def told(seated: Seated, found: Mapping[str, Column]) -> str:
    """The SQL that turns what was `given` into what people read."""
    return ", ".join(f"{_told(seated, one, found[one.name])} AS {quoted(one.name)}" for one in quantities(seated))


def _told(seated: Seated, one: Quantity, column: Column) -> str:
    what = kind(seated, one)
    bits = BITS if what == "amount" and column.dtype.kind == "i" else ""
    return TOLD[what](quoted(one.name) + bits)


def asked(seated: Seated) -> str:
    """The SQL that turns what people read into numbers, for `raw`."""
    return ", ".join(f"{ASKED[kind(seated, one)](name)} AS {name}" for one, name in _names(seated))


def raw(seated: Seated, found: Mapping[str, Column], starts: Numbers) -> Vector:
    """The raw outcomes of what was `asked`."""
    block = np.empty((len(quantities(seated)), len(starts)))
    for values, bits, one in zip(block, block.view(np.int64), quantities(seated), strict=True):
        column, what = np.asarray(found[one.name]), kind(seated, one)
        if what == "amount":
            values[:] = column
        else:
            bits[:] = np.where(column == NEVER, NEVER, column - starts) if what == "day" else column
    return block.T


def starts(plan: Plan, seats: Points, points: Numbers) -> Numbers:
    """The day, since the epoch, on which the calendar of each row starts."""
    if not any(path.split(".")[0] == "calendar" for path in plan.paths):
        return np.full(len(points), _days(plan.scenario.calendar.start))
    there, place = np.unique(points, return_inverse=True)
    return np.array([_days(seats.seated(point).scenario.calendar.start) for point in there.tolist()])[place]


def _days(start: date) -> int:
    return (start - date(1970, 1, 1)).days


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def _names(seated: Seated) -> list[tuple[Quantity, str]]:
    return [(one, quoted(one.name)) for one in quantities(seated)]


def _day(name: str) -> str:
    return f"CASE WHEN {name} = {NEVER} THEN NULL ELSE {EPOCH} + ({name} + {quoted(START)})::INTEGER END"


TOLD: Final[dict[str, Callable[[str], str]]] = {
    "ending": lambda name: f"{list(ENDINGS)}[{name} + 1]",
    "reason": lambda name: f"CASE WHEN {name} < 0 THEN NULL ELSE {list(REASONS)}[{name} + 1] END",
    "day": _day,
    "count": lambda name: f"{name}::INTEGER",
    "amount": lambda name: f"{name}::DOUBLE",
}
ASKED: Final[dict[str, Callable[[str], str]]] = {
    "ending": lambda name: f"(list_position({list(ENDINGS)}, {name}) - 1)::BIGINT",
    "reason": lambda name: f"(coalesce(list_position({list(REASONS)}, {name}), 0) - 1)::BIGINT",
    "day": lambda name: f"coalesce({name} - {EPOCH}, {NEVER})::BIGINT",
    "count": lambda name: f"{name}::BIGINT",
    "amount": lambda name: name,
}
