"""What one seat faces: its brief, the news, the texts, what it is asked. An allow-list: nothing else is sent to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from sim.case.days import long
from sim.classroom.table import wording
from sim.classroom.table.openly import public
from sim.classroom.table.own_brief import brief
from sim.classroom.table.told import Told as Telling
from sim.classroom.web.gist import gist
from sim.classroom.web.lesson import plan
from sim.classroom.web.lesson.questions import ALONE, Question, questions
from sim.classroom.web.lesson.tabled import Tabled, tabled
from sim.classroom.web.told import Row, Told, rows
from sim.report.story.cast import Cast
from sim.report.story.protocol import in_order
from sim.talks.facts import FrontDay

if TYPE_CHECKING:
    from sim.classroom.lesson.lesson import Lesson
    from sim.classroom.lesson.members import Member
    from sim.classroom.lesson.records import Value
    from sim.classroom.lesson.sitting import Sitting
    from sim.classroom.web.room import Room

SHORT: Final = ("Before the session", "In the session", "Towards the end of the session")


@dataclass(frozen=True)
class Turn:
    """What a seat is asked now, and what it has answered."""

    place: str
    heading: str
    questions: list[Question]
    may_leave: bool
    leaves: bool
    picked: list[str]
    chosen: bool


@dataclass(frozen=True)
class Facing:
    """All that the page of a seat shows."""

    seat: plan.Seat
    letter: str
    where: str
    format: str
    left: int
    length: int
    paused: bool
    brief: list[tuple[str, str]]
    morning: tuple[Row, ...]
    gist: str
    last: Told | None
    days: int
    tabled: list[Tabled]
    put: list[Tabled]
    turn: Turn | None
    waited: list[tuple[str, bool]]
    refused: list[str]
    sharing: int
    shared: int
    over: bool


def facing(room: "Room", lesson: "Lesson", member: "Member") -> Facing:
    """What a member who sits in a seat faces now."""
    sitting, role = lesson.sittings[member.table], member.role
    table, clock = sitting.table, lesson.clocks[member.table]
    people = lesson.members.people(member.table)
    put, days = _put(sitting, role), room.stories.of(member.table, sitting.table, role)
    turn = _turn(sitting, member)
    return Facing(
        seat=next(one for one in plan.seats(room.case) if one.role == role),
        letter=plan.letter(member.table),
        where=plan.state(sitting, began=lesson.began),
        format=plan.format_of(sitting),
        left=round(clock.left(monotonic())),
        length=round(clock.length),
        paused=lesson.paused,
        brief=list(brief(table, role)),
        morning=morning(sitting, role) if turn else (),
        gist=gist(days[0], Cast(table.case)) if days else "",
        last=days[0] if days else None,
        days=len(days),
        tabled=list(tabled(table, role, {})),
        put=[one for one, key in zip(tabled(table, role, put), table.talks.seated.issues, strict=True) if key in put],
        turn=turn,
        waited=_waited(lesson, sitting, member),
        refused=list(_refused(sitting, role)),
        sharing=len(people[role]),
        shared=sum(one.number in sitting.picks() for one in people[role]),
        over=sitting.over,
    )


def morning(sitting: "Sitting", role: str) -> tuple[Row, ...]:
    """What the morning of the day ahead has brought from outside."""
    table = sitting.table
    facts = [public(fact, role) for fact in table.morning if not isinstance(fact, FrontDay) or noticed(fact)]
    return rows(facts, lambda page: Telling(page, table, role))


def noticed(front: FrontDay) -> bool:
    """Whether a day at a front is news."""
    return bool(front.attacks or front.events or front.pause_begins or front.prolonged_to or front.pause_ends)


def _put(sitting: "Sitting", role: str) -> Mapping[str, float]:
    """The texts that this seat is asked about now."""
    options = sitting.moment.options[role] if sitting.moment else []
    return dict(pair for option in options for pair in option.texts)


def _turn(sitting: "Sitting", member: "Member") -> Turn | None:
    moment = sitting.moment
    options = moment.options[member.role] if moment else []
    if moment is None or not options:
        return None
    cast, picked = Cast(sitting.table.case), sitting.picks().get(member.number)
    mine: Mapping[str, Value] = picked or {}
    day = long(sitting.table.talks.seated.date_of(moment.day))
    return Turn(
        place=f"{moment.day}.{moment.stage}",
        heading=f"{day}. {SHORT[moment.stage]}" if sitting.table.meets() else day,
        questions=[replace(one, note=note(sitting, one.name)) for one in questions(options, mine, cast)],
        may_leave=any(one.name in ALONE for one in options),
        leaves=mine.get("walkout") is True,
        picked=[wording.noted(name, value, cast) for name, value in mine.items()],
        chosen=picked is not None,
    )


def note(sitting: "Sitting", question: str) -> str:
    """What the mediator puts to them: the list, or its order as it stands now."""
    case = sitting.table.case
    items = [item.name for item in case.agenda.items] if case.agenda else []
    if question == "list":
        return f"{case.mediator.name} puts: {'; '.join(items)}."
    if question == "order":
        order = sitting.table.talks.nouns["agenda"].order
        return f"{case.mediator.name} proposes to work on the items {in_order(order, items)}."
    return ""


def _waited(lesson: "Lesson", sitting: "Sitting", member: "Member") -> list[tuple[str, bool]]:
    """Who is asked now, by the names of their seats, and whether they have chosen; the others first."""
    people = lesson.members.people(member.table)
    asked = sitting.moment.asked(people) if sitting.moment else []
    waited = lesson.waited_for(member.table)
    names = {one.role: one.name for one in plan.seats(lesson.case)}
    return [(names[role], role not in waited) for role in asked if role != member.role]


def _refused(sitting: "Sitting", role: str) -> Iterator[str]:
    """What this seat chose last and could not have, each with the reason."""
    cast = Cast(sitting.table.case)
    for one, reason in sitting.last.refused if sitting.last else ():
        if one.who == role:
            yield wording.not_possible(one.name, reason, cast)
