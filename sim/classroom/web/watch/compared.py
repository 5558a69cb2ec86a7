"""What the change does: two variations in the same worlds, difference by difference."""

from shlex import quote
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from sim import __version__
from sim.analysis.counts import any_walked
from sim.analysis.percentages import per_cent
from sim.analysis.verdict import points
from sim.analysis.words import quantity
from sim.classroom.web.pages import page, sentence
from sim.classroom.web.room import Room
from sim.classroom.web.watch.dial import Refused
from sim.classroom.web.watch.differences import rows
from sim.classroom.web.watch.moved import Asked, Settings, asked, setting_of
from sim.classroom.web.watch.variation import named
from sim.classroom.web.watch.worlds import BY_MESA, MANY

if TYPE_CHECKING:
    from sim.analysis.comparison import Comparison
    from sim.analysis.difference import Difference

PARTS: Final = {"How they end": ("ending.",), "Walkouts, and what is reached": ("walkout.", "threshold.")}


async def compared(request: Request) -> Response:
    """The page of the difference between what is now and what is grey."""
    room = request.app.state.room
    try:
        wanted = asked(room.dials, request.query_params, room.seed)
    except Refused as refused:
        return sentence(400, "This cannot be compared", str(refused), "/watch")
    if wanted.sets == wanted.grey:
        words = "Nothing is changed: what is now and what is grey are the same. Move a slider first."
        return sentence(400, "There is nothing to compare", words, f"/watch?{wanted.query}")
    if not room.worlds.ready:
        return sentence(503, "The rules are still being compiled", "Wait half a minute.", f"/watch?{wanted.query}")
    found = await run_in_threadpool(played, room, wanted)
    return page("watch/compare.html", 200, **told(room, wanted, found))


def played(room: Room, wanted: Asked) -> "Comparison":
    """Both, in the same worlds."""
    from sim.analysis.comparison import compared as side_by_side  # noqa: PLC0415 - the other pages need no pandas
    from sim.analysis.ensemble import played as many  # noqa: PLC0415 - the same

    runs = BY_MESA[MANY] if room.worlds.engine == "mesa" else MANY
    both = [
        many(room.worlds.seated(each), wanted.seed, runs, room.worlds.engine) for each in (wanted.grey, wanted.sets)
    ]
    return side_by_side(["before", "now"], both)


def told(room: Room, wanted: Asked, found: "Comparison") -> dict[str, object]:
    """What the template says of it."""
    runs, differences = found.ensembles[0].runs, found.of(1)
    parts = [(title, rows(room.case, differences, kinds, runs)) for title, kinds in PARTS.items()]
    return {
        "title": heading(room, differences, runs), "case": room.case, "runs": runs, "parts": parts,
        "before": _words(room, wanted.grey), "now": _words(room, wanted.sets), "lead": found.sentence,
        "command": _command(room, wanted, found), "asked": wanted, "by_files": _by_files(room, wanted),
        "digests": [one.digest[:8] for one in found.ensembles], "worlds": _worlds(found), "version": __version__,
    }  # fmt: skip


def heading(room: Room, differences: "dict[str, Difference]", runs: int) -> str:
    """The largest effect on an ending whose interval keeps clear of zero, as a sentence."""
    shown = [one for one in differences.values() if one.quantity.startswith("ending.") and one.is_shown]
    if not shown:
        return f"No difference shown by {runs:,} talks"
    most = max(shown, key=lambda one: abs(one.difference))
    how = "more" if most.difference > 0 else "less"
    return f"“{quantity(most.quantity, room.case)}” is {how} frequent, by {points(abs(most.difference))[1:]} points"


def _worlds(found: "Comparison") -> tuple[str, str]:
    """In how many of the same worlds a walkout is averted, and in how many caused."""
    before, after = (any_walked(one.columns, list(one.case.delegations)) for one in found.ensembles)
    averted, caused = int((before & ~after).sum()), int((after & ~before).sum())
    return per_cent(averted, len(before)), per_cent(caused, len(before))


def _words(room: Room, settings: Settings) -> list[str]:
    """What is moved, in words."""
    moved = [(dial, setting_of(dial, settings)) for dial in room.dials]
    return [f"{dial.name}: {dial.words(setting)}" for dial, setting in moved if setting]


def _by_files(room: Room, wanted: Asked) -> bool:
    """Whether what is before is not the case as it is named, but must be kept first."""
    return bool(wanted.grey or room.settings)


def _command(room: Room, wanted: Asked, found: "Comparison") -> str:
    """The command that plays both again."""
    many = f"-n {found.ensembles[0].runs} --seed {wanted.seed}"
    if not _by_files(room, wanted):
        changes = " ".join(f"--set {quote(each)}" for each in wanted.sets)
        return f"sim whatif {quote(room.source)} {many} {changes}"
    return f"sim compare {' '.join(named(room, one.case) for one in found.ensembles)} {many}"
