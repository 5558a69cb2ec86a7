"""Checks on dates: the calendar, the war outside, the dated events."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from sim.case.broken import BROKEN
from sim.case.calendar import Calendar
from sim.case.checks.fault import Check, Fault, Path, Thing, councils, events, fronts, the_case
from sim.case.checks.table import TOLERANCE, total
from sim.case.council import Council
from sim.case.front import Front
from sim.case.number import centre
from sim.case.scenario import Scenario

EARLIEST: Final = 366


def first_day(scenario: Scenario) -> date:
    """The day before which nothing happens: the first pause, event or session."""
    pauses = [front.pause.from_day for front in scenario.ground.values() if front.pause is not None]
    return min([scenario.calendar.start, *pauses, *(event.date for event in scenario.events.values())])


def _outside(calendar: Calendar, day: date) -> str | None:
    if day > calendar.last_day:
        return f"It is after the horizon, {calendar.last_day}: {calendar.horizon_days} days from the start."
    if day < calendar.start - timedelta(days=EARLIEST):
        return f"It is more than {EARLIEST} days before the start, {calendar.start}."
    return None


def _horizon(scenario: Scenario, _: Path, __: Any) -> Iterator[Fault]:  # noqa: ANN401
    calendar = scenario.calendar
    if calendar.horizon_days < calendar.sessions_per_round - 1:
        least = calendar.sessions_per_round - 1
        remedy = f"{least} is the least for {calendar.sessions_per_round} sessions."
        yield Fault(("calendar", "horizon_days"), f"The story ends before the first round does. {remedy}")


def _deadline(scenario: Scenario, _: Path, __: Any) -> Iterator[Fault]:  # noqa: ANN401
    calendar = scenario.calendar
    if calendar.deadline is not None and calendar.deadline < calendar.start:
        yield Fault(("calendar", "deadline"), f"It is before the first day, {calendar.start}.")


def _formats(scenario: Scenario, _: Path, __: Any) -> Iterator[Fault]:  # noqa: ANN401
    days = scenario.calendar.sessions_per_round
    for day in scenario.calendar.fixed_formats:
        if isinstance(day, int) and day > days:
            path = ("calendar", "fixed_formats", str(day))
            yield Fault(path, f"A round has {days} sessions. There is no day {day}.")


def _dated(scenario: Scenario, path: Path, event: Any) -> Iterator[Fault]:  # noqa: ANN401
    outside = _outside(scenario.calendar, event.date)
    if outside:
        yield Fault((*path, "date"), outside)


def _alone(_: Scenario, __: Path, scenario: Scenario) -> Iterator[Fault]:
    seen: dict[tuple[str, str, date], str] = {}
    for name, event in scenario.events.items():
        if event is BROKEN:
            continue
        kind, where, day = event.kind, event.to if event.kind == "affront" else event.at, event.date
        if any(each is BROKEN for each in (kind, where, day)):
            continue
        first = seen.setdefault((kind, where, day), name)
        if first != name:
            what = f"{first} is of the same kind, {kind}, at {where} on {day}. One of them can stand."
            yield Fault(("events", name, "date"), what)


def _prolonged(scenario: Scenario, path: Path, event: Any) -> Iterator[Fault]:  # noqa: ANN401
    if event.kind != "prolongation":
        return
    if event.until < event.date:
        yield Fault((*path, "until"), f"The prolongation ends before it is made, {event.date}.")
        return
    pause = scenario.ground[event.at].pause
    if pause is None:
        yield Fault((*path, "at"), f"{event.at} has no pause that could be prolonged.")
    elif event.date < pause.from_day:
        yield Fault((*path, "date"), f"The pause at {event.at} has not begun: it begins on {pause.from_day}.")
    elif event.until < pause.from_day:
        yield Fault((*path, "until"), f"The pause would end before it begins, {pause.from_day}.")


def _pause(scenario: Scenario, path: Path, front: Front) -> Iterator[Fault]:
    begins = None if front.pause is None else front.pause.from_day
    for where, day in ((("drawn_from",), front.drawn_from), (("pause", "from"), begins)):
        outside = None if day is None else _outside(scenario.calendar, day)
        if outside:
            yield Fault((*path, *where), outside)


def _authors(_: Scenario, path: Path, front: Front) -> Iterator[Fault]:
    share = total([centre(author) for author in front.authors.values()])
    if share > 1 + TOLERANCE:
        yield Fault((*path, "authors"), f"The parts of the authors sum to {share:.6g}. They sum to 1 at most.")


def _votes(_: Scenario, path: Path, council: Council) -> Iterator[Fault]:
    members = len(council.members)
    if council.needed > members:
        yield Fault((*path, "needed"), f"{council.needed} votes are needed, but there are {members} members.")


def _voting_days(scenario: Scenario, path: Path, council: Council) -> Iterator[Fault]:
    seen: set[date] = set()
    first = first_day(scenario)
    for place, day in enumerate(council.draft.dates):
        where = (*path, "draft", "dates", str(place))
        outside = f"It is before the first day, {first}." if day < first else _outside(scenario.calendar, day)
        if outside or day in seen:
            yield Fault(where, outside or "This day stands twice.")
        seen.add(day)


def calendars(scenario: Scenario) -> list[Thing]:
    """The calendar."""
    return [(("calendar",), scenario.calendar)]


CHECKS: Final = (
    Check("that the first round fits before the horizon", the_case, _horizon),
    Check("that the deadline comes after the start", the_case, _deadline),
    Check("that fixed formats are for days of the round", the_case, _formats),
    Check("that events lie between a year before the start and the horizon", events, _dated),
    Check("that no two events of a kind are at one front on one day", the_case, _alone),
    Check("that prolongations prolong a pause", events, _prolonged),
    Check("that pauses begin before the horizon", fronts, _pause),
    Check("that the parts of authors sum to 1 at most", fronts, _authors),
    Check("that the Council has as many members as votes needed", councils, _votes),
    Check("that the Council votes between the first day and the horizon", councils, _voting_days),
)
