"""The teacher's desk and the projector: start, pause, go on, let something happen, hand a seat on, end."""

from time import monotonic
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.responses import Response

from sim.case.names import party
from sim.classroom.lesson.codes import hashed
from sim.classroom.lesson.lesson import Unwelcome
from sim.classroom.web.access import EVERYBODY, TEACHER, Way
from sim.classroom.web.forms import sent, whole
from sim.classroom.web.lesson.address import picture
from sim.classroom.web.lesson.plan import plan
from sim.classroom.web.lesson.streams import ALL
from sim.classroom.web.pages import page, sentence, to
from sim.classroom.web.visitor import remember

if TYPE_CHECKING:
    from sim.classroom.lesson.lesson import Lesson

LONGEST_KEY: Final = 64


async def come(request: Request) -> Response:
    """Let the teacher in, who brings the key that the terminal shows."""
    room, brought = request.app.state.room, request.query_params.get("key", "")[:LONGEST_KEY]
    if hashed(brought) not in room.lesson.teachers:
        return sentence(403, "This is not the key", "Open the address that the terminal shows, as it stands there.")
    answer = to("/projector")
    remember(answer, room, "teacher", brought)
    return answer


async def projector(request: Request) -> Response:
    """What all may see on the wall."""
    room = request.app.state.room
    tables = plan(room)
    taken = sum(1 for table in tables for seat in table.seats if seat.members)
    total = sum(len(table.seats) for table in tables)
    return page(
        "lesson/projector.html", case=room.case, version=room.streams.version(ALL),
        lesson=room.lesson, address=room.address, plan=tables, taken=taken,
        total=total, players=sum(seat.members for table in tables for seat in table.seats),
        qr=picture(f"http://{room.address}/?room={room.lesson.opened.code}"), times=times(room.lesson),
    )  # fmt: skip


async def desk(request: Request) -> Response:
    """The teacher's controls."""
    room = request.app.state.room
    case = room.case
    return page(
        "lesson/desk.html", case=case, version=room.streams.version(ALL),
        lesson=room.lesson, plan=plan(room), times=times(room.lesson),
        fronts={key: party(key, one) for key, one in case.ground.items()},
        sides={key: party(key, one) for key, one in case.delegations.items()},
    )  # fmt: skip


def times(lesson: "Lesson") -> list[int]:
    """The seconds that are left at each table; -1 where nobody is asked."""
    now = monotonic()
    both = zip(lesson.sittings, lesson.clocks, strict=True)
    return [round(clock.left(now)) if one.moment else -1 for one, clock in both]


async def begin(request: Request) -> Response:
    """Let all tables begin."""
    request.app.state.room.lesson.begin()
    return to("/projector")


async def pause(request: Request) -> Response:
    """Stop the clocks, or let them go on."""
    fields = await sent(request)
    request.app.state.room.lesson.pause(paused=fields.get("paused") == "yes")
    return to("/desk")


async def advance(request: Request) -> Response:
    """Let a table, or all, go on without waiting."""
    lesson = request.app.state.room.lesson
    for table in _tables(lesson, await sent(request)):
        if lesson.began and lesson.sittings[table].moment and lesson.members.at(table):
            lesson.decide(table)
    return to("/desk")


async def inject(request: Request) -> Response:
    """Let something happen."""
    lesson, fields = request.app.state.room.lesson, await sent(request)
    event: dict[str, str | float] = {
        name: float(value) if name in {"size", "people", "days"} and _number(value) else value
        for name, value in fields.items()
        if value and name in OF_KIND.get(fields.get("kind", ""), ())
    }
    try:
        lesson.inject(tuple(_tables(lesson, fields)), event)
    except ValueError as refusal:
        return sentence(409, "This cannot happen", str(refusal), "/desk")
    return to("/desk")


async def hand(request: Request) -> Response:
    """Take a seat back from all who are in it, so that others can take it."""
    lesson, fields = request.app.state.room.lesson, await sent(request)
    table = whole(fields.get("table", ""), len(lesson.sittings))
    there = lesson.members.at(table, fields.get("role", "")) if table is not None and fields.get("role") else []
    if not there:
        return sentence(409, "Nobody sits there", "This seat is free already.", "/desk")
    lesson.stand(*there)
    return to("/desk")


async def end(request: Request) -> Response:
    """End the lesson."""
    try:
        request.app.state.room.lesson.end()
    except Unwelcome as refusal:
        return sentence(409, "Not now", str(refusal), "/desk")
    return to("/debrief")


OF_KIND: Final = {
    "attack": ("kind", "at", "by", "name"),
    "evacuation": ("kind", "at", "people", "name"),
    "prolongation": ("kind", "at", "days", "name"),
    "affront": ("kind", "to", "size", "name"),
}
"""What can happen, and the fields that it is told by."""


def _tables(lesson: "Lesson", fields: dict[str, str]) -> range:
    """One table, or all."""
    one = whole(fields.get("table", ""), len(lesson.sittings))
    return range(len(lesson.sittings)) if one is None else range(one, one + 1)


def _number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal() and text.isascii()


WAYS: Final = (
    Way("/teacher", come, EVERYBODY),
    Way("/projector", projector, TEACHER),
    Way("/desk", desk, TEACHER),
    Way("/begin", begin, TEACHER, "POST"),
    Way("/pause", pause, TEACHER, "POST"),
    Way("/advance", advance, TEACHER, "POST"),
    Way("/inject", inject, TEACHER, "POST"),
    Way("/hand", hand, TEACHER, "POST"),
    Way("/end", end, TEACHER, "POST"),
)
