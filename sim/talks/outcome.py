"""What a run yields, column by column."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sim.talks.records import Vector
from sim.talks.seating import Seated

Column: TypeAlias = NDArray[Any]
NOT_OPENED: Final = -0.0
"""Stands for every value of a round that a run did not have: no whole number has these bits."""
DAY: Final = "day, 0 is the start of the calendar; empty if it never came"


@dataclass(frozen=True)
class Quantity:
    """One column of the outcome: its name, what it means, and where on the vector it stands."""

    name: str
    meaning: str
    noun: str
    row: tuple[int, ...]
    field: str

    @property
    def is_day(self) -> bool:
        """Whether it is the day on which something came."""
        return DAY in self.meaning


def quantities(seated: Seated) -> tuple[Quantity, ...]:
    """Every column of a case's outcome, in order."""
    return (*of_the_room(), *of_the_delegations(seated), *of_the_issues(seated), *of_the_war(seated))


def of_the_room() -> Iterator[Quantity]:
    """How the talks as a whole went."""
    for name, meaning, noun, field in (
        ("ending", "of the last round played", "room", "ending"),
        ("last_day", DAY, "room", "day"),
        ("progress", "at most 1; below 0 if the offers drifted apart", "room", "progress"),
        ("gap_closed", "share of the gap at the start; below 0 if it widened", "room", "gap_closed"),
        ("list_agreed_on", DAY, "agenda", "items_agreed_on"),
        ("order_agreed_on", DAY, "agenda", "order_agreed_on"),
        ("order", "1 parallel tracks, 0 a sequence", "agenda", "order"),
        ("next_round_agreed_on", DAY, "room", "dated_on"),
        ("next_round_opened_on", DAY, "room", "reopened_on"),
        ("sessions_held", "a count", "room", "sessions_held"),
        ("suspended", "sessions called off by the mediator", "room", "suspended"),
        ("meetings", "of the great powers", "great_powers", "meetings"),
        ("cooperation", "of the great powers at the end, in [0, 1]", "great_powers", "cooperation"),
        ("adopted_on", DAY, "council", "adopted_on"),
        ("strength", "of the council's text at the end, in [0, 1]", "council", "strength"),
        ("attacks", "a count", "room", "attacks"),
        ("established", "attacks whose author is known", "room", "established"),
    ):
        yield Quantity(name, meaning, noun, (0,), field)


def of_the_delegations(seated: Seated) -> Iterator[Quantity]:
    """Who walked out, came back, stayed away, and what they think of each other at the end."""
    for d, party in enumerate(seated.delegations):
        for name, meaning in (
            ("walkouts", "a count"), ("walked_on", "first walkout: " + DAY),
            ("walked_in", "session of the first walkout; 0 none"), ("walked_over", "reason of the first walkout"),
            ("returns", "a count"), ("no_shows", "openings it stayed away from"), ("away", "1 or 0, at the end"),
            ("grievance", "at the end, in [0, 1]"),
        ):  # fmt: skip
            yield Quantity(f"{name}.{party}", meaning, "delegations", (d,), name)
        for e, other in enumerate(seated.delegations):
            if e != d:
                yield Quantity(f"trust.{party}.{other}", "at the end, in [0, 1]", "bonds", (d, e), "trust")
                meaning = "attacks laid at the other's door, each as far as it is believed"
                yield Quantity(f"blamed.{party}.{other}", meaning, "bonds", (d, e), "blamed")


def of_the_issues(seated: Seated) -> Iterator[Quantity]:
    """What was agreed, and the last text."""
    for i, issue in enumerate(seated.issues):
        yield Quantity(f"agreed_on.{issue}", DAY, "issues", (i,), "agreed_on")
        yield Quantity(f"text.{issue}", "the last text, in [0, 1]; -1 if there was none", "issues", (i,), "text")


def of_the_war(seated: Seated) -> Iterator[Quantity]:
    """Who got out, and which thresholds were met."""
    for f, front in enumerate(seated.fronts):
        yield Quantity(f"out.{front}", "people", "fronts", (f,), "out")
    for n, threshold in enumerate(seated.thresholds):
        yield Quantity(f"met_on.{threshold}", DAY, "thresholds", (n,), "met_on")


@lru_cache(64)
def entries(seated: Seated) -> list[int]:
    """Where the columns stand on the vector."""
    return [seated.layout.entry(one.noun, one.row, one.field) for one in quantities(seated)]


def columns(seated: Seated, outcomes: Vector) -> dict[str, Column]:
    """The columns by name, counts and days as whole numbers, of rows of entries (runs x columns)."""
    return {
        one.name: np.ascontiguousarray(outcomes[:, place]).view(seated.layout.type_of(one.noun, one.field))
        for place, one in enumerate(quantities(seated))
    }
