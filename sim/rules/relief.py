"""People leave a besieged place in a pause, and that is good news to those inclined to trust."""

from sim.rules.arithmetic import clip, exp, least


def people_out(evacuated_per_day: float, people_spread: float, z: float, under_fire: float) -> float:
    """How many leave today: about the usual number, more or less, fewer under fire (people).

    evacuated_per_day * exp(s * z - s * s / 2) * under_fire, s = people_spread, z a standard normal deviate:
    log-normal with the usual number as its mean. Our assumption.
    """
    return evacuated_per_day * exp(people_spread * z - people_spread * people_spread / 2.0) * under_fire


def trust_after_relief(trust: float, relief_trust: float, people: float, evacuated_per_day: float) -> float:
    """Good news convinces those inclined to trust, and neither the trusting nor the distrustful much.

    trust + relief_trust * (people / evacuated_per_day) * trust * (1 - trust), at most 1. Our assumption.
    """
    if evacuated_per_day <= 0.0:
        return trust
    return least(trust + relief_trust * (people / evacuated_per_day) * trust * (1.0 - trust), 1.0)


def prolongation(extension: float, atmosphere: float, prolonged: int) -> float:
    """The probability that a pause is prolonged on its last day: likelier in good air, less so each time.

    extension * atmosphere / (1 + times prolonged), clipped to [0, 1]. Our assumption; the pause of Homs of
    February 2014 was prolonged twice.
    """
    return clip(extension * atmosphere / (1 + prolonged), 0.0, 1.0)
