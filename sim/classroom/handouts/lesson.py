"""A lesson of 45 or 90 minutes, in steps that fit the sessions of a case."""

from dataclasses import dataclass
from typing import Final

from sim.case.calendar import DAY
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
    total = known.calendar.sessions_per_round
    left = shape.minutes - shape.opening - shape.reading - shape.debrief
    played = min(total, left // shape.session)
    each = left // played
    steps = [
        (shape.opening, "Opening: say what the case is about, hand out the sheets."),
        (shape.reading, "Reading: everybody reads; who shares a role agrees on what to say first."),
        *((each, _session(known, number, played)) for number in range(1, played + 1)),
        (shape.debrief + left - each * played, "Debrief: leave the roles, then the questions below."),
    ]
    return Part(f"A lesson of {shape.minutes} minutes", (_grouping(played, total),), (), _timed(steps))


def _grouping(played: int, total: int) -> str:
    if played == total:
        return (
            f"All {numbered(total, 'session')} of the case are played." if total > 1 else "Its one session is played."
        )
    return f"{numbered(played, 'session')} stand for the {total} of the case; each takes the news of its days."


def _session(known: Known, number: int, played: int) -> str:
    total, start = known.calendar.sessions_per_round, known.calendar.start
    first, last = (number - 1) * total // played, number * total // played - 1
    days = short(start + first * DAY) + (f" to {short(start + last * DAY)}" if last > first else "")
    last_word = " Last session: any date for another round is named now." if number == played else ""
    return f"Session {number} ({days}): news, choices, talks, then the texts are put.{last_word}"


def _timed(steps: list[tuple[int, str]]) -> Grid:
    rows, clock = [], 0
    for minutes, what in steps:
        rows.append((f"{clock} to {clock + minutes}", what))
        clock += minutes
    return Grid(("minutes", "step"), tuple(rows))
