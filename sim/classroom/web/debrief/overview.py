"""The first page of a debrief: how the tables ended beside how such talks end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sim.analysis import counts
from sim.analysis.counts import Count
from sim.case.days import listed
from sim.classroom.handouts.debrief import questions
from sim.classroom.lesson.attendance import players
from sim.classroom.lesson.ended import Played, digest
from sim.classroom.lesson.pool import classes, lessons, together
from sim.classroom.web.debrief.bars import Bar, Scale, bars, scale
from sim.classroom.web.debrief.deciding import capital, decided, ending_of, frequency
from sim.classroom.web.debrief.headline import headline
from sim.classroom.web.lesson.plan import letter
from sim.report.story.cast import Cast
from sim.report.story.counts import counted, spelled
from sim.rules.endings import ENDINGS
from sim.study.trouble import Unusable
from sim.talks.actors import NEVER

if TYPE_CHECKING:
    from sim.analysis.ensemble import Ensemble
    from sim.case.scenario import Scenario
    from sim.classroom.web.debrief.remembered import Remembered
    from sim.classroom.web.room import Room

MANY: Final = 12


@dataclass(frozen=True)
class Parted:
    """A table in a few sentences."""

    letter: str
    people: bool
    ended: str
    words: str
    frequency: str
    by_rules: str


@dataclass(frozen=True)
class Overview:
    """All that the first page shows."""

    headline: str
    about: tuple[str, ...]
    endings: list[Bar]
    reached: list[Bar]
    scale: Scale | None
    runs: int
    tables: str
    people: int
    alone: bool
    few: str
    classes: str
    life: str
    parted: list[Parted]
    questions: tuple[str, ...]
    replay: str
    digest: str
    trouble: str


def overview(room: "Room", simulated: "Ensemble | None") -> Overview:
    """Put the first page together."""
    lesson, case, cast = room.lesson, room.case, Cast(room.case)
    assert lesson is not None  # noqa: S101 - there is a debrief of a lesson only
    tables = room.debrief.ended(lesson)
    before, told, trouble = earlier(room.classes, case)
    happened = case.happened
    ends = {key: cast.ending(key) for key in ENDINGS}
    reached = {key: cast.threshold(key) for key in case.thresholds}
    own = counts.endings(simulated.columns) if simulated else None
    met = counts.reached(simulated.columns, list(reached)) if simulated else None
    return Overview(
        headline=headline(tables, simulated),
        about=(case.title, counted_tables(tables), counted(players(lesson.journal.records), "player")),
        endings=list(bars(ends, _ended_so, tables, [happened.ending] if happened else [], (own, before))),
        reached=list(bars(reached, _reached, tables, happened.reached if happened else [], (met, None))),
        scale=scale(own.values()) if own else None,
        runs=simulated.runs if simulated else 0,
        tables="your table" if len(tables) == 1 else f"your {spelled(len(tables))} tables",
        alone=any(not one.people for one in tables),
        people=sum(bool(one.people) for one in tables),
        few=few(sum(bool(one.people) for one in tables)),
        classes=told,
        life=in_life(tables, case, ends),
        parted=[_parted(one, cast, room.debrief, simulated) for one in tables],
        questions=questions(case).points,
        replay=letter(rarest(tables, simulated)),
        digest=digest(lesson.journal),
        trouble=trouble,
    )


def counted_tables(tables: Sequence[Played]) -> str:
    """How many tables there are, and at how many nobody sat."""
    alone = sum(not one.people for one in tables)
    return counted(len(tables), "table") + (f", {spelled(alone)} of them without people" if alone else "")


def few(tables: int) -> str:
    """That so many tables do not tell much."""
    if tables > MANY:
        return f"{capital(spelled(tables))} tables are not many either: in a row one or two more or less are luck."
    if tables == 1:
        return "One table is a story, and no share."
    return f"{capital(spelled(tables))} tables are few: one more or less in a row is luck."


def _ended_so(one: Played, ending: str) -> bool:
    return one.ending == ending


def _reached(one: Played, threshold: str) -> bool:
    return bool(one.columns[f"met_on.{threshold}"][0] > NEVER)


def _parted(one: Played, cast: Cast, memory: "Remembered", simulated: "Ensemble | None") -> Parted:
    how_often = frequency(one, simulated) if simulated else ""
    alone = cast.ending(str(memory.alone(one).outcome["ending"])) if one.people else ""
    how = ending_of(one.course, cast)
    return Parted(letter(one.number), bool(one.people), how, decided(one.course, cast), how_often, alone)


def rarest(tables: Sequence[Played], simulated: "Ensemble | None") -> int:
    """The table whose ending is the rarest among simulated talks; those with people first."""
    often = counts.endings(simulated.columns) if simulated else {}
    return min(tables, key=lambda one: (not one.people, often.get(one.ending, Count(0, 1)).times)).number


def in_life(tables: Sequence[Played], case: "Scenario", ends: Mapping[str, str]) -> str:
    """How it ended in life, and which tables ended so."""
    if case.happened is None:
        return ""
    same = [letter(one.number) for one in tables if one.ending == case.happened.ending]
    year = case.calendar.start.year
    how = f"In {year} the talks ended in “{ends[case.happened.ending]}”"
    return f"{how}, like table{'s' * (len(same) > 1)} {listed(same)}." if same else f"{how}, as no table did."


def earlier(folder: Path, case: "Scenario") -> tuple[Mapping[str, Count] | None, str, str]:
    """How the tables of all saved classes ended, how many there are; or what stands in the way."""
    from sim.case import digest as digest_of  # noqa: PLC0415 - the journal has one too

    try:
        found = classes(lessons(folder)).get(digest_of(case)) if folder.is_dir() else None
        if found is None or not found.rows:
            return None, "", ""
        pooled = together(found, folder)
    except (Unusable, OSError) as problem:
        return None, "", f"The classes so far are not shown. {problem}"
    return counts.endings(pooled.columns), f"all classes so far: {counted(pooled.runs, 'table')}", ""
