"""Walking out, staying away, and coming back."""

from typing import Final, NamedTuple

from sim.rules.arithmetic import logistic


class Terms(NamedTuple):
    """What drives a delegation out of the room, each in logits; the largest is the reason."""

    anger: float
    sponsors: float
    agenda: float
    nothing_moves: float
    audience: float


REASONS: Final[dict[str, str]] = {
    "anger": "anger over the war",
    "sponsors": "backing by sponsors",
    "agenda": "an agenda that does not suit",
    "nothing_moves": "nothing moves",
    "audience": "an audience in the joint room",
}


def anger(walkout_resolve: float, hardening: float, grievance: float) -> float:
    """What anger adds to the leaning to leave: walkout_resolve * hardening * grievance (logits). Ours."""
    return walkout_resolve * hardening * grievance


def mismatch(walkout_mismatch: float, satisfaction: float) -> float:
    """What an unloved agenda adds: walkout_mismatch * (1 - satisfaction) (logits). Ours."""
    return walkout_mismatch * (1.0 - satisfaction)


def hazard(walkout_base: float, terms: Terms) -> float:
    """The probability that a delegation walks out at the end of a session (or stays away from an opening).

    logistic(walkout_base + the terms). Source: discrete-time hazard, Allison (1982); terms ours.
    """
    leaning = walkout_base + terms.anger + terms.sponsors + terms.agenda + terms.nothing_moves + terms.audience
    return logistic(leaning)


def reason(terms: Terms) -> int:
    """Why it left: the largest term, the first of equals (its place in REASONS). Ours."""
    best, largest = 0, terms.anger
    if terms.sponsors > largest:
        best, largest = 1, terms.sponsors
    if terms.agenda > largest:
        best, largest = 2, terms.agenda
    if terms.nothing_moves > largest:
        best, largest = 3, terms.nothing_moves
    if terms.audience > largest:
        best = 4
    return best


def return_chance(return_base: float, walkout_resolve: float, resolve: float) -> float:
    """The probability, a day, that a delegation that walked out is back: most walkouts are temporary.

    logistic(return_base - walkout_resolve * resolve). Form ours; the FARC's suspension of 2014 took 24 days.
    """
    return logistic(return_base - walkout_resolve * resolve)
