"""One run, looked at day by day."""

from typing import Final

from anyio import to_thread
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sim.classroom.web.access import TEACHER, Way
from sim.classroom.web.pages import SEE_OTHER, page
from sim.classroom.web.room import Room
from sim.classroom.web.watch.asked import asked, case_of
from sim.classroom.web.watch.playing import FARTHEST, following, wanted
from sim.classroom.web.watch.view import view


async def shown(room: Room, query: QueryParams) -> dict[str, object]:
    """What the template `watch/run.html` shows of the run that was asked for.

    Raises
    ------
    HTTPException
        400 with a sentence, where what was asked for cannot be understood; 303 to the run that ends as was asked for.

    """
    return await to_thread.run_sync(looked_at, room, query)


def looked_at(room: Room, query: QueryParams) -> dict[str, object]:
    """The same, in a thread of its own."""
    wish = asked(room, query)
    which = wanted(case_of(room, wish.settings), wish.seed, wish.replicate)
    if not wish.ending:
        return view(room, wish, which)
    found = following(which, wish.ending)
    if found is not None:
        raise HTTPException(SEE_OTHER, headers={"location": wish.other(found)})
    note = f"None of the next {FARTHEST:,} talks ends so. This is still the same one."
    return view(room, wish, which) | {"note": note}


async def fragment(request: Request) -> Response:
    """The run alone, to be put into the page in place of another."""
    return page("watch/run.html", run=await shown(request.app.state.room, request.query_params))


WAYS: Final = (Way("/watch/run", fragment, TEACHER),)
