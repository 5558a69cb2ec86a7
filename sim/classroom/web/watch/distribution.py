"""How such talks end: bars of the endings, with those from before in grey behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from sim.analysis.counts import Count, of_twenty
from sim.analysis.percentages import ends, per_cent
from sim.analysis.verdict import points
from sim.analysis.words import ending
from sim.classroom.web.pages import page, sentence
from sim.classroom.web.room import Room
from sim.classroom.web.watch import axis
from sim.classroom.web.watch.dial import Refused
from sim.classroom.web.watch.moved import Asked, asked
from sim.classroom.web.watch.past import past
from sim.classroom.web.watch.worlds import FEW, MANY, Ends

RUNS: Final = {str(FEW): FEW, str(MANY): MANY}
WALKOUT: Final = "walkout"


@dataclass(frozen=True)
class Row:
    """An ending: how often it comes now, and how often before."""

    key: str
    name: str
    now: Count
    was: Count

    @property
    def width(self) -> float:
        """The share now, in per cent."""
        return 100 * self.now.times / self.now.runs

    @property
    def before(self) -> float:
        """The share before, in per cent."""
        return 100 * self.was.times / self.was.runs

    @property
    def share(self) -> str:
        """The share now, as it is told."""
        return per_cent(*self.now)

    @property
    def change(self) -> str:
        """By how many points it changed."""
        return points((self.width - self.before) / 100) if self.now != self.was else "0"

    @property
    def interval(self) -> str:
        """Where the model's true share lies, with 95 % confidence."""
        return ends(*self.now)


async def distribution(request: Request) -> Response:
    """The bars alone, for a page that is there already."""
    room = request.app.state.room
    try:
        wanted = asked(room.dials, request.query_params, room.seed)
        count, top, firm = _scale(request.query_params)
    except Refused as refused:
        return sentence(400, "This cannot be shown", str(refused), "/watch")
    found = await shown(room, wanted, count, top, str(request.base_url), firm=firm)
    return page("watch/distribution.html", ends=found)


async def shown(
    room: Room, wanted: Asked, count: int, top: int, address: str, *, firm: bool = False
) -> dict[str, object]:
    """What the template `watch/distribution.html` shows: bars, or what is waited for.

    The axis goes to `top` per cent at least, and to no more if it is `firm`.
    """
    about = {"asked": wanted, "past": past(room), "link": f"{address}watch?{wanted.query}", "ready": room.worlds.ready}
    if not room.worlds.ready:
        return about
    now, was = await run_in_threadpool(_both, room, wanted, count)
    rows = [Row(key, ending(key, room.case), one, was.endings[key]) for key, one in now.endings.items()]
    most = max(share for row in rows for share in (row.width, row.before))
    top = top if firm and top else max(top, axis.end(most / 100))
    return about | {
        "rows": rows, "top": top, "ticks": axis.ticks(top), "runs": now.runs, "seconds": f"{max(0.1, now.seconds):.1f}",
        "changed": wanted.sets != wanted.grey, "said": list(_said(now, was)), "source": Path(room.source).stem,
    }  # fmt: skip


def _both(room: Room, wanted: Asked, count: int) -> tuple[Ends, Ends]:
    now, was = (room.worlds.ends(settings, wanted.seed, count) for settings in (wanted.sets, wanted.grey))
    return now, was


def _said(now: Ends, was: Ends) -> Iterator[str]:
    """What a walkout means in twenty talks, now and before."""
    here, before = (of_twenty(one.endings)[WALKOUT] for one in (now, was))
    yield f"Of 20 such talks, {here or 'none'} {'ends' if here < 2 else 'end'} in a walkout"
    if now.endings == was.endings:
        yield "."
    else:
        yield "; before, it was the same." if here == before else f"; before, it was {before or 'none'}."


def _scale(query: QueryParams) -> tuple[int, int, bool]:
    """How many runs are asked for, where the axis ended, and whether it must still end there."""
    runs, top = query.get("runs", str(MANY)), query.get("top", "0")
    if runs not in RUNS:
        raise Refused(f"Either {FEW:,} or {MANY:,} talks can be played.")
    if top not in map(str, (0, *axis.ENDS)):
        raise Refused("The axis cannot end there.")
    return RUNS[runs], int(top), RUNS[runs] == FEW
