"""The room as one application: its ways, its doorway, and what is said when something breaks."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sim.classroom.web import assets
from sim.classroom.web.access import EVERYBODY, Way
from sim.classroom.web.debrief import ways
from sim.classroom.web.doorway import HEADERS, Doorway
from sim.classroom.web.lesson import desk, door, news, seat
from sim.classroom.web.log import log
from sim.classroom.web.pages import sentence
from sim.classroom.web.room import Room
from sim.classroom.web.visitor import Recognised
from sim.classroom.web.watch import page, run

if TYPE_CHECKING:
    from starlette.routing import Route


async def static(request: Request) -> Response:
    """A file of the pages."""
    return assets.asset(request)


async def first(_request: Request) -> Response:
    """Where a room without a lesson begins."""
    return RedirectResponse("/watch")


async def unclear(_request: Request, problem: Exception) -> Response:
    """What was asked for in the address cannot be understood."""
    return sentence(400, "This cannot be shown", getattr(problem, "detail", ""))


async def nowhere(_request: Request, _problem: Exception) -> Response:
    """There is no such page."""
    return sentence(404, "There is no such page", "Nothing is lost. Go back to where you were.")


async def unwritten(request: Request, problem: Exception) -> Response:
    """The disk refused: what cannot be written down does not happen, and the lesson goes on."""
    log(problem, request.url.path)
    words = "The computer of the teacher cannot write it down, so it does not count. Try again in a moment."
    return sentence(503, "This was not taken", words)


async def broken(request: Request, problem: Exception) -> Response:
    """Something broke."""
    log(problem, request.url.path)
    answer = sentence(500, "This is an error of sim itself", "What was chosen before is kept. Load the page again.")
    answer.headers.update(HEADERS)  # it does not pass the doorway
    return answer


ALWAYS: Final = (Way("/static/{name}", static, EVERYBODY),)
WITHOUT_LESSON: Final = (Way("/", first, EVERYBODY),)
LESSON: Final = (*door.WAYS, *seat.WAYS, *news.WAYS, *desk.WAYS, *ways.WAYS)


def application(room: Room, hosts: Iterable[str]) -> Starlette:
    """The application of a room that is reached under these addresses."""
    ways = (*ALWAYS, *page.WAYS, *run.WAYS, *(LESSON if room.lesson else WITHOUT_LESSON))
    routes: list[Route] = [way.route() for way in ways]
    app = Starlette(routes=routes, exception_handlers={400: unclear, 404: nowhere, OSError: unwritten, 500: broken})
    app.state.room = room
    app.add_middleware(Recognised, room=room)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)  # phones share one network
    app.add_middleware(Doorway, hosts=frozenset(hosts))
    return app
