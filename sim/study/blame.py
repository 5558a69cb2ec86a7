"""What is wrong with a sweep, put down to what was varied or set: once for each mistake, not for each point."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, NoReturn

from sim.case.node import Node, Row, Table
from sim.case.place import Mistake, Mistakes, Place, Unknown, mistake
from sim.case.text import visible
from sim.case.variations import Setting
from sim.study.values import written


class Told(NamedTuple):
    """A mistake, and how often it was made."""

    mistake: Mistake
    times: int


class Complaints:
    """What was found wrong so far: the first mistake of each sort, and the number of them."""

    def __init__(self, what: str) -> None:
        """Begin with none; `what` is one of the things that mistakes are made in."""
        self._what = what
        self._told: dict[Hashable, Told] = {}

    def __contains__(self, sort: Hashable) -> bool:
        """Whether there is a mistake of this sort."""
        return sort in self._told

    def note(self, sort: Hashable, found: Mistake, times: int = 1) -> None:
        """Note a mistake; only the first one of its sort is told."""
        first, before = self._told.get(sort, (found, 0))
        self._told[sort] = Told(first, before + times)

    def mistakes(self) -> list[Mistake]:
        """One mistake of each sort, which says how many more there are."""
        return [self._counted(*told) for told in self._told.values()]

    def _counted(self, first: Mistake, times: int) -> Mistake:
        if times == 1:
            return first
        more = f"The same at {times - 1:,} more {self._what}{'s' if times > 2 else ''}."
        return replace(first, message=f"{first.message} {more}")


def at(place: Place, path: str, message: str, suggestion: str | None = None) -> Mistake:
    """A mistake at a place; what was typed names its path itself."""
    return mistake(place, "" if place.sheet.setting else path, message, suggestion)


def blamed(settings: Sequence[Setting], message: str) -> Mistake:
    """A mistake that some settings make together, at the first of them that stands in a file."""
    names = [_name(setting, alone=len(settings) == 1) for setting in settings]
    for path, value in settings:
        if not value.place.sheet.setting:
            return mistake(value.place, path, f"With {', '.join(names)}: {message}")
    return Mistake(visible(f"With {' '.join(names)}"), 0, 0, "", visible(message))


def own(setting: Setting, found: Iterable[Mistake]) -> list[Mistake]:
    """Those of some mistakes that lie in the value of a setting, put down to it."""
    places = set(_places(setting.value))
    mine = [each for each in found if each.place in places]
    if not setting.value.place.sheet.setting:
        return mine
    return [blamed([setting], _beyond(each, setting.path)) for each in mine]


def _beyond(found: Mistake, path: str) -> str:
    """What is said of a mistake, with its path where that goes beyond the path of the setting."""
    return found.message if found.path == path else f"{found.path}: {found.message}"


def _name(setting: Setting, *, alone: bool) -> str:
    place, value = setting.value.place, written(setting.value)
    return place.sheet.name if place.sheet.setting else value if alone else f"{setting.path}={value}"


def _places(node: Node) -> Iterable[Place]:
    yield node.place
    if isinstance(node, Row):
        for item in node.items:
            yield from _places(item)
    elif isinstance(node, Table):
        for entry in node.entries.values():
            yield entry.key.place
            yield from _places(entry.value)


def refuse(name: str, found: Iterable[Mistake], unchecked: tuple[str, ...] = ()) -> NoReturn:
    """Refuse what has mistakes.

    Raises
    ------
    Unknown
        All of them were typed on the command line.
    Mistakes
        Some stand in a file: all of them, those of the file of this name first, by line.

    """
    items = sorted(dict.fromkeys(found), key=lambda each: (each.file != name, each.file, each.line, each.column))
    if all(item.line == 0 for item in items):
        raise Unknown("\n".join(map(str, items)))
    raise Mistakes(name, tuple(items), unchecked)
