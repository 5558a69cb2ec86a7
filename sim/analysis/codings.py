"""How far two codings of the same talks lie apart, number by number and choice by choice."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sim.case.number import centre

if TYPE_CHECKING:
    from sim.case.delegation import Delegation
    from sim.case.number import Number
    from sim.case.scenario import Scenario

Value = float | str | bool
NEAR = 0.1
"""Within half a step of the rubric's ladder."""


class Pair(NamedTuple):
    """One thing that both coders had to say: of which kind, where, and what each said."""

    kind: str
    where: str
    first: Value
    second: Value

    @property
    def apart(self) -> float:
        """How far apart the two are: the distance of numbers; 0 or 1 for a choice."""
        if isinstance(self.first, float) and isinstance(self.second, float):
            return abs(self.first - self.second)
        return float(self.first != self.second)


def pairs(first: "Scenario", second: "Scenario") -> Iterator[Pair]:
    """Everything that two codings of one case can be compared in.

    Delegations and fronts are matched by their order, issues by their names; a number that is drawn counts by its mean.
    Sponsors have no names in common and are compared by their number alone.
    """
    yield Pair("mediator's style", "mediator", first.mediator.style, second.mediator.style)
    yield Pair("rounds", "calendar", float(first.calendar.rounds), float(second.calendar.rounds))
    sessions = (float(one.calendar.sessions_per_round) for one in (first, second))
    yield Pair("sessions a round", "calendar", *sessions)
    yield Pair("sponsors", "sponsors", float(len(first.sponsors)), float(len(second.sponsors)))
    yield Pair("cooperation", "great powers", centre(first.great_powers.cooperation),
               centre(second.great_powers.cooperation))  # fmt: skip
    yield Pair("agenda settled", "agenda", *(one.agenda is None or one.agenda.settled for one in (first, second)))
    yield Pair("fronts", "ground", float(len(first.ground)), float(len(second.ground)))
    for place, front, other_front in zip(first.ground, first.ground.values(), second.ground.values(), strict=False):
        for kind in ("violence_per_day", "branching", "monitoring"):
            yield Pair(kind, place, centre(getattr(front, kind)), centre(getattr(other_front, kind)))
    for name, one, other in zip(first.delegations, first.delegations.values(), second.delegations.values(),
                                strict=False):  # fmt: skip
        yield from _delegation(name, one, other)


def _delegation(name: str, first: "Delegation", second: "Delegation") -> Iterator[Pair]:
    yield Pair("tactic", name, first.tactic.name, second.tactic.name)
    yield Pair("beta", name, centre(first.tactic.beta), centre(second.tactic.beta))
    for kind in ("grievance", "agenda_demand", "required_progress", "influence"):
        yield Pair(kind, name, centre(getattr(first, kind)), centre(getattr(second, kind)))
    yield Pair("trust", name, _trust(first.trust), _trust(second.trust))
    for issue in (issue for issue in first.positions if issue in second.positions):
        one, other = first.positions[issue], second.positions[issue]
        for kind in ("ideal", "limit", "salience"):
            yield Pair(kind, f"{name}, {issue}", centre(getattr(one, kind)), centre(getattr(other, kind)))
        yield Pair("red line", f"{name}, {issue}", one.red_line, other.red_line)


def _trust(value: "Number | dict[str, Number]") -> float:
    """The mean trust, where each other one has its own."""
    return sum(map(centre, value.values())) / len(value) if isinstance(value, dict) else centre(value)
