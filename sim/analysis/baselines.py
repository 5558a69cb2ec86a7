"""What could be said of an ending without playing anything."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from sim.forecasts import forecasts
from sim.rules.endings import ENDINGS

if TYPE_CHECKING:
    from sim.case.scenario import Scenario

Chances = dict[str, float]
"""A probability for each ending; they sum to 1."""
Rate = Callable[[dict[str, str], "dict[str, Scenario]"], dict[str, Chances]]
CLASSES: Final = tuple(ENDINGS)
DEALS: Final = ("comprehensive", "partial")


def uniform(happened: dict[str, str], cases: "dict[str, Scenario]") -> dict[str, Chances]:  # noqa: ARG001
    """All endings alike."""
    return {name: dict.fromkeys(CLASSES, 1 / len(CLASSES)) for name in happened}


def base_rate(happened: dict[str, str], cases: "dict[str, Scenario]") -> dict[str, Chances]:  # noqa: ARG001
    """How often each ending came in the other cases: (times + 1) / (cases + endings), Laplace (1774)."""
    return {name: _succession([end for other, end in happened.items() if other != name]) for name in happened}


def coin(happened: dict[str, str], cases: "dict[str, Scenario]") -> dict[str, Chances]:  # noqa: ARG001
    """Heads is a deal, tails none; whichever kind of either, all kinds are alike."""
    failures = len(CLASSES) - len(DEALS)
    chances = {ending: 0.5 / len(DEALS) if ending in DEALS else 0.5 / failures for ending in CLASSES}
    return dict.fromkeys(happened, chances)


def weighted_mean(happened: dict[str, str], cases: "dict[str, Scenario]") -> dict[str, Chances]:
    """Whether the compromise model's texts lie within all limits: on all issues, on some, or on none.

    Its word is trusted as often as it was right in the other cases, (times + 1) / (cases + 2); the rest is shared alike
    among the other endings. Where no text can be signed its word is shared by all endings without a deal. Source of the
    texts: Achen (2006).
    """
    words = {name: word(case) for name, case in cases.items()}
    hits = {name: happened[name] in words[name] for name in happened}
    return {name: _trusted(words[name], [hit for other, hit in hits.items() if other != name]) for name in happened}


def word(case: "Scenario") -> tuple[str, ...]:
    """The endings that the weighted mean of a case speaks for."""
    said = forecasts(case)
    within = [
        one.zone is not None and one.zone[0] <= (one.settled["weighted_mean"] or 0.0) <= one.zone[1]
        for issue, one in said.items()
        if case.issues[issue].track != "humanitarian"
    ]
    if within and all(within):
        return DEALS[:1]
    return DEALS[1:] if any(within) else tuple(ending for ending in CLASSES if ending not in DEALS)


BASELINES: Final[dict[str, Rate]] = {
    "uniform": uniform,
    "base_rate": base_rate,
    "weighted_mean": weighted_mean,
    "coin": coin,
}


def _succession(ends: list[str]) -> Chances:
    return {ending: (ends.count(ending) + 1) / (len(ends) + len(CLASSES)) for ending in CLASSES}


def _trusted(named: tuple[str, ...], hits: list[bool]) -> Chances:
    trust = (sum(hits) + 1) / (len(hits) + 2)
    others = len(CLASSES) - len(named)
    return {ending: trust / len(named) if ending in named else (1 - trust) / others for ending in CLASSES}
