"""What a handout is made of: sheets, each of parts, each of words, points and a table; all of it is text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Grid:
    """A table of a handout; an empty cell is one to be filled in with a pen."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """A part of a sheet: words, then points, then a table."""

    heading: str
    words: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True)
class Sheet:
    """What one person gets: who they are, for whose eyes it is, and what they need to know."""

    role: str
    title: str
    eyes: str
    lead: str
    parts: tuple[Part, ...]
    source: str
