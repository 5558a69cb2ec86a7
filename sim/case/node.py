"""A scenario file as it is written: scalars, mappings and lists, each with its place."""

from typing import NamedTuple, TypeAlias

from sim.case.place import Place


class Scalar(NamedTuple):
    """A single value as it is written; plain if it stands without quotes."""

    text: str
    plain: bool
    place: Place

    @property
    def is_null(self) -> bool:
        """Whether nothing is written here, or `null`."""
        return self.plain and self.text in {"", "null"}


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Table(NamedTuple):
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


class Row(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    place: Place


class Lost(NamedTuple):
    """A value that could not be read, and was complained of already."""

    place: Place


Node: TypeAlias = Scalar | Table | Row | Lost
