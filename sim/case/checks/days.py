"""Checks on dates: the calendar and the dated events."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from sim.case.broken import BROKEN
from sim.case.calendar import Calendar
from sim.case.checks.fault import Check, Fault, events, issues, the_case
from sim.case.issue import Issue
from sim.case.scenario import Scenario
from sim.case.walk import Path

EARLIEST: Final = 366


def outside(calendar: Calendar, day: date) -> str | None:
    """Say why a day is none of the story's, if it is none."""
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
            yield Fault(path, f"There is no day {day}: sessions_per_round is {days}.")


def _dated(scenario: Scenario, path: Path, event: Any) -> Iterator[Fault]:  # noqa: ANN401
    wrong = outside(scenario.calendar, event.date)
    if wrong:
        yield Fault((*path, "date"), wrong)


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


def _too_late(scenario: Scenario, path: Path, issue: Issue) -> Iterator[Fault]:
    if issue.deadline is not None and issue.deadline < scenario.calendar.start:
        yield Fault((*path, "deadline"), f"It is before the first day, {scenario.calendar.start}.")


CHECKS: Final = (
    Check("that the first round fits before the horizon", the_case, _horizon),
    Check("that the deadline comes after the start", the_case, _deadline),
    Check("that no deadline of an issue comes before the start", issues, _too_late),
    Check("that fixed formats are for days of the round", the_case, _formats),
    Check("that events lie between a year before the start and the horizon", events, _dated),
    Check("that no two events of a kind are at one front on one day", the_case, _alone),
)
