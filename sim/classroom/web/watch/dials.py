"""Which numbers of a case are put on sliders: those that tell most, the most telling first."""

import re
from collections.abc import Iterator
from itertools import islice
from math import floor
from typing import Final

from sim.case.days import number
from sim.case.names import party
from sim.case.number import Number, centre
from sim.case.scenario import Scenario
from sim.classroom.web.watch.dial import AS_IT_WAS, Choice, Dial, Slider
from sim.classroom.web.watch.orders import orders
from sim.study.values import plain

FIRST: Final = 7
"""So many are seen at once; the others are folded away."""
MOST: Final = 11
SPONSORS: Final = 2
"""So many of them stand among the first."""
STYLES: Final = {"facilitation": "listens", "formulation": "drafts", "manipulation": "presses"}
AT_MOST: Final = 200.0
"""Attacks a day, as many as a case may have."""


def dials(case: Scenario) -> tuple[Dial, ...]:
    """The sliders and choices of a case.

    Those of the world come first, since they move the ends of talks most; then what each delegation feels.
    """
    return tuple(islice(_all(case), MOST))


def _all(case: Scenario) -> Iterator[Dial]:
    backing, fronts = list(_sponsors(case)), list(case.ground)
    yield from _powers(case)
    yield from backing[:SPONSORS]
    yield from _ground(case, fronts[:1])
    yield _style(case)
    yield from orders(case)
    yield from backing[SPONSORS:]
    yield from _ground(case, fronts[1:])
    yield from _trust(case)
    yield from _anger(case)


def _powers(case: Scenario) -> Iterator[Slider]:
    """How well the great powers work together; nothing hangs on it where there are none."""
    if case.sponsors or case.council:
        path, ends = "great_powers.cooperation", ("not at all", "fully")
        yield share(path, "Great powers work together", ends, case.great_powers.cooperation)


def _sponsors(case: Scenario) -> Iterator[Slider]:
    """What each sponsor wants, those with the firmest hold first."""
    hold = {key: sum(map(centre, one.leverage.values())) for key, one in case.sponsors.items()}
    for key in sorted(hold, key=lambda key: -hold[key]):
        name = f"{party(key, case.sponsors[key])} wants a settlement"
        if hold[key]:
            yield share(f"sponsors.{key}.commitment", name, ("not at all", "above all"), case.sponsors[key].commitment)


def _ground(case: Scenario, fronts: list[str]) -> Iterator[Slider]:
    """The war on some fronts, and how much of it is cleared up."""
    for key in fronts:
        front = case.ground[key]
        name = re.sub(r"^The\b", "the", party(key, front))
        yield amount(f"ground.{key}.violence_per_day", f"Violence in {name}", front.violence_per_day)
        yield share(f"ground.{key}.monitoring", f"Monitoring in {name}", ("none", "complete"), front.monitoring)


def _style(case: Scenario) -> Choice:
    """How the mediator goes about it."""
    own, name = case.mediator.style, case.mediator.name
    ways = tuple((words, "" if key == own else f"mediator.style={key}") for key, words in STYLES.items())
    return Choice("mediator.style", name[:1].upper() + name[1:], ways)


def _trust(case: Scenario) -> Iterator[Slider]:
    """How far each delegation trusts the others; or each of the others, where the case tells them apart."""
    others = "the other side" if len(case.delegations) == 2 else "the others"
    for key, one in case.delegations.items():
        path, name, ends = f"delegations.{key}.trust", party(key, one), ("not at all", "fully")
        if not isinstance(one.trust, dict):
            yield share(path, f"{name} trusts {others}", ends, one.trust)
            continue
        for other, trust in one.trust.items():
            yield share(f"{path}.{other}", f"{name} trusts {party(other, case.delegations[other])}", ends, trust)


def _anger(case: Scenario) -> Iterator[Slider]:
    """How angry each delegation is when the talks begin."""
    for key, one in case.delegations.items():
        ends = ("not at all", "beside itself")
        yield share(f"delegations.{key}.grievance", f"{party(key, one)} is angry", ends, one.grievance)


def share(path: str, name: str, ends: tuple[str, str], given: Number) -> Slider:
    """A slider from 0 to 1."""
    was = centre(given)
    said = number(was) if isinstance(given, float | int) else AS_IT_WAS
    step = 0.05 if plain(round(round(was / 0.05) * 0.05, 6)) == plain(was) else 0.01
    return Slider(path, name, ends, was, said, step=step)


def amount(path: str, name: str, given: Number) -> Slider:
    """A slider from none to three times as much as it was; where there was none, to one a day."""
    was = centre(given)
    if not was:
        return Slider(path, name, ("none", "one a day"), 0.0, "0")
    high = min(3.0, floor(AT_MOST / was * 10) / 10)
    ends = ("none", "three times" if high == 3 else f"{number(high)} times")
    return Slider(path, name, ends, 1.0, AS_IT_WAS, high=high, unit=was, in_times=True)
