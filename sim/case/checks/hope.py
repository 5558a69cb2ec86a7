"""Thresholds that can never be met. Only what is certain is refused."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from sim.case.calendar import DAY
from sim.case.checks.fault import Check, Fault, Thing, thresholds
from sim.case.checks.prospects import Prospects
from sim.case.number import ends
from sim.case.scenario import Scenario
from sim.case.threshold import KINDS, Threshold
from sim.case.walk import Path

NEVER: Final = "This can never be met: "


class Hope(NamedTuple):
    """A threshold, and what is certain of the case that it stands in."""

    threshold: Threshold
    prospects: Prospects


def hopes(scenario: Scenario) -> list[Thing]:
    """Every threshold, with what is certain of the case."""
    prospects = Prospects(scenario)
    return [(path, Hope(threshold, prospects)) for path, threshold in thresholds(scenario)]


def _one_kind(_: Scenario, path: Path, threshold: Threshold) -> Iterator[Fault]:
    given = [kind for kind in KINDS if getattr(threshold, kind) is not None]
    if not given:
        yield Fault(path, f"It says nothing to watch for. Write one of {', '.join(KINDS)}.")
    if len(given) > 1:
        yield Fault(path, f"It watches for {' and '.join(given)}. A threshold has one of them.")
    if threshold.at is not None and "evacuated" not in given:
        yield Fault((*path, "at"), "`at` belongs to `evacuated`. Nothing else here has a front.")


def _by(scenario: Scenario, path: Path, hope: Hope) -> Iterator[Fault]:
    if hope.threshold.by is None:
        return
    earliest, what = _earliest(scenario, hope)
    if hope.threshold.by < earliest:
        yield Fault((*path, "by"), f"{NEVER}{what} is {earliest}.")


def _earliest(scenario: Scenario, hope: Hope) -> tuple[date, str]:
    calendar = scenario.calendar
    intermission = calendar.intermission_days * DAY
    close = (calendar.sessions_per_round - 1) * DAY
    match hope.threshold.kind, hope.threshold.next_round:
        case "evacuated" | "council", _:
            return scenario.first_day, "the first day"
        case "next_round", "agreed":
            return calendar.start + min(close, intermission), "the first day on which a further round can be agreed"
        case "next_round", _:
            return calendar.start + intermission, "the first day on which a further round can open"
    return calendar.start, "the first day of the talks"


def _evacuated(_: Scenario, path: Path, hope: Hope) -> Iterator[Fault]:
    threshold, prospects = hope
    if threshold.evacuated is None:
        return
    most = prospects.most_out_of_all if threshold.at is None else prospects.most_out[threshold.at]
    if ends(threshold.evacuated)[0] <= most:
        return
    why = f"only {most:,.6g} people can leave." if most > 0 else "nobody can leave, for want of people, pause or event."
    yield Fault((*path, "evacuated"), f"{NEVER}{why}")


def _agenda(scenario: Scenario, path: Path, hope: Hope) -> Iterator[Fault]:
    if hope.threshold.agenda is not None and scenario.agenda is None:
        yield Fault((*path, "agenda"), f"{NEVER}there is no agenda.")


def _council(scenario: Scenario, path: Path, hope: Hope) -> Iterator[Fault]:
    if hope.threshold.council is None:
        return
    if scenario.council is None:
        yield Fault((*path, "council"), f"{NEVER}there is no council.")
    elif hope.threshold.by is not None and min(scenario.council.draft.dates) > hope.threshold.by:
        vote = min(scenario.council.draft.dates)
        yield Fault((*path, "by"), f"{NEVER}the first vote is on {vote}.")


def _opened(scenario: Scenario, path: Path, hope: Hope) -> Iterator[Fault]:
    calendar = scenario.calendar
    if hope.threshold.next_round == "opened" and calendar.intermission_days > calendar.horizon_days:
        yield Fault((*path, "next_round"), f"{NEVER}the story ends before the first intermission does.")


def _zone(_: Scenario, path: Path, hope: Hope) -> Iterator[Fault]:
    issue = hope.threshold.text_in_zone
    clash = None if issue is None else hope.prospects.clash(issue, red_lines=False)
    if clash is not None:
        yield Fault(
            (*path, "text_in_zone"), f"{NEVER}the limits of {clash[0]} and {clash[1]} leave no zone of agreement."
        )


def _agreed(scenario: Scenario, path: Path, hope: Hope) -> Iterator[Fault]:
    issue = hope.threshold.agreed
    if issue is None:
        return
    clash = hope.prospects.clash(issue, red_lines=True)
    linked = None if clash or not scenario.issues[issue].is_linked else hope.prospects.linked_clash
    where = issue if linked is None else f"{linked[0]}, to which it is linked"
    parties = clash if linked is None else linked[1]
    if parties is not None:
        what = f"the red lines of {parties[0]} and {parties[1]} exclude each other on {where}."
        yield Fault((*path, "agreed"), f"{NEVER}{what}")


ONE_KIND: Final = Check("that thresholds watch for one thing each", thresholds, _one_kind)
CHECKS: Final = tuple(
    Check("that thresholds can be met", hopes, rule, of_hope=True)
    for rule in (_by, _evacuated, _agenda, _council, _opened, _zone, _agreed)
)
