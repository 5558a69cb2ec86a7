"""The page on which one run is watched, and numbers of the case are moved."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from sim.classroom.web.access import TEACHER, Way
from sim.classroom.web.pages import page, sentence, to
from sim.classroom.web.watch import run
from sim.classroom.web.watch.asked import asked as which
from sim.classroom.web.watch.compared import compared
from sim.classroom.web.watch.dial import Choice, Refused
from sim.classroom.web.watch.dials import FIRST
from sim.classroom.web.watch.distribution import distribution, shown
from sim.classroom.web.watch.moved import asked, setting_of
from sim.classroom.web.watch.past import past
from sim.classroom.web.watch.variation import variation
from sim.classroom.web.watch.worlds import MANY


async def watch(request: Request) -> Response:
    """Show the page; what comes from its form gets an address of its own first.

    In the first second it shows the sliders alone: a room opens before anything is played.
    """
    room = request.app.state.room
    try:
        wanted = asked(room.dials, request.query_params, room.seed)
    except Refused as refused:
        return sentence(400, "This cannot be shown", str(refused), "/watch")
    if wanted.typed:
        return to(f"/watch?{wanted.query}")
    ends = await shown(room, wanted, MANY, 0, str(request.base_url))
    moved = [(dial, setting_of(dial, wanted.sets), isinstance(dial, Choice)) for dial in room.dials]
    which(room, request.query_params)
    one = await run.shown(room, request.query_params) if room.worlds.awake else None
    return page(
        "watch/page.html", case=room.case, run=one, ends=ends, asked=wanted,
        past=past(room), dials=moved[:FIRST], more=moved[FIRST:],
    )  # fmt: skip


WAYS: Final = (
    Way("/watch", watch, TEACHER),
    Way("/watch/distribution", distribution, TEACHER),
    Way("/watch/compare", compared, TEACHER),
    Way("/watch/variation.yaml", variation, TEACHER),
)
