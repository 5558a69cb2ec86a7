"""What a study of sensitivity found, in words."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.analysis import response

if TYPE_CHECKING:
    from sim.analysis.indices import Indices
    from sim.analysis.screening import Screening

ALONE, PARTLY = 0.8, 0.5
"""From which part of its total on a first index says that a number acts alone, or in part."""


def findings(screening: "Screening", indices: "Indices | None") -> Iterator[str]:
    """What was found, a sentence each."""
    what, all_numbers, shown = response.words(screening.case, screening.outcome), len(screening.frame), screening.shown
    if not shown:
        yield f"None of {all_numbers} numbers is shown to move {what}: luck alone could give all that is seen."
        return
    rest = all_numbers - len(shown)
    yield f"Of {all_numbers} numbers, {len(shown)} {_verb(len(shown), 'move')} {what}" + (
        f"; for {rest} no influence is shown." if rest else "."
    )
    top = screening.frame.loc[shown[0]]
    amount = signed(top["mu_star"], top["mu_star_low"], top["mu_star_high"], share=response.is_share(screening.outcome))
    yield f"{shown[0]} matters most: from one end of its range to the other it changes by {amount} in the mean."
    if indices is not None:
        yield from _together(indices)


def _together(indices: "Indices") -> Iterator[str]:
    if not indices.frame["total"].any():
        yield "Over the numbers that were measured it is the same everywhere: there is nothing to explain."
        return
    for sort, paths in ways(indices).items():
        if paths:
            yield f"{listed(paths)} {_verb(len(paths), 'act')} {sort}."


def ways(indices: "Indices") -> dict[str, list[str]]:
    """Which of the numbers act by themselves, and which by what the others are."""
    found: dict[str, list[str]] = {"alone": [], "partly with the others": [], "mostly with the others": []}
    for path, first, total in zip(indices.frame.index, indices.frame["first"], indices.frame["total"], strict=True):
        found[way(first, total)].append(str(path))
    return found


def way(first: float, total: float) -> str:
    """How a number acts whose first and total indices are these."""
    part = first / total if total > 0 else 1.0
    return "alone" if part >= ALONE else "partly with the others" if part >= PARTLY else "mostly with the others"


def signed(value: float, low: float, high: float, *, share: bool) -> str:
    """A change with its interval, the ends rounded outward: ``14 points (12 to 17)``, or in the unit of the amount."""
    unit = 100.0 if share else 1.0
    digits = _digits((high - low) * unit / 2)
    step = 10.0**digits
    least, most = math.floor(low * unit * step + 1e-9) / step, math.ceil(high * unit * step - 1e-9) / step
    ends = f"({least:,.{digits}f} to {most:,.{digits}f})".replace("-", "−")
    return f"{value * unit:,.{digits}f}{' points' if share else ''} {ends}".replace("-", "−")


def _digits(half: float) -> int:
    """As many digits as an interval of this half-width supports: none if it is 0.5 or more."""
    return 0 if half >= 0.5 else 1 if half >= 0.05 or half == 0 else min(6, 1 - math.floor(math.log10(half)))


def listed(names: list[str]) -> str:
    """Several names in a sentence."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _verb(count: int, verb: str) -> str:
    return f"{verb}s" if count == 1 else verb
