"""The plan of the room: each table, each seat, and how many sit in it; everybody may see it."""

from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from sim.case.names import party
from sim.rules.formats import FORMATS

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.classroom.lesson.sitting import Sitting
    from sim.classroom.web.room import Room

CLOSING = 2
HUES = ("side1", "side2", "side3", "side4")


@dataclass(frozen=True)
class Seat:
    """A seat: its key, its name, the shape of its role, the hue of its side, and how many sit in it."""

    role: str
    name: str
    shape: str
    hue: str
    members: int = 0
    ready: bool = True


@dataclass(frozen=True)
class Placed:
    """A table: its letter, its seats, and how far it has come, in words that all may hear."""

    number: int
    letter: str
    seats: tuple[Seat, ...]
    state: str


def letter(table: int) -> str:
    """The letter of a table."""
    return ascii_uppercase[table]


def seats(case: "Scenario") -> tuple[Seat, ...]:
    """The seats of a case: delegations, the mediator, sponsors."""
    hue = {key: HUES[place] if place < len(HUES) else "neutral" for place, key in enumerate(case.delegations)}
    shapes = ("circle", "triangle")
    found = [
        Seat(key, party(key, one), shapes[min(place, 1)], hue[key])
        for place, (key, one) in enumerate(case.delegations.items())
    ]
    found.append(Seat("mediator", case.mediator.name, "diamond", "neutral"))
    for key, one in case.sponsors.items():
        backed = [side for side in case.delegations if one.leverage.get(side, 0.0)]
        found.append(Seat(key, party(key, one), "square", hue[backed[0]] if len(backed) == 1 else "neutral"))
    return tuple(found)


def plan(room: "Room") -> tuple[Placed, ...]:
    """All tables."""
    lesson = room.lesson
    if lesson is None:
        return ()
    found = []
    for table, sitting in enumerate(lesson.sittings):
        people, waited = lesson.members.people(table), lesson.waited_for(table)
        placed = tuple(
            Seat(one.role, one.name, one.shape, one.hue, len(people.get(one.role, ())), one.role not in waited)
            for one in seats(room.case)
        )
        empty = "waits for somebody" if table in lesson.members.once else "nobody: played by the rules"
        words = state(sitting, began=lesson.began) if people or not lesson.began or lesson.ended else empty
        found.append(Placed(table, letter(table), placed, words))
    return tuple(found)


def state(sitting: "Sitting", *, began: bool) -> str:
    """How far a table has come."""
    if not began:
        return "before the start"
    if sitting.over:
        return "the talks are over"
    return day_of(sitting)


def day_of(sitting: "Sitting") -> str:
    """Which day is ahead at a table, and which session."""
    table = sitting.table
    room = table.talks.nouns["room"]
    if not table.meets():
        return "between sessions"
    number = room.session + 1 if room.in_round else 1
    return f"session {number} of {room.sessions_per_round}"


def format_of(sitting: "Sitting") -> str:
    """In which rooms they meet, once the mediator has chosen."""
    chosen = sitting.moment is not None and sitting.moment.stage == CLOSING and sitting.table.format
    return FORMATS[sitting.table.format].words if chosen else ""
