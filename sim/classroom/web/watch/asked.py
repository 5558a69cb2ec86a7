"""What was asked for in the address of the page: which case, which run, which day; all of it stands there."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from sim.case import Mistakes, Scenario, Unknown, read
from sim.classroom.web.room import Room
from sim.rules.endings import ENDINGS

MOST_SEEDS: Final = 2**64
MOST_RUNS: Final = 2**48
STANDARD_INPUT: Final = "-"


@dataclass(frozen=True)
class Asked:
    """The case with its settings, the run, the day (0 the start of the calendar; None not said), and an ending.

    What is kept in grey is none of its business, and handed on.
    """

    settings: tuple[str, ...]
    grey: tuple[str, ...]
    seed: int
    replicate: int
    day: int | None
    ending: str

    def address(self) -> str:
        """The same as the query of an address."""
        pairs = [("set", one) for one in self.settings] + [("grey", one) for one in self.grey]
        place = [("seed", str(self.seed)), ("replicate", str(self.replicate))]
        return "?" + urlencode(pairs + place + [("day", str(self.day))] * (self.day is not None))

    def other(self, replicate: int) -> str:
        """The address of another run of the same case, from its beginning."""
        return replace(self, replicate=replicate, day=None).address()

    def next(self, ending: str) -> str:
        """The address of the next run that ends so."""
        return f"{self.other(self.replicate)}&ending={ending}"

    def on(self, day: int) -> str:
        """The address of another day of this run."""
        return replace(self, day=day).address()


def asked(room: Room, query: QueryParams) -> Asked:
    """Read what was asked for; an HTTPException with a sentence says what cannot be understood."""
    ending = query.get("ending", "")
    if ending and ending not in ENDINGS:
        raise unclear(f"No talks end in “{ending[:40]}”. They end in one of these: {', '.join(ENDINGS)}.")
    last = room.case.calendar.horizon_days
    first = (room.case.first_day - room.case.calendar.start).days
    return Asked(
        settings=tuple(query.getlist("set")),
        grey=tuple(query.getlist("grey")),
        seed=number(query, "seed", room.seed, 0, MOST_SEEDS - 1),
        replicate=number(query, "replicate", 0, 0, MOST_RUNS - 1),
        day=number(query, "day", 0, first, last) if query.get("day") else None,
        ending=ending,
    )


def number(query: QueryParams, name: str, usual: int, low: int, high: int) -> int:
    """A whole number of the query; what is usual where nothing is said."""
    said = query.get(name, "").strip() or str(usual)
    plain = said.removeprefix("-")
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= 20 and low <= int(said) <= high):
        raise unclear(f"The {name} is a whole number from {low:,} to {high:,}; “{said[:40]}” is not.")
    return int(said)


def case_of(room: Room, settings: tuple[str, ...]) -> Scenario:
    """The room's case with these settings laid over its own."""
    if not settings:
        return room.case
    if room.source == STANDARD_INPUT:
        raise unclear("This case was read from standard input; it cannot be read again with a number changed.")
    try:
        return _read(room.source, (*room.settings, *settings))
    except (Unknown, Mistakes) as problem:
        raise unclear(str(problem)[:600]) from None


@lru_cache(32)
def _read(source: str, settings: tuple[str, ...]) -> Scenario:
    return read(source, settings)


def unclear(sentence: str) -> HTTPException:
    """What was asked for cannot be understood."""
    return HTTPException(400, sentence)
