"""A scenario file as it is written: scalars, mappings and lists, each with its place."""

from dataclasses import dataclass
from typing import TypeAlias

from sim.case.place import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as it is written; plain if it stands without quotes."""

    text: str
    plain: bool
    place: Place

    @property
    def is_null(self) -> bool:
        """Whether nothing is written here, or `null`."""
        return self.plain and self.text in {"", "null"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping: keys with values, in the order they are written; lossy if one of them could not be kept."""

    entries: dict[str, Entry]
    place: Place
    lossy: bool = False

    def get(self, key: str) -> Entry | None:
        """The entry of this key, if there is one."""
        return self.entries.get(key)

    def names(self) -> tuple[str, ...]:
        """The keys."""
        return tuple(self.entries)


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that could not be read, and was complained of already."""

    place: Place


Node: TypeAlias = Scalar | Table | Row | Lost
