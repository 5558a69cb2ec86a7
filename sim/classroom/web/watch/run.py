"""One run, looked at day by day."""

from collections.abc import Mapping

from sim.classroom.web.room import Room


async def shown(room: Room, asked: Mapping[str, str]) -> dict[str, object]:
    """What the template `watch/run.html` shows of the run that was asked for."""
    return {"title": room.case.title, "replicate": asked.get("replicate", "0")}
