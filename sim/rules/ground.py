"""The war outside: attacks breed attacks, a pause thins them."""

from typing import Final

from sim.rules.arithmetic import exp

MOST_ATTACKS: Final = 200


def attack_rate(violence_per_day: float, effect: float, in_pause: bool, excitation: float) -> float:
    """Expect fewer attacks in a pause and more after other attacks.

    violence_per_day * (1 - effect * in_pause) + excitation, attacks a day; not below `excitation`.
    Source: Lewis, Mohler, Brantingham and Bertozzi (2012), Security Journal 25(3), 244-264 (self-excitation);
    the effect of a pause is our assumption.
    """
    return violence_per_day * (1.0 - effect) + excitation if in_pause else violence_per_day + excitation


def attacks(rate: float, u: float) -> int:
    """How many attacks a day of this rate brings: the least n whose cumulative Poisson probability reaches u.

    By inversion (Devroye 1986, ch. X), at most 200 a day.
    """
    chance = exp(-rate)
    cumulative = chance
    count = 0
    while cumulative < u and count < MOST_ATTACKS:
        count += 1
        chance *= rate / count
        cumulative += chance
    return count


def retention(memory_days: float) -> float:
    """What is left of yesterday's excitation: exp(-1 / memory_days). Lewis and others (2012), by days."""
    return exp(-1.0 / memory_days)


def excitation(before: float, kept: float, branching: float, count: int) -> float:
    """Today's attacks make tomorrow's likelier, and the memory fades.

    kept * before + branching * (1 - kept) * count, attacks a day: one attack begets `branching` in all.
    Source: Lewis and others (2012); discrete-time form ours.
    """
    return kept * before + branching * (1.0 - kept) * count
