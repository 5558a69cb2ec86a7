"""A lesson of 45 or 90 minutes, in steps that fit the sessions of a case."""

from dataclasses import dataclass
from typing import Final

from sim.case.calendar import DAY, Calendar
from sim.case.days import numbered, short
from sim.classroom.handouts.known import Known
from sim.report.handout import Grid, Part


@dataclass(frozen=True)
class Shape:
    """How a lesson is divided: minutes for each fixed step, and the least that a session is worth."""

    minutes: int
    opening: int
    reading: int
    debrief: int
    session: int


SHAPES: Final = (Shape(45, 4, 7, 12, 5), Shape(90, 6, 14, 25, 8))
"""The lessons that the guide has a plan for."""


def plan(shape: Shape, known: Known) -> Part:
    """Lay the steps of a lesson out, each with its minutes; they fill it exactly."""
    left = shape.minutes - shape.opening - shape.reading - shape.debrief
    rounds, played = _fitting(known.calendar, left // shape.session)
    each = left // (rounds * played)
    sessions = [(place, number) for place in range(rounds) for number in range(1, played + 1)]
    steps = [
        (shape.opening, "Opening: say what the case is about, hand out the sheets."),
        (shape.reading, "Reading: everybody reads; who shares a role agrees on what to say first."),
        *((each, _session(known.calendar, place, number, played)) for place, number in sessions),
        (shape.debrief + left - each * len(sessions), "Debrief: leave the roles, then the questions below."),
    ]
    words = (_grouping(played, known.calendar.sessions_per_round), *_rounds(rounds, known.calendar.rounds))
    return Part(f"A lesson of {shape.minutes} minutes", words, (), _timed(steps))


def _fitting(calendar: Calendar, most: int) -> tuple[int, int]:
    """How many rounds have the time, and how many sessions of each: a whole round goes before a second one."""
    total = calendar.sessions_per_round
    return max(1, min(calendar.rounds, most // total)), min(total, most)


def _grouping(played: int, total: int) -> str:
    if played == total:
        return (
            f"All {numbered(total, 'session')} of a round are played."
            if total > 1
            else "The one session of a round is played."
        )
    return f"{numbered(played, 'session')} stand for the {total} of a round; each takes the news of its days."


def _rounds(played: int, total: int) -> tuple[str, ...]:
    """Say which rounds of the case have the time, where it has several."""
    if total == 1:
        return ()
    condition = "A further round opens only if all have named a date."
    if played == total:
        return (f"There is time for all {total} rounds of the case. {condition}",)
    first = "the first" if played == 1 else f"the first {played}"
    again = "Play another one in a lesson of its own: no opening, and the time for reading is for news and plans."
    return (f"There is time for {first} of up to {total} rounds. {condition} {again}",)


def _session(calendar: Calendar, place: int, number: int, played: int) -> str:
    """Say which days of which round a session of the lesson is, from where they begin if all goes as planned."""
    total = calendar.sessions_per_round
    start = calendar.start + place * (total - 1 + calendar.intermission_days) * DAY
    first, last = (number - 1) * total // played, number * total // played - 1
    days = short(start + first * DAY) + (f" to {short(start + last * DAY)}" if last > first else "")
    stands = f"{first + 1} to {last + 1} of the case, " if last > first else ""
    which = f"Round {calendar.first_round + place}, session" if place else "Session"
    last_word = " Last session: any date for another round is named now." if number == played else ""
    return f"{which} {number} ({stands}{days}): news, choices, talks, then the texts are put.{last_word}"


def _timed(steps: list[tuple[int, str]]) -> Grid:
    rows, clock = [], 0
    for minutes, what in steps:
        rows.append((f"{clock} to {clock + minutes}", what))
        clock += minutes
    return Grid(("minutes", "step"), tuple(rows))
