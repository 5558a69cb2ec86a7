"""A claim about many runs that is tested: ``walkout.any<=0.3``."""

import operator
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

import typer

from sim.analysis import counts
from sim.analysis.intervals import wilson
from sim.analysis.means import Mean, amounts, means
from sim.case.nearest import nearest
from sim.rules.endings import ENDINGS
from sim.talks.outcome import Column
from sim.talks.seating import Seated

COMPARISONS: Final[dict[str, Callable[[float, float], bool]]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}
GRAMMAR: Final = re.compile(r"\s*([a-z_]+(?:\.[a-z0-9_]+)+)\s*(<=|>=|<|>)\s*([-+]?[0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?)\s*")


@dataclass(frozen=True)
class Expectation:
    """What is claimed of a quantity: how it compares with a bound."""

    quantity: str
    comparison: str
    bound: float

    def __str__(self) -> str:
        """As it is typed."""
        return f"{self.quantity}{self.comparison}{self.bound:g}"

    def holds(self, found: Mean, *, sure: bool) -> bool:
        """Whether it holds of the estimate or, to be sure, of the end of its interval that is nearer to failing."""
        nearer = found.high if self.comparison[0] == "<" else found.low
        return COMPARISONS[self.comparison](nearer if sure else found.mean, self.bound)


def read(claim: str, known: Collection[str]) -> Expectation:
    """Read a claim about one of the known quantities; raises typer.BadParameter with what was meant."""
    match = GRAMMAR.fullmatch(claim)
    if not match:
        raise typer.BadParameter(
            f"“{claim}” is no claim. Write one as in walkout.any<=0.3, with <=, >=, < or >.", param_hint="--expect"
        )
    quantity, comparison, bound = match.groups()
    if quantity not in known:
        meant = nearest(quantity, known)
        raise typer.BadParameter(
            f"There is no {quantity} to expect." + (f" Did you mean {meant}?" if meant else ""), param_hint="--expect"
        )
    return Expectation(quantity, comparison, float(bound))


def names(seated: Seated) -> list[str]:
    """Everything that can be claimed of a case."""
    return [
        *(f"ending.{name}" for name in ENDINGS),
        "walkout.any",
        *(f"walkout.{key}" for key in seated.delegations),
        *(f"threshold.{key}" for key in seated.thresholds),
        *(f"mean.{name}" for name in amounts(seated)),
    ]


def estimates(seated: Seated, columns: Mapping[str, Column]) -> dict[str, Mean]:
    """What many runs say of everything that can be claimed."""
    shares = {
        **{f"ending.{name}": one for name, one in counts.endings(columns).items()},
        **{f"walkout.{name}": one for name, one in counts.walkouts(columns, seated.delegations).items()},
        **{f"threshold.{name}": one for name, one in counts.reached(columns, seated.thresholds).items()},
    }
    found = {name: Mean(one.times / one.runs, *wilson(*one)) for name, one in shares.items()}
    return found | {f"mean.{name}": one for name, one in means(seated, columns).items()}
