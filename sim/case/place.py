"""Where something stands in a file, and what is wrong with it there."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sim.case.text import visible

MOST_MISTAKES: Final = 1_000


class Sheet(NamedTuple):
    """What was read, under the name a person knows it by, line by line."""

    name: str
    lines: tuple[str, ...]
    setting: bool = False


class Place(NamedTuple):
    """A stretch of one line of a text; line and column count from 1."""

    sheet: Sheet
    line: int
    column: int
    width: int = 1

    @property
    def excerpt(self) -> str:
        """The line it stands in."""
        return self.sheet.lines[self.line - 1] if 0 < self.line <= len(self.sheet.lines) else ""

    def __str__(self) -> str:
        """Say it as editors do: file:line:column."""
        return self.sheet.name if self.sheet.setting else f"{self.sheet.name}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong in a scenario: where, what, and what was probably meant."""

    file: str
    line: int
    column: int
    path: str
    message: str
    excerpt: str = ""
    width: int = 1
    suggestion: str | None = None
    place: Place | None = field(default=None, repr=False, compare=False)

    def __str__(self) -> str:
        """One line: file:line:column: path: what is wrong."""
        where = self.file if self.line == 0 else f"{self.file}:{self.line}:{self.column}"
        return ": ".join(filter(None, [where, self.path, self.message]))


class Mistakes(Exception):  # noqa: N818 - what it says
    """A scenario that cannot be used: every mistake in it, from the first line on.

    `unchecked` names what could not be looked at before these are mended.
    """

    def __init__(self, source: str, items: tuple[Mistake, ...], unchecked: tuple[str, ...] = ()) -> None:
        """Keep the mistakes with the name of what was read."""
        super().__init__(source, items, unchecked)
        self.source = source
        self.items = items
        self.unchecked = unchecked

    def __str__(self) -> str:
        """One line for each mistake."""
        return "\n".join(str(item) for item in self.items)


class Unknown(Exception):  # noqa: N818 - what it says
    """A name, a path or a setting that there is nothing for; the message says what there is."""


def mistake(place: Place, path: str, message: str, suggestion: str | None = None) -> Mistake:
    """A mistake at a place."""
    line, column = (0, 0) if place.sheet.setting else (place.line, place.column)
    width = max(1, min(place.width, len(place.excerpt) - place.column + 1))
    file = visible(place.sheet.name)
    return Mistake(file, line, column, visible(path), visible(message), place.excerpt, width, suggestion, place)
