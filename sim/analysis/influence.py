"""What a study of sensitivity found, in words."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sim.analysis import response
from sim.analysis.card import numbered

if TYPE_CHECKING:
    import pandas as pd

    from sim.analysis.indices import Indices
    from sim.analysis.screening import Screening

STEADY: Final = 0.9
"""The part of mu_star that mu is, with either sign, where the outcome nearly always moves the same way."""

MOST_DIGITS: Final = 6


def findings(screening: "Screening", indices: "Indices | None") -> Iterator[str]:
    """What was found, a sentence each."""
    what, all_numbers, shown = (
        response.in_words(screening.case, screening.outcome),
        len(screening.frame),
        screening.shown,
    )
    if not shown:
        none = "The number is not" if all_numbers == 1 else f"None of {all_numbers} numbers is"
        yield f"{none} shown to move {what}: luck alone could give all that is seen."
        return
    rest = all_numbers - len(shown)
    yield f"Of {numbered(all_numbers, 'number')}, {len(shown)} {_verb(len(shown), 'move')} {what}" + (
        f"; for {rest} no influence is shown." if rest else "."
    )
    top = screening.frame.loc[shown[0]]
    amount = signed(top["mu_star"], top["mu_star_low"], top["mu_star_high"], share=response.is_share(screening.outcome))
    yield f"{shown[0]} matters most: as it goes through its range, that {moves(top)} by {amount} in the mean."
    if indices is not None:
        yield from _together(indices)


def moves(row: "pd.Series") -> str:
    """Whether the outcome rises or falls as a number rises, of its row in the frame of a screening; or does both."""
    part = row["mu"] / row["mu_star"]
    return "rises" if part >= STEADY else "falls" if part <= -STEADY else "changes"


def _together(indices: "Indices") -> Iterator[str]:
    if not indices.frame["total"].any():
        yield "Over the numbers that were measured it is the same everywhere: there is nothing to explain."
        return
    with_others = entangled(indices)
    if with_others:
        yield f"What {listed(with_others)} {_verb(len(with_others), 'do')} depends on the others."
    if alone := [str(path) for path in indices.frame.index if path not in with_others]:
        yield f"{listed(alone)} {_verb(len(alone), 'act')} alone, as far as {len(indices.frame)} numbers can show."


def entangled(indices: "Indices") -> list[str]:
    """The numbers whose total index lies above their first one, with both intervals."""
    frame = indices.frame
    return [str(path) for path in frame.index[frame["total_low"] > frame["first_high"]]]


def signed(value: float, low: float, high: float, *, share: bool) -> str:
    """A change with its interval, the ends rounded outward: ``14 points (12 to 17)``, or in the unit of the amount."""
    unit = 100.0 if share else 1.0
    digits = _digits((high - low) * unit / 2)
    while low > 0 and low * unit * 10**digits < 1 and digits < MOST_DIGITS:
        digits += 1  # what keeps clear of 0 is seen to
    step = 10.0**digits
    least, most = math.floor(low * unit * step + 1e-9) / step, math.ceil(high * unit * step - 1e-9) / step
    ends = f"({least:,.{digits}f} to {most:,.{digits}f})".replace("-", "−")
    return f"{value * unit:,.{digits}f}{' points' if share else ''} {ends}".replace("-", "−")


def between(low: float, high: float) -> str:
    """A range of a number: ``0.2 to 0.4``."""
    return f"{low:.4g} to {high:.4g}".replace("-", "−")


def _digits(half: float) -> int:
    """As many digits as an interval of this half-width supports: none if it is 0.5 or more."""
    return 0 if half >= 0.5 else 1 if half >= 0.05 or half == 0 else min(MOST_DIGITS, 1 - math.floor(math.log10(half)))


def listed(names: list[str]) -> str:
    """Several names in a sentence."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _verb(count: int, verb: str) -> str:
    return {"do": "does"}.get(verb, f"{verb}s") if count == 1 else verb
