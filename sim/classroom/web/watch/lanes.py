"""What is drawn of a run, a column a moment: the ground above, then the rooms, the texts, and what is reached."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from sim.classroom.web.gist import attacks
from sim.classroom.web.told import Told
from sim.classroom.web.watch.tabled import Tabled, tabled
from sim.report.story.cast import Cast
from sim.report.story.counts import counted
from sim.talks.facts import FrontDay, Met, NoShow, Walkout

FRONT, ROW, TEXT, REACHED = 62, 30, 20, 44
"""Heights of the lanes, in pixels."""
PANE: Final = 730
"""Pixels that the columns have on a desk; words are cut to fit."""
MOST_CROSSES: Final = 3


@dataclass(frozen=True)
class Front:
    """A front in a moment: its pause, its attacks and what they are called."""

    pause: bool
    begins: bool
    prolonged: bool
    ends: bool
    crosses: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Seat:
    """A delegation's row in a moment: in its room, away, or not come; and whether it walks out."""

    state: str
    leaves: bool


@dataclass(frozen=True)
class Column:
    """All that is drawn of a moment."""

    left: float
    width: float
    session: bool
    meeting: str
    fronts: tuple[Front, ...]
    seats: tuple[Seat, ...]
    texts: tuple[Tabled, ...]
    reached: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where its middle is, in per cent of the pane."""
        return self.left + self.width / 2


def columns(moments: Sequence[Told], slots: int, paused: Sequence[frozenset[str]], cast: Cast) -> list[Column]:
    """The columns of some moments, of so many in all; `paused` says at which fronts there was a pause in each."""
    width = 100 / slots
    letters = max(7, int(PANE / slots / 6))
    return [
        Column(
            left=place * width,
            width=width,
            session=told.day.session > 0,
            meeting=told.day.meeting,
            fronts=tuple(front(told, key, key in paused[place], cast, letters) for key in cast.case.ground),
            seats=tuple(seat(told, key) for key in cast.places),
            texts=tuple(tabled(told, cast, max(7, letters - 3))),
            reached=tuple(reached(told, cast, letters)),
            marks=tuple(cast.threshold(one.threshold) for one in _met(told)),
        )
        for place, told in enumerate(moments)
    ]


def front(told: Told, key: str, paused: bool, cast: Cast, letters: int) -> Front:  # noqa: FBT001 - one of many facts
    """A front in a moment."""
    these = [fact for day in told.days for fact in day.facts if isinstance(fact, FrontDay) and fact.front == key]
    count = sum(one.attacks for one in these)
    dated = any(cast.case.events[event].kind == "attack" for one in these for event in one.events)
    name = attacks(these, cast) if dated else counted(count, "attack") if count > MOST_CROSSES else ""
    return Front(
        pause=paused,
        begins=any(one.pause_begins for one in these),
        prolonged=any(one.prolonged_to for one in these),
        ends=any(one.pause_ends for one in these),
        crosses=count if count <= MOST_CROSSES else min(count, 1),
        lines=cut(name, letters, 2),
    )


def pauses(moments: Sequence[Told]) -> list[frozenset[str]]:
    """At which fronts there is a pause in each moment."""
    on: set[str] = set()
    found = []
    for told in moments:
        seen: set[str] = set(on)
        for fact in (fact for day in told.days for fact in day.facts if isinstance(fact, FrontDay)):
            if fact.pause_begins or fact.prolonged_to:
                on.add(fact.front)
                seen.add(fact.front)
            if fact.pause_ends:
                on.discard(fact.front)
        found.append(frozenset(seen))
    return found


def seat(told: Told, key: str) -> Seat:
    """A delegation's row: where it is."""
    day = told.day
    leaves = any(isinstance(fact, Walkout) and fact.delegation == key for fact in day.facts)
    absent = any(isinstance(fact, NoShow) and fact.delegation == key for fact in day.facts)
    state = "no-show" if absent else "away" if key in day.away else day.meeting
    return Seat(state, leaves)


def reached(told: Told, cast: Cast, letters: int) -> Iterator[str]:
    """What is reached, in three short lines."""
    names = [cast.threshold(one.threshold) for one in _met(told)]
    if len(names) == 1:
        yield from cut(f"✓ {names[0]}", max(10, letters), 3)
    elif names:
        yield from cut(f"✓ {names[0]}", letters, 1)
        yield from cut(f"✓ {names[1]}", letters, 1) if len(names) == 2 else [f"✓ {len(names) - 1} more"]


def _met(told: Told) -> list[Met]:
    return [fact for day in told.days for fact in day.facts if isinstance(fact, Met)]


def cut(text: str, letters: int, lines: int) -> tuple[str, ...]:
    """A text in so many lines of so many letters at most; what does not fit ends in three dots."""
    return tuple(wrap(text, letters, max_lines=lines, placeholder="…", break_long_words=True))
