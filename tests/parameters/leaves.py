"""Where the numbers of a case stand, and by how much each may be moved."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, TypeAlias

from sim.case.number import Within, written
from sim.case.record import Record
from tests.parameters.fields import DRAWN, TOLD, keys

Leaf: TypeAlias = tuple[str, str, Any]
MODEST = 2.0


def leaves(value: object, path: tuple[str, ...] = (), place: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Give every single value below a record: its path in the file, its place in the format, itself."""
    if isinstance(value, Record) and not isinstance(value, (*DRAWN, *TOLD)):
        for key, name, _ in keys(type(value)):
            yield from leaves(getattr(value, name), (*path, key), (*place, key))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, str(key)), (*place, "*"))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from leaves(one, (*path, str(number)), (*place, "*"))
    else:
        yield ".".join(path), ".".join(place), value


def moves(value: object, within: Within | None) -> Iterator[Any]:
    """Give values near a value: at most half of it or of its range away; dates by a few days."""
    if isinstance(value, date):
        yield from (value + timedelta(days=days) for days in (1, -1, 2, -2, 5, -5))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield from (value + step for step in dict.fromkeys((1, -1, value // 2, -(value // 2))) if step)
    elif isinstance(value, float):
        yield from (moved for moved in near(value, within) if moved != value and (not within or within.holds(moved)))


def near(value: float, within: Within | None) -> Iterator[float]:
    """Give numbers half of a number away, and half of a modest range."""
    yield from (1.5 * value, 0.5 * value, 1.1 * value)
    if within and within.high - within.low <= MODEST:
        half = (within.high - within.low) / 2
        yield from (value + half, value - half, value + half / 2, value - half / 2)


def parameters(value: object, name: str) -> Iterator[Any]:
    """Give distributions near a distribution, with one of its numbers moved, as they are written in a file."""
    kind, parameter = name.split(".")
    if isinstance(value, DRAWN) and value.kind == kind:
        old = getattr(value, parameter)
        for new in (1.5 * old, 0.5 * old, 1.1 * old, 0.9 * old):
            yield written(value.model_copy(update={parameter: new}))
