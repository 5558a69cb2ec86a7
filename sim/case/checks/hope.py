"""Thresholds that can never be met. Only what is certain is refused."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from sim.case.checks.days import first_day
from sim.case.checks.fault import Check, Fault, Path, thresholds
from sim.case.delegation import Position
from sim.case.front import Front
from sim.case.number import ends
from sim.case.scenario import Scenario
from sim.case.threshold import KINDS, Threshold

NEVER: Final = "This can never be met: "


def _one_kind(_: Scenario, path: Path, threshold: Threshold) -> Iterator[Fault]:
    given = [kind for kind in KINDS if getattr(threshold, kind) is not None]
    if not given:
        yield Fault(path, f"It says nothing to watch for. Write one of {', '.join(KINDS)}.")
    if len(given) > 1:
        yield Fault(path, f"It watches for {' and '.join(given)}. A threshold has one of them.")
    if threshold.at is not None and "evacuated" not in given:
        yield Fault((*path, "at"), "`at` belongs to `evacuated`. Nothing else here has a front.")


def _by(scenario: Scenario, path: Path, threshold: Threshold) -> Iterator[Fault]:
    if threshold.by is None:
        return
    earliest, what = _earliest(scenario, threshold)
    if threshold.by < earliest:
        yield Fault((*path, "by"), f"{NEVER}{what} is {earliest}.")


def _earliest(scenario: Scenario, threshold: Threshold) -> tuple[date, str]:
    calendar = scenario.calendar
    intermission = timedelta(days=calendar.intermission_days)
    close = timedelta(days=calendar.sessions_per_round - 1)
    match threshold.kind:
        case "evacuated" | "council":
            return first_day(scenario), "the first day"
        case "next_round" if threshold.next_round == "agreed":
            return calendar.start + min(close, intermission), "the first day on which a further round can be agreed"
        case "next_round":
            return calendar.start + intermission, "the first day on which a further round can open"
    return calendar.start, "the first day of the talks"


def _evacuated(scenario: Scenario, path: Path, threshold: Threshold) -> Iterator[Fault]:
    if threshold.evacuated is None:
        return
    fronts = scenario.ground if threshold.at is None else {threshold.at: scenario.ground[threshold.at]}
    wanted = ends(threshold.evacuated)[0]
    trapped = [ends(front.trapped)[1] for front in fronts.values()]
    most = 0.0
    for people in trapped:
        most += people
    if wanted > most:
        yield Fault((*path, "evacuated"), f"{NEVER}only {most:,.6g} people are trapped.")
    elif not any(_lets_out(scenario, name, front) for name, front in fronts.items()):
        yield Fault((*path, "evacuated"), f"{NEVER}without a pause or a dated evacuation nobody gets out.")


def _lets_out(scenario: Scenario, name: str, front: Front) -> bool:
    dated = any(event.kind == "evacuation" and event.at == name for event in scenario.events.values())
    return dated or (front.pause is not None and ends(front.evacuated_per_day)[1] > 0)


def _agenda(scenario: Scenario, path: Path, threshold: Threshold) -> Iterator[Fault]:
    if threshold.agenda is not None and scenario.agenda is None:
        yield Fault((*path, "agenda"), f"{NEVER}there is no agenda.")


def _council(scenario: Scenario, path: Path, threshold: Threshold) -> Iterator[Fault]:
    if threshold.council is None:
        return
    if scenario.council is None:
        yield Fault((*path, "council"), f"{NEVER}there is no council.")
    elif threshold.by is not None and min(scenario.council.draft.dates) > threshold.by:
        vote = min(scenario.council.draft.dates)
        yield Fault((*path, "by"), f"{NEVER}the first vote is on {vote}.")


def _opened(scenario: Scenario, path: Path, threshold: Threshold) -> Iterator[Fault]:
    calendar = scenario.calendar
    if threshold.next_round == "opened" and calendar.intermission_days > calendar.horizon_days:
        yield Fault((*path, "next_round"), f"{NEVER}the story ends before the first intermission does.")


def _zone(scenario: Scenario, path: Path, threshold: Threshold) -> Iterator[Fault]:
    if threshold.text_in_zone is None:
        return
    for (a, mine), (b, theirs) in _pairs(scenario, threshold.text_in_zone):
        sure = scenario.spread == 0 or (mine.red_line and theirs.red_line)
        if sure and _apart(mine, theirs):
            yield Fault((*path, "text_in_zone"), f"{NEVER}the limits of {a} and {b} leave no zone of agreement.")
            return


def _agreed(scenario: Scenario, path: Path, threshold: Threshold) -> Iterator[Fault]:
    if threshold.agreed is None:
        return
    issue = threshold.agreed
    together = [name for name, other in scenario.issues.items() if other.is_linked]
    for name in together if scenario.issues[issue].is_linked else [issue]:
        for (a, mine), (b, theirs) in _pairs(scenario, name):
            if mine.red_line and theirs.red_line and _apart(mine, theirs):
                link = "" if name == issue else ", to which it is linked"
                yield Fault(
                    (*path, "agreed"), f"{NEVER}the red lines of {a} and {b} exclude each other on {name}{link}."
                )
                return


def _pairs(scenario: Scenario, issue: str) -> Iterator[tuple[tuple[str, Position], tuple[str, Position]]]:
    stakes = [
        (name, delegation.positions[issue])
        for name, delegation in scenario.delegations.items()
        if issue in delegation.positions
    ]
    yield from combinations(stakes, 2)


def _apart(mine: Position, theirs: Position) -> bool:
    """Whether no text is within both limits, however ideals and limits that are distributions are drawn."""
    (low, high), (bottom, top) = _acceptable(mine), _acceptable(theirs)
    return low > top + 1e-12 or bottom > high + 1e-12


def _acceptable(position: Position) -> tuple[float, float]:
    """The texts that could be within a limit: from the limit on, on the side of the ideal."""
    if not isinstance(position.ideal, float) or not isinstance(position.limit, float):
        return (0.0, 1.0)
    if position.ideal == position.limit:
        return (position.limit, position.limit)
    return (position.limit, 1.0) if position.limit < position.ideal else (0.0, position.limit)


ONE_KIND: Final = Check("that thresholds watch for one thing each", thresholds, _one_kind)
CHECKS: Final = tuple(
    Check("that thresholds can be met", thresholds, rule, of_hope=True)
    for rule in (_by, _evacuated, _agenda, _council, _opened, _zone, _agreed)
)
