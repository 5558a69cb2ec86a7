"""Who did it? What cannot be proven is put on those one trusts least."""

from sim.rules.arithmetic import power


def belief(blame_bias: float, trust: float, share: float, others: float) -> float:
    """How sure one is that another did it, where nobody can prove it.

    blame_bias * (1 - trust) * share / others, in [0, 1]: `share` is the other's part of all attacks, `others`
    the parts of all authors but oneself; 0 where nobody else attacks.
    Source: Fryer, Harms and Jackson (2019), JEEA (ambiguous signals are read through the prior); numbers ours.
    """
    return blame_bias * (1.0 - trust) * share / others if others > 0.0 else 0.0


def trust_after_attack(trust: float, trust_loss: float, believed: float) -> float:
    """An attack costs trust as far as one believes the other did it: trust * (1 - trust_loss * believed). Ours."""
    return trust * (1.0 - trust_loss * believed)


def grievance_after_attack(grievance: float, severity: float, believed: float) -> float:
    """An attack angers as far as one has somebody to blame: + severity * believed * (1 - grievance). Ours."""
    return grievance + severity * believed * (1.0 - grievance)


def grievance_after_affront(grievance: float, size: float) -> float:
    """An affront (an enemy is invited) angers by its size: + size * (1 - grievance). Ours."""
    return grievance + size * (1.0 - grievance)


def fading(half_life_days: float) -> float:
    """What a night leaves of a grievance that fades by half in so many days: 0.5 ^ (1 / half_life_days). Ours."""
    return power(0.5, 1.0 / half_life_days)
