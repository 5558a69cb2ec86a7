"""The ways of the debrief: open to all in the room once the teacher has ended the lesson, and to nobody before."""

from collections.abc import Awaitable, Callable
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.responses import Response

from sim import __version__
from sim.classroom.lesson.saving import save, saved
from sim.classroom.web.access import MEMBERS, TEACHER, Role, Way
from sim.classroom.web.debrief.offers import NotOffered, asked
from sim.classroom.web.debrief.otherwise import otherwise
from sim.classroom.web.debrief.overview import overview
from sim.classroom.web.debrief.scores import scores
from sim.classroom.web.debrief.story import story
from sim.classroom.web.lesson.plan import letter
from sim.classroom.web.pages import page, sentence, to
from sim.talks.seats import Refused

if TYPE_CHECKING:
    from sim.classroom.lesson.ended import Played
    from sim.classroom.web.room import Room

NOT_YET: Final = "The debrief opens when the teacher ends the lesson. Until then nobody sees more than their own seat."


async def debrief(request: Request) -> Response:
    """How the tables ended, beside how such talks end."""
    room, teacher = request.app.state.room, request.state.role == Role.TEACHER
    simulated = await room.debrief.simulated(room.case, room.lesson.opened.seed)
    return page(
        "debrief/overview.html", case=room.case, seen=overview(room, simulated), version=__version__, teacher=teacher,
        seed=room.lesson.opened.seed, saved=saved(room.classes, room.lesson), waiting=simulated is None,
    )  # fmt: skip


async def sheet(request: Request) -> Response:
    """The same on one sheet of paper."""
    room = request.app.state.room
    simulated = await room.debrief.simulated(room.case, room.lesson.opened.seed)
    tables = [(letter(one.number), scores(one)) for one in room.debrief.ended(room.lesson)]
    return page(
        "debrief/sheet.html", case=room.case, seen=overview(room, simulated), version=__version__, scores=tables,
        seed=room.lesson.opened.seed, waiting=simulated is None,
    )  # fmt: skip


async def table(request: Request) -> Response:
    """The whole story of a table."""
    room = request.app.state.room
    one = _table(request, room)
    if one is None:
        return sentence(404, "There is no such table", "Choose one of those on the debrief.", "/debrief")
    return page("debrief/story.html", case=room.case, story=story(one, room.debrief), tables=len(room.lesson.sittings))


async def branch(request: Request) -> Response:
    """How it would have gone with another choice."""
    room = request.app.state.room
    one = _table(request, room)
    if one is None:
        return sentence(404, "There is no such table", "Choose one of those on the debrief.", "/debrief")
    back = f"/debrief/{ascii_uppercase[one.number]}"
    try:
        turn = asked(request.query_params, room.debrief.offered(one), one.table)
        seen = otherwise(one, turn)
    except NotOffered as refusal:
        return sentence(400, "This could not be chosen", str(refusal), back)
    except Refused as refusal:
        return sentence(400, "This could not be chosen", f"{refusal.refusals[0][1].capitalize()}.", back)
    return page("debrief/otherwise.html", case=room.case, seen=seen)


async def keep(request: Request) -> Response:
    """Save what the lesson came to."""
    room = request.app.state.room
    try:
        save(room.classes, room.lesson, room.debrief.ended(room.lesson))
    except OSError as problem:
        words = f"{problem.filename or room.classes}: {problem.strerror}. Nothing is lost: make room, and save again."
        return sentence(507, "This could not be saved", words, "/debrief")
    return to("/debrief")


def _table(request: Request, room: "Room") -> "Played | None":
    """The table that is named by its letter."""
    assert room.lesson is not None  # noqa: S101 - there is a debrief of a lesson only
    tables = room.debrief.ended(room.lesson)
    found = ascii_uppercase.find(request.path_params["table"])
    return tables[found] if len(request.path_params["table"]) == 1 and 0 <= found < len(tables) else None


def afterwards(endpoint: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """Open a page only once the lesson is over."""

    async def opened(request: Request) -> Response:
        if not request.app.state.room.lesson.ended:
            return sentence(409, "The lesson is not over", NOT_YET)
        return await endpoint(request)

    return opened


WAYS: Final = (
    Way("/debrief", afterwards(debrief), MEMBERS),
    Way("/debrief/sheet", afterwards(sheet), MEMBERS),
    Way("/debrief/{table}", afterwards(table), MEMBERS),
    Way("/debrief/{table}/branch", afterwards(branch), MEMBERS),
    Way("/save", afterwards(keep), TEACHER, "POST"),
)
