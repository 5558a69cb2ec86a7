"""What may happen in a run: columns in, yes or no for each run out."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

from sim.analysis.counts import any_walked, walked
from tests.model.cases import NEVER
from tests.model.playing import Columns
from tests.model.table import CLOSE
from tests.verification.fact import Numbers

SIDES: Final = ("government", "opposition")
Outcome: TypeAlias = Callable[[Columns], Numbers]


def listed(columns: Columns) -> Numbers:
    """In which runs the list is agreed."""
    return columns["list_agreed_on"] > NEVER


def ordered(columns: Columns) -> Numbers:
    """In which runs its order is."""
    return columns["order_agreed_on"] > NEVER


def dated(columns: Columns) -> Numbers:
    """In which runs another round is dated at the close."""
    return (columns["next_round_agreed_on"] > NEVER) & (columns["next_round_agreed_on"] <= CLOSE)


def walks(side: str) -> Outcome:
    """In which runs a side walks out, or anybody."""
    return partial(any_walked, delegations=SIDES) if side == "any" else partial(walked, delegation=side)


def ends(place: int) -> Outcome:
    """In which runs the round ends so."""
    return lambda columns: columns["ending"] == place
