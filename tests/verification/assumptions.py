"""The numbers that are the same for everybody, each at half and at one and a half of its value: what survives."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sim.case.behaviour import Behaviour
from sim.case.number import Within
from tests.model.cases import seated
from tests.model.playing import Columns, played
from tests.model.table import HEADINGS, shares
from tests.parameters.fields import of_field
from tests.verification.conclusions import BASE, CONCLUSIONS, WORLDS
from tests.verification.fact import Figure

RUNS: Final = 20_000
FACTORS: Final = (0.5, 1.5)
SHOWN: Final = HEADINGS[:6]


class Change(NamedTuple):
    """One number of `behaviour` at another value; no name where nothing is changed."""

    name: str = ""
    default: float = 0.0
    value: float = 0.0
    clipped: bool = False

    @property
    def settings(self) -> tuple[str, ...]:
        """What is set."""
        return (f"behaviour.{self.name}={self.value!r}",) if self.name else ()


class Outcome(NamedTuple):
    """What comes of a change: the shares of the default case, and the figure that decides each conclusion."""

    change: Change
    shares: tuple[float, ...]
    decided: tuple[Figure, ...]

    @property
    def verdicts(self) -> tuple[str, ...]:
        """Of each conclusion: that it `holds`, is `turned` round, or is left `open` by so many runs."""
        return tuple("holds" if one.holds else "turned" if turned(one) else "open" for one in self.decided)


def turned(figure: Figure) -> bool:
    """Whether all of the interval lies beyond what the conclusion says."""
    return figure.high <= figure.band.above or figure.low >= figure.band.below


def changes() -> Iterator[Change]:
    """Nothing changed, and then each number, less and more, within its range."""
    yield Change()
    for name, field in Behaviour.model_fields.items():
        ranges = [within for _, within in of_field(field) if within]
        for factor in FACTORS:
            wanted = factor * float(field.default)
            value = (ranges[0] if ranges else Within()).clip(wanted)
            yield Change(name, float(field.default), round(value, 9), value != wanted)


def outcomes() -> Iterator[Outcome]:
    """Play every world of the conclusions with every change, seed 1, in the same luck."""
    for change in changes():
        worlds = {name: world(name, change) for name in WORLDS}
        figures = tuple(one.decide(worlds) for one in CONCLUSIONS)
        yield Outcome(change, shares(worlds[BASE])[: len(SHOWN)], figures)


def world(name: str, change: Change) -> Columns:
    """Play one world with a change."""
    source, settings = WORLDS[name]
    return played(seated(source, *settings, *change.settings), RUNS)
