"""What is asked of the page: the numbers that were moved, those that are kept in grey, and which run is looked at."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from sim.case.text import visible
from sim.classroom.web.watch.dial import Choice, Dial, Refused, Slider

Settings = tuple[str, ...]
MOST_SEEDS: Final = 2**64
PLACES: Final = ("replicate", "day")
PLACE: Final = re.compile(r"[0-9-]{1,20}")
LONGEST_SEED: Final = 20
SHOWN: Final = 60
"""So much of what was asked for is said again where it is refused."""
MANY: Final = 100


@dataclass(frozen=True)
class Asked:
    """The state of the page: all of it stands in its address."""

    seed: int
    sets: Settings = ()
    grey: Settings = ()
    places: tuple[tuple[str, str], ...] = ()
    """The run and the day that are looked at, as the run itself reads them."""
    typed: bool = field(default=False, compare=False)
    """Whether it came from the form, and not from an address that the page gave."""

    @property
    def query(self) -> str:
        """The state as it stands in the address."""
        pairs = [("set", each) for each in self.sets] + [("grey", each) for each in self.grey]
        return urlencode([*pairs, ("seed", self.seed), *self.places])

    @property
    def keeping(self) -> str:
        """The same, with what is now kept as grey."""
        return replace(self, grey=self.sets).query

    @property
    def swapped(self) -> str:
        """The same, with what is grey as what is now."""
        return replace(self, sets=self.grey, grey=()).query

    @property
    def unmoved(self) -> str:
        """The same, with all as it was; what is grey stays."""
        return replace(self, sets=()).query

    @property
    def forgetting(self) -> str:
        """The same, with the case as it was in grey."""
        return replace(self, grey=()).query


def asked(dials: Sequence[Dial], query: QueryParams, seed: int) -> Asked:
    """What an address or a form asks for.

    Raises
    ------
    Refused
        It is not of this page: the sentence says what.

    """
    given = query.multi_items()
    if len(given) > MANY:
        raise Refused(f"At most {MANY} things can be asked for at a time.")
    moved = dict(_moved(dials, [value for name, value in given if name == "set"]))
    typed = {dial.path: dial.typed(query[dial.path]) for dial in dials if dial.path in query}
    grey = dict(_moved(dials, [value for name, value in given if name == "grey"]))
    places = tuple((name, _place(name, query[name])) for name in PLACES if query.get(name))
    return Asked(
        _seed(query.get("seed") or str(seed)), _sorted(dials, moved | typed), _sorted(dials, grey), places, bool(typed)
    )


def setting_of(dial: Dial, settings: Sequence[str]) -> str:
    """The setting of a dial among those of the page; empty if it is as it was."""
    if isinstance(dial, Choice):
        return next((way for _, way in dial.ways if way and way in settings), "")
    return next((one for one in settings if one.startswith(f"{dial.path}=")), "")


def _moved(dials: Sequence[Dial], settings: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in settings:
        path, equals, value = text.partition("=")
        found = next((dial for dial in dials if _is_of(dial, path, text)), None)
        if not (equals and found):
            raise Refused(f"“{visible(text[:SHOWN])}” is not among what can be changed here.")
        yield found.path, found.put(value) if isinstance(found, Slider) else text


def _is_of(dial: Dial, path: str, text: str) -> bool:
    if isinstance(dial, Slider):
        return path == dial.path
    return any(text == way for _, way in dial.ways)


def _sorted(dials: Sequence[Dial], moved: Mapping[str, str]) -> Settings:
    return tuple(moved[dial.path] for dial in dials if moved.get(dial.path))


def _place(name: str, text: str) -> str:
    if not PLACE.fullmatch(text):
        raise Refused(f"The {name} that was asked for is none.")
    return text


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_SEED and int(text) < MOST_SEEDS):
        raise Refused("A seed is a whole number, from 0 to 18446744073709551615.")
    return int(text)
