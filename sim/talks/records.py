"""The nouns of a case as numpy records: views on one vector of 8-byte numbers.

All records of a case lie one after another on one float64 vector. A run begins by copying the vector and
writing the numbers that are drawn; so a distribution, a variation and a search are all other entries in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from math import prod
from typing import Any, Final, TypeAlias, get_type_hints

import numpy as np
from numpy.typing import NDArray

from sim.talks import actors, circumstances

Vector: TypeAlias = NDArray[np.float64]
Rows: TypeAlias = NDArray[np.void]
Nouns: TypeAlias = dict[str, Any]

ONE: Final[dict[str, type]] = {
    "room": circumstances.Room,
    "luck": circumstances.Luck,
    "behaviour": circumstances.Behaviour,
    "agenda": actors.Agenda,
    "mediator": actors.Mediator,
    "great_powers": actors.GreatPowers,
    "council": actors.Council,
}
MANY: Final[dict[str, type]] = {
    "delegations": actors.Delegation,
    "stakes": actors.Stake,
    "bonds": actors.Bond,
    "wishes": actors.Wish,
    "issues": actors.Issue,
    "items": actors.Item,
    "sponsors": actors.Sponsor,
    "leverages": actors.Leverage,
    "members": actors.Member,
    "sittings": actors.Sitting,
    "fronts": circumstances.Front,
    "authorships": circumstances.Authorship,
    "events": circumstances.Event,
    "thresholds": circumstances.Threshold,
    "fixtures": circumstances.Fixture,
}
SINGULAR: Final[dict[str, str]] = {
    "delegation": "delegations",
    "sponsor": "sponsors",
    "front": "fronts",
    "event": "events",
    "member": "members",
    "threshold": "thresholds",
}


@dataclass(frozen=True)
class Layout:
    """Where each noun of a case lies on the vector: its first entry and its rows (and columns)."""

    shapes: dict[str, tuple[int, ...]]
    starts: dict[str, int]
    size: int

    def views(self, vector: Vector) -> dict[str, Rows]:
        """The records of each noun on a vector of `size` numbers; a single noun is an array of one."""
        return {name: vector[span].view(kind).reshape(shape) for name, (span, kind, shape) in self._parts.items()}

    @cached_property
    def _parts(self) -> dict[str, tuple[slice, np.dtype[np.void], tuple[int, ...]]]:
        """Where each noun lies, what its records are and how many there are."""
        return {name: (self._span(name), record_of(name), shape) for name, shape in self.shapes.items()}

    def _span(self, name: str) -> slice:
        return slice(self.starts[name], self.starts[name] + prod(self.shapes[name]) * width_of(name))

    def entry(self, name: str, row: tuple[int, ...], field: str) -> int:
        """The place on the vector of one field of one row of a noun."""
        index = int(np.ravel_multi_index(row, self.shapes[name]))
        return self.starts[name] + index * width_of(name) + list(record_of(name).names or ()).index(field)

    def type_of(self, name: str, field: str) -> np.dtype[Any]:
        """How a field is stored: a float or a whole number, 8 bytes wide."""
        return record_of(name)[field]


def record_of(name: str) -> np.dtype[np.void]:
    """The record of a noun: the same fields as its class, each 8 bytes wide."""
    return kind_of(ONE.get(name) or MANY[name])


def width_of(name: str) -> int:
    """How many numbers one row of a noun is."""
    return len(record_of(name).names or ())


@cache
def kind_of(noun: type) -> np.dtype[np.void]:
    """The record of a class of numbers: the same fields, each 8 bytes wide."""
    hints = get_type_hints(noun)
    return np.dtype([(field.name, "i8" if hints[field.name] is int else "f8") for field in fields(noun)])


def lay_out(sizes: Mapping[str, tuple[int, ...]]) -> Layout:
    """Lay the nouns of a case on one vector, given the rows of those of which there are many."""
    shapes = dict.fromkeys(ONE, (1,)) | {name: sizes[name] for name in MANY}
    starts = {}
    size = 0
    for name, shape in shapes.items():
        starts[name] = size
        size += prod(shape) * width_of(name)
    return Layout(shapes, starts, size)


def unpack(layout: Layout, vector: Vector) -> Nouns:
    """The nouns on a vector as objects: one, a list, or a list of lists."""
    views = layout.views(vector)
    single = {name: _objects(ONE[name], views[name])[0] for name in ONE}
    return single | {name: _objects(MANY[name], views[name]) for name in MANY}


def _objects(noun: type, rows: Rows) -> list[Any]:
    if rows.ndim > 1:
        return [_objects(noun, row) for row in rows]
    return [noun(*row.item()) for row in rows]


def pack(layout: Layout, nouns: Nouns) -> Vector:
    """The vector on which these objects lie: the inverse of `unpack`."""
    vector = np.zeros(layout.size)
    for name, rows in layout.views(vector).items():
        names = rows.dtype.names or ()
        objects = [nouns[name]] if name in ONE else nouns[name]
        flat = [one for row in objects for one in row] if rows.ndim > 1 else objects
        for record, one in zip(rows.reshape(-1), flat, strict=True):
            for field in names:
                record[field] = getattr(one, field)
    return vector
