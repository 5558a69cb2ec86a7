"""What each seat came away with: delegations against their limits, the others in what they could want."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.case.days import listed
from sim.classroom.table.own_brief import called
from sim.classroom.table.worth import Line, lines, signed, tabled, within_all
from sim.classroom.web.lesson.plan import Seat, seats
from sim.report.story.cast import Cast
from sim.report.story.counts import counted, gap
from sim.talks.actors import NEVER

if TYPE_CHECKING:
    from sim.classroom.lesson.ended import Played
    from sim.talks.model import Talks


@dataclass(frozen=True)
class Weighed:
    """An issue as it is shown: wording, numbers and state."""

    name: str
    line: Line


@dataclass(frozen=True)
class Score:
    """A delegation: each issue, what was signed is worth, and what all last texts would have been worth."""

    seat: Seat
    people: bool
    issues: tuple[Weighed, ...]
    signed: float
    tabled: float


@dataclass(frozen=True)
class Other:
    """A sponsor or the mediator: what it could want, and how that stands."""

    seat: Seat
    people: bool
    points: tuple[str, ...]


def scores(one: "Played") -> list[Score]:
    """The delegations."""
    cast = Cast(one.table.case)
    return [
        _score(one, seat, lines(one.table.talks, seat.role), cast)
        for seat in seats(cast.case)
        if seat.role in cast.places
    ]


def _score(one: "Played", seat: Seat, found: list[Line], cast: Cast) -> Score:
    by_issue = {line.issue: line for line in found}
    issues = tuple(Weighed(cast.issue(key), by_issue[key]) for key in cast.case.issues)
    return Score(seat, seat.role in one.people, issues, signed(found), tabled(found))


def others(one: "Played") -> list[Other]:
    """The mediator and the sponsors."""
    cast = Cast(one.table.case)
    return [
        Other(seat, seat.role in one.people, tuple(wanted(one, seat.role, cast)))
        for seat in seats(cast.case)
        if seat.role not in cast.places
    ]


def wanted(one: "Played", role: str, cast: Cast) -> Iterator[str]:
    """What a sponsor or the mediator could want, and how that stands at the end."""
    yield of_thresholds(one, cast)
    yield from of_mediator(one, cast) if role == "mediator" else of_sponsor(one, role, cast)


def of_mediator(one: "Played", cast: Cast) -> Iterator[str]:
    """How near the texts were to what all could sign, and how far the talks came."""
    within, number = within_all(one.table.talks), len(cast.case.issues)
    which = f": {cast.quoted(within)}" if within else ""
    yield f"{len(within)} of {number} last texts lay within what all could sign{which}."
    held, closed = one.course.number("sessions_held"), one.course.number("gap_closed")
    yield f"{counted(int(held), 'session').capitalize()} held; {gap(closed)}."


def of_sponsor(one: "Played", role: str, cast: Cast) -> Iterator[str]:
    """How the great powers stand to each other, and what became of those behind whom it stands."""
    meetings, cooperation = one.course.number("meetings"), one.course.number("cooperation")
    met = counted(int(meetings), "meeting").capitalize()
    yield f"{met} of the great powers; their cooperation is {cooperation:.2f} at the end, from 0 to 1."
    for key in behind(one.table.talks, role):
        worth = signed(lines(one.table.talks, key))
        yield f"What was signed is worth {worth:.2f} to {called(key, cast)}, behind whom it stands."


def of_thresholds(one: "Played", cast: Cast) -> str:
    """How many of the things that the case watches for were reached."""
    reached = [cast.threshold(key) for key in cast.case.thresholds if one.columns[f"met_on.{key}"][0] > NEVER]
    which = f": {listed(reached)}" if reached else ""
    return f"{len(reached)} of {len(cast.case.thresholds)} things reached{which}."


def behind(talks: "Talks", sponsor: str) -> Iterator[str]:
    """The delegations over which a sponsor has a hold."""
    row = talks.nouns["leverages"][talks.seated.sponsors.index(sponsor)]
    for key, leverage in zip(talks.seated.delegations, row, strict=True):
        if leverage.hold > 0.0:
            yield key
