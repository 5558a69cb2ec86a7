"""Why a delegation refuses: the largest of what the rule holds against a yes."""

from collections.abc import Sequence
from typing import Final

from sim.rules import texts
from sim.talks.procedure import mean_trust
from sim.talks.records import Nouns

MOTIVES: Final[dict[str, str]] = {
    "wording": "objects to the wording of an item",
    "demand": "an agenda would have to suit it better",
    "first": "wants an item of its own first",
    "progress": "wants more progress first",
    "anger": "is too angry",
    "backing": "is backed in holding out",
    "distrust": "does not trust the others",
    "beyond": "the text is worse than the worst it could sign",
    "red_line": "a red line would be crossed",
    "away": "is away",
}
"""Why a delegation refuses, and what it means."""

Motive = tuple[str, str]
"""A motive, and the item or issue that it is about ("" if none)."""


def about_list(nouns: Nouns, seat: int, items: Sequence[str]) -> Motive:
    """Why a list of items is refused (rule 11)."""
    delegation, wish_of = nouns["delegations"][seat], nouns["wishes"][seat]
    objections = [wish.objection for wish in wish_of]
    worst = items[objections.index(max(objections))] if items else ""
    return largest(
        {("wording", worst): sum(objections), ("demand", ""): delegation.agenda_demand} | _resolve(nouns, seat)
    )


def about_order(nouns: Nouns, seat: int, items: Sequence[str]) -> Motive:
    """Why an order of the items is refused (rule 11)."""
    delegation = nouns["delegations"][seat]
    wishes = [wish.strength for wish in nouns["wishes"][seat]]
    dearest = items[wishes.index(max(wishes))] if items else ""
    satisfaction = delegation.order_margin + delegation.agenda_demand + delegation.resolve
    return largest(
        {("first", dearest): 1.0 - satisfaction, ("demand", ""): delegation.agenda_demand} | _resolve(nouns, seat)
    )


def about_text(nouns: Nouns, seat: int, issues: Sequence[int], margin: float, keys: Sequence[str]) -> Motive:
    """Why a text on these issues is refused (rule 13); a red line comes before all else."""
    crossed = [i for i in issues if _crosses(nouns, seat, i)]
    if crossed:
        return "red_line", keys[crossed[0]]
    delegation = nouns["delegations"][seat]
    distrust = nouns["behaviour"].distrust * (1.0 - mean_trust(seat, nouns["bonds"]))
    worth = margin + delegation.resolve + distrust
    worst = min(issues, key=lambda i: _worth(nouns, seat, i))
    return largest({("beyond", keys[worst]): -worth, ("distrust", ""): distrust} | _resolve(nouns, seat))


def about_date(nouns: Nouns, seat: int) -> Motive:
    """Why no date is named (rule 16)."""
    delegation = nouns["delegations"][seat]
    if delegation.away:
        return "away", ""
    missing = delegation.required_progress - nouns["room"].progress
    return largest({("progress", ""): missing} | _resolve(nouns, seat))


def largest(terms: dict[Motive, float]) -> Motive:
    """The motive with the largest term, the first of equals; none where nothing speaks against a yes."""
    best = max(terms, key=lambda motive: terms[motive])
    return best if terms[best] > 0.0 else ("", "")


def _resolve(nouns: Nouns, seat: int) -> dict[Motive, float]:
    """What hardens a delegation (rule 5): anger, and backers who do not wish to settle."""
    behaviour, delegation = nouns["behaviour"], nouns["delegations"][seat]
    return {
        ("anger", ""): behaviour.hardening * delegation.grievance,
        ("backing", ""): behaviour.backing * delegation.backed,
    }


def _crosses(nouns: Nouns, seat: int, i: int) -> bool:
    stake = nouns["stakes"][seat][i]
    return bool(stake.red_line) and not texts.within_limit(nouns["issues"][i].text, stake.ideal, stake.limit)


def _worth(nouns: Nouns, seat: int, i: int) -> float:
    stake = nouns["stakes"][seat][i]
    return float(stake.salience * texts.gain(nouns["issues"][i].text, stake.ideal, stake.limit, 0.0))
