"""A day as everybody in the room sees it: what others keep to themselves is taken out."""

from dataclasses import replace
from typing import Final

from sim.talks.facts import Answer, Day, Fact, Meter, Moves, Walkout

NEUTRAL: Final = 0.2
"""A margin that says no more than yes or no: neither narrow nor flat."""


def seen(day: Day, role: str) -> Day:
    """A day as somebody in this seat sees it."""
    return replace(day, facts=tuple(public(fact, role) for fact in day.facts))


def public(fact: Fact, role: str) -> Fact:
    """A fact without margins, motives and hazards of others, and without where their offers began."""
    match fact:
        case Answer() if fact.delegation != role:
            motive = "away" if fact.motive == "away" else ""
            return replace(fact, margin=NEUTRAL if fact.yes else -NEUTRAL, motive=motive, matter="")
        case Walkout() if fact.delegation != role:
            return replace(fact, hazard=0.0, terms={})
        case Moves() if fact.delegation != role:
            return replace(fact, moves={key: (end, end) for key, (_, end) in fact.moves.items()})
        case Meter():
            return replace(fact, risk=0.0)
    return fact
