"""How it would have gone: the same world with one choice made otherwise, beside how it went."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sim.case.days import long
from sim.classroom.table import wording
from sim.classroom.table.branch import Turn, branched, parted
from sim.classroom.table.own_brief import called
from sim.classroom.table.worth import lines, signed
from sim.classroom.web.debrief.deciding import capital
from sim.classroom.web.debrief.story import from_day
from sim.classroom.web.lesson.plan import letter
from sim.report.story import course
from sim.report.story.cast import Cast
from sim.report.story.counts import counted
from sim.report.story.ending import ended
from sim.report.story.verdict import brief
from sim.talks.seats import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sim.classroom.lesson.ended import Played
    from sim.classroom.table.table import Table
    from sim.classroom.web.told import Told
    from sim.report.story.course import Course

UNCHANGED: Final = "Nothing changes: it goes as it went, to the last day."


@dataclass(frozen=True)
class Side:
    """One of the stories that stand side by side."""

    title: str
    outcome: str
    rows: tuple[tuple[str, str], ...]
    parts: str
    lost: str
    told: "list[Told]"


@dataclass(frozen=True)
class Otherwise:
    """What is shown of a choice made otherwise."""

    letter: str
    day: str
    change: str
    stories: "list[Side]"


def otherwise(one: "Played", turn: Turn) -> Otherwise:
    """Play it, with later choices of people kept and with the rules from then on; raises Refused."""
    cast = Cast(one.table.case)
    day = long(one.table.talks.seated.date_of(turn.day))
    stories = [
        Side("As it was", capital(ended(one.course, cast)), tuple(_rows(one.table, one.course, cast)), "", "", [])
    ]
    later = any(choice.day > turn.day for choice in one.table.choices())
    if turn.who and later:
        stories.append(_other(one, turn, cast, keep=True))
    stories.append(_other(one, turn, cast, keep=False))
    return Otherwise(letter(one.number), day, change(turn, cast), stories)


def change(turn: Turn, cast: Cast) -> str:
    """What is other, in words."""
    if not turn.who:
        return "the rules choose for all seats"
    who = called(turn.who, cast)
    if turn.choice is None:
        return f"{who}: {wording.asked(turn.name, cast).rstrip('?')} is left to the rules"
    return f"{who}: {_noted(turn.choice, cast)}"


def _noted(choice: Choice, cast: Cast) -> str:
    value = choice.value if isinstance(choice.value, bool | float | str) else tuple(choice.value)
    return wording.noted(choice.name, value, cast) or f"no {wording.asked(choice.name, cast).rstrip('?')}"


def _other(one: "Played", turn: Turn, cast: Cast, *, keep: bool) -> Side:
    branch = branched(one.table, replace(turn, keep=keep))
    told = course.ended(branch.table.talks, branch.table.days)[0]
    lost = counted(len(branch.lost), "later choice").capitalize() if branch.lost else ""
    first = parted(one.table, branch.table)
    begins = one.table.talks.seated.date_of(first) if first is not None else None
    found = Side(
        title="Later choices of people kept" if keep else "From then on by the rules",
        outcome=capital(ended(told, cast)),
        rows=tuple(_rows(branch.table, told, cast)),
        parts=f"It parts from how it was on {long(begins)}." if begins else UNCHANGED,
        lost=f"{lost} could not be followed any more." if lost else "",
        told=from_day(branch.table.days, cast, begins) if begins else [],
    )
    branch.table.talks.disperse()
    return found


def _rows(table: "Table", told: "Course", cast: Cast) -> "Iterator[tuple[str, str]]":
    """What is set side by side."""
    agreed = told.agreed()
    yield "Signed", capital(cast.quoted(agreed)) if agreed else "nothing"
    met = [(key, day) for key in cast.case.thresholds if (day := told.day(f"met_on.{key}"))]
    yield "Reached", "; ".join(f"{cast.threshold(key)} ({brief(day)})" for key, day in met) or "nothing"
    for key in cast.places:
        yield f"Worth to {cast.name(key)}", f"{signed(lines(table.talks, key)):.2f}"
