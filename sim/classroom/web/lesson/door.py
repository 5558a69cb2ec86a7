"""The door: the room code is typed, a seat is taken, and given up again."""

from time import monotonic
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from sim.classroom.lesson.codes import key, same_code
from sim.classroom.lesson.lesson import Unwelcome
from sim.classroom.web.access import EVERYBODY, STUDENTS, Role, Way
from sim.classroom.web.forms import sent, whole
from sim.classroom.web.lesson.plan import plan
from sim.classroom.web.lesson.streams import ALL
from sim.classroom.web.pages import page, sentence, to
from sim.classroom.web.visitor import remember

TOO_MANY: Final = 429


async def door(request: Request) -> Response:
    """Show the door, or lead those who are in to where they belong."""
    match request.state.role:
        case Role.TEACHER:
            return to("/projector")
        case Role.SEAT:
            return to("/seat")
        case Role.OBSERVER:
            return to("/room")
    return page("lesson/door.html", case=request.app.state.room.case, code=request.query_params.get("room", "")[:12])


async def enter(request: Request) -> Response:
    """Let somebody in who typed the code."""
    room = request.app.state.room
    if request.state.role != Role.NOBODY:
        return to("/")
    client = request.client.host if request.client else ""
    if wait := room.guesses.wait(client, monotonic()):
        words = f"Too many wrong codes were typed. Try again in {wait} seconds."
        refusal = sentence(TOO_MANY, "Wait a moment", words)
        refusal.headers["retry-after"] = str(wait)
        return refusal
    typed = (await sent(request)).get("room", "")
    if not same_code(typed, room.lesson.opened.code):
        room.guesses.wrong(client, monotonic())
        return sentence(403, "This is not the room", "Look at the code on the wall and type it again: eight signs.")
    fresh = key()
    try:
        room.lesson.join(fresh)
    except Unwelcome as full:
        return sentence(403, "The room is full", str(full))
    answer = to("/room")
    remember(answer, room, "seat", fresh)
    return answer


async def seats(request: Request) -> Response:
    """Show which seats there are."""
    room = request.app.state.room
    return page(
        "lesson/room.html", case=room.case, plan=plan(room), member=request.state.member, over=room.lesson.ended,
        version=room.streams.version(ALL),
    )  # fmt: skip


async def sit(request: Request) -> Response:
    """Take a seat."""
    lesson, fields = request.app.state.room.lesson, await sent(request)
    table = whole(fields.get("table", ""), len(lesson.sittings))
    try:
        lesson.sit(request.state.member, -1 if table is None else table, fields.get("role", ""))
    except Unwelcome as refusal:
        return sentence(409, "This seat cannot be taken", str(refusal), "/room")
    return to("/seat")


async def leave(request: Request) -> Response:
    """Give a seat up."""
    if request.state.member.seated:
        request.app.state.room.lesson.stand(request.state.member)
    return to("/room")


WAYS: Final = (
    Way("/", door, EVERYBODY),
    Way("/enter", enter, EVERYBODY, "POST"),
    Way("/room", seats, STUDENTS),
    Way("/sit", sit, STUDENTS, "POST"),
    Way("/leave", leave, STUDENTS, "POST"),
)
