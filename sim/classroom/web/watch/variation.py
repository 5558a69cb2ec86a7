"""A variation as a scenario file: what was moved, written down so that it can be played anywhere."""

import re
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from sim import __version__
from sim.case.scenario import Scenario
from sim.case.text import visible
from sim.case.writing import digest, dump
from sim.classroom.web.pages import sentence
from sim.classroom.web.room import Room
from sim.classroom.web.watch.dial import Refused
from sim.classroom.web.watch.moved import Settings, asked

SLUG: Final = 40


async def variation(request: Request) -> Response:
    """The file, to be kept."""
    room = request.app.state.room
    try:
        wanted = asked(room.dials, request.query_params, room.seed)
    except Refused as refused:
        return sentence(400, "This cannot be written down", str(refused), "/watch")
    case = room.worlds.seated(wanted.sets).scenario
    headers = {"content-disposition": f'attachment; filename="{named(room, case)}"'}
    return Response(written(room, case, wanted.sets), headers=headers, media_type="application/yaml")


def named(room: Room, case: Scenario) -> str:
    """The name of the file: of the case as it was named, and of what is in it."""
    slug = re.sub(r"[^a-z0-9]+", "_", Path(room.source).stem.lower()).strip("_")[:SLUG]
    return f"{slug or 'case'}-{digest(case)[:8]}.yaml"


def written(room: Room, case: Scenario, settings: Settings) -> str:
    """The whole case, beneath a note of what was changed in it."""
    changed = [f"#   {visible(each)}\n" for each in (*room.settings, *settings)]
    return "".join([
        f"# A variation of {visible(room.source)}, written by sim {__version__}. What is changed:\n",
        *(changed or ["#   nothing\n"]), dump(case),
    ])  # fmt: skip
