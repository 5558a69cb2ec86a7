"""The Security Council: a draft is voted on, and softened until it passes or its dates run out."""

from sim.rules.answers import assent


def vote(tolerance: float, cooperation: float, strength: float, cooperation_weight: float, temperature: float) -> float:
    """The probability that a member votes for a draft: if it is no stronger than the member can bear.

    logistic((tolerance + cooperation_weight * cooperation - strength) / temperature).
    Source: logit choice, McKelvey and Palfrey (1995); form ours.
    """
    return assent(tolerance + cooperation_weight * cooperation - strength, temperature)


def softened(strength: float, softening: float) -> float:
    """After a refusal the drafters soften the text: strength * (1 - softening). Our assumption."""
    return strength * (1.0 - softening)


def soured(cooperation: float, refusal_cost: float) -> float:
    """A refusal in public costs the great powers cooperation: cooperation * (1 - refusal_cost). Our assumption."""
    return cooperation * (1.0 - refusal_cost)
