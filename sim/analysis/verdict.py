"""What a comparison comes to, in a few sentences."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sim.analysis.percentages import FEW, per_cent
from sim.analysis.words import quantity

if TYPE_CHECKING:
    from sim.analysis.difference import Difference
    from sim.case.scenario import Scenario

MOST: Final = 3
"""So many differences are told, the largest first; the tables have them all."""


def verdict(
    label: str, differences: "Sequence[Difference]", case: "Scenario", runs: tuple[int, int], *, several: bool
) -> str:  # fmt: skip
    """Say what differs between the first case and another, and what could not be told apart; `runs` are those of both.

    What is of few runs is told as a count.
    """
    told = [one for one in differences if one.quantity.startswith(("ending.", "walkout.any", "threshold."))]
    shown = sorted((one for one in told if one.is_shown and one.p_adjusted < 0.05), key=lambda one: -abs(one.effect))
    return (f"{label}: " if several else "") + " ".join([*_shown(shown, case, runs), *_hidden(told, shown)])


def _shown(differences: "Sequence[Difference]", case: "Scenario", runs: tuple[int, int]) -> Iterator[str]:
    for one in differences[:MOST]:
        how = "More often" if one.difference > 0 else "Less often"
        yield (
            f"{how} “{quantity(one.quantity, case)}”: {_share(one.b, runs[1])} against {_share(one.a, runs[0])}, "
            f"{points(one.difference)} points ({points(one.low)} to {points(one.high)})."
        )
    if len(differences) > MOST:
        yield f"{len(differences) - MOST} more differ."


def _hidden(told: "Sequence[Difference]", shown: "Sequence[Difference]") -> Iterator[str]:
    rest = [one for one in told if one not in shown]
    if not rest:
        return
    what = "the others" if shown else "any ending, walkout or threshold"
    most = max(one.detectable for one in rest)
    yield f"No difference shown in {what}; one of {100 * most:.1f} points would most likely have been."


def points(difference: float) -> str:
    """A difference of shares in points, signed, with as many digits as it can have: ``−9``, ``+0.4``, ``+0.02``."""
    size = abs(100 * difference)
    text = f"{size:.{0 if size >= 9.5 else 1 if size >= 0.095 or size < 0.005 else 2}f}"
    return ("" if float(text) == 0 else "−" if difference < 0 else "+") + text


def _share(share: float, runs: int) -> str:
    if runs < FEW:
        return per_cent(round(share * runs), runs)
    return f"{100 * share:.{0 if 0.095 <= share <= 0.905 or share in {0, 1} else 1}f} %"
