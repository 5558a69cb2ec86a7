"""The page on which one run is watched, and numbers of the case are moved."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from sim.classroom.web.access import TEACHER, Way
from sim.classroom.web.pages import page
from sim.classroom.web.watch import run


async def watch(request: Request) -> Response:
    """Show the page."""
    room = request.app.state.room
    return page("watch/page.html", case=room.case, run=await run.shown(room, request.query_params))


WAYS: Final = (Way("/watch", watch, TEACHER),)
