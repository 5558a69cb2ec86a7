"""News: a page that is open hears that something has changed at its table, and asks for itself again."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from sim.classroom.web.access import MEMBERS, Role, Way
from sim.classroom.web.lesson.streams import ALL


async def events(request: Request) -> Response:
    """The stream of one page; the newest of a seat takes the place of an older one."""
    room, member = request.app.state.room, request.state.member
    teacher = request.state.role == Role.TEACHER
    visitor = f"{request.state.key} {id(request)}" if teacher else request.state.key
    table = member.table if member and member.seated else ALL
    lines = room.streams.follow(visitor, table)
    return StreamingResponse(lines, media_type="text/event-stream", headers={"x-accel-buffering": "no"})


WAYS: Final = (Way("/events", events, MEMBERS),)
