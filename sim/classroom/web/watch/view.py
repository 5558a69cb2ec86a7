"""All that the page shows of one run on one day, and what a script needs to go to the other days."""

from collections.abc import Sequence
from shlex import quote
from typing import Final

from sim import __version__
from sim.case import digest
from sim.case.days import DAYS
from sim.classroom.web.gist import chief
from sim.classroom.web.room import Room
from sim.classroom.web.told import Notebook, Row, Told
from sim.classroom.web.watch import feelings, lanes, positions
from sim.classroom.web.watch.asked import STANDARD_INPUT, Asked
from sim.classroom.web.watch.moments import Moment, at, moments, part, planned
from sim.classroom.web.watch.playing import Played, Wanted, played
from sim.report.story import verdict
from sim.report.story.cast import Cast
from sim.rules.endings import ENDINGS
from sim.study import provenance

LETTERS: Final = 14
"""A lane's name is written in lines of so many letters."""
FEW: Final = 4
MOST_WORDS: Final = 3_000
"""Letters of the days' words that the page carries; the words of days further off are fetched when they are shown."""


def view(room: Room, wish: Asked, which: Wanted) -> dict[str, object]:
    """What the template is filled with."""
    run, cast = played(which), Cast(which.seated.scenario)
    everything = moments(which)
    shown = at(everything, wish.day)
    beside = part(everything, shown)
    evenings = [run.standings[one.evening] for one in beside]
    here = shown - beside[0].place
    felt = feelings.feelings(evenings, cast)
    ahead = planned(beside) if beside[-1] is everything[-1] else []
    return {
        "case": cast.case, "cast": cast, "wish": wish, "note": "", "moments": beside, "here": here,
        "before": everything[beside[0].place - 1] if beside[0].place else None,
        "after": everything[beside[-1].place + 1] if beside[-1] is not everything[-1] else None,
        "planned": ahead, "weekdays": DAYS, "few": FEW,
        **drawn(everything, beside, len(beside) + len(ahead), cast),
        "chief": {one.place: best(one.told, cast) for one in beside},
        "carried": carried(beside, here),
        "verdict": ending(run, cast) if beside[-1] is everything[-1] else (),
        "axes": positions.axes(evenings[here], cast),
        "feelings": felt,
        "data": {"slots": len(beside) + len(ahead), **data(beside, run, cast, felt)},
        "endings": {key: cast.ending(key) for key in ENDINGS},
        "origin": origin(which, run), "command": command(room, wish),
    }  # fmt: skip


def drawn(everything: Sequence[Moment], beside: Sequence[Moment], slots: int, cast: Cast) -> dict[str, object]:
    """The columns of the timeline, and how tall its lanes are."""
    first, last = beside[0].place, beside[-1].place + 1
    paused = lanes.pauses([one.told for one in everything])[first:last]
    columns = lanes.columns([one.told for one in beside], slots, paused, cast)
    rooms = lanes.FRONT * len(cast.case.ground) + 4
    texts = rooms + lanes.ROW * len(cast.places) + 8
    reached = texts + lanes.TEXT * max(1, *(len(one.texts) for one in columns)) + 8
    bottom = reached + (lanes.REACHED if any(one.reached for one in columns) else 0)
    return {
        "columns": columns,
        "y": {"rooms": rooms, "texts": texts, "reached": reached, "bottom": bottom},
        "fronts": [lanes.cut(cast.front(key), LETTERS, 2) for key in cast.case.ground],
        "parties": [lanes.cut(cast.name(key), LETTERS, 2) for key in cast.places],
    }


def best(told: Told, cast: Cast) -> tuple[Row, ...]:
    """The rows that are shown at once: all if they are few."""
    return told.rows if len(told.rows) <= FEW else chief(told, cast)


def carried(beside: Sequence[Moment], here: int) -> frozenset[int]:
    """The moments whose words are on the page: those nearest to the one that is shown, as many as fit."""
    found: list[int] = []
    letters = 0
    for one in sorted(beside, key=lambda one: abs(one.place - beside[here].place)):
        letters += sum(len(row.who) + len(row.what) for row in one.told.rows)
        if found and letters > MOST_WORDS:
            break
        found.append(one.place)
    return frozenset(found)


def ending(run: Played, cast: Cast) -> tuple[Row, ...]:
    """How it ended and why, what was reached and what was not."""
    notes = Notebook()
    verdict.show(notes, run.course, cast)
    return notes.take()


def data(beside: Sequence[Moment], run: Played, cast: Cast, felt: Sequence[feelings.Feeling]) -> dict[str, object]:
    """What a script needs to go from day to day: numbers, days and our own words, none of the case's."""
    evenings = [run.standings[one.evening] for one in beside]
    issues = list(cast.case.issues)
    return {
        "days": [one.number for one in beside],
        "said": [one.speech for one in beside],
        "offers": [[positions.offers(key, evening, cast.places) for key in issues] for evening in evenings],
        "texts": [[positions.text(key, evening) for key in issues] for evening in evenings],
        "agreed": [[int(key in evening.agreed) for key in issues] for evening in evenings],
        "words": [one.words for one in felt],
        "values": [one.values for one in felt],
    }


def origin(which: Wanted, run: Played) -> str:
    """Where the run comes from, as `sim run` prints it."""
    version = f"sim {__version__}, results {provenance.RESULT_VERSION}, scenario {digest(which.seated.scenario)[:8]}"
    return f"{version}, seed {which.seed}, replicate {which.replicate}, digest {run.digest[:8]}"


def command(room: Room, wish: Asked) -> str:
    """The command that repeats the run; empty where the case cannot be named again."""
    if room.source == STANDARD_INPUT:
        return ""
    settings = (f"--set {quote(one)}" for one in (*room.settings, *wish.settings))
    which = f"--seed {wish.seed} --replicate {wish.replicate}"
    return " ".join(["sim run", quote(room.source), which, *settings])
