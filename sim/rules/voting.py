"""What votes make of one issue: the middle one, the greatest good, and who would beat whom.

All take the place of an issue, the delegations and `stakes[d][i]`, what each has at stake; the text is a point of the
axis in [0, 1].
"""

from collections.abc import Sequence

from sim.rules.arithmetic import TINY, least, most
from sim.rules.bargaining import FLOOR, Claims, Voice, longest_axis


def weighted_mean(i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """Meet where those who are strong and those who care pull the text: the mean of the offers by their weight.

    sum of influence * salience * offer / sum of influence * salience; the plain mean if nothing weighs. Source: the
    compromise model, Achen (2006), in Thomson and others, The European Union Decides.
    """
    total = 0.0
    weighed = 0.0
    for d in range(len(stakes)):
        weight = delegations[d].influence * stakes[d][i].salience
        total += weight
        weighed += weight * stakes[d][i].offer
    return weighed / total if total > 0.0 else plain_mean(i, delegations, stakes)


def plain_mean(i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """Meet in the middle of what is offered, whoever offers it: the mean of the offers. Ours."""
    total = 0.0
    for d in range(len(stakes)):
        total += stakes[d][i].offer
    return total / len(stakes)


def weighted_median(i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """Take the offer that nobody can outvote from either side: the median by influence * salience.

    The lowest offer with half of the weight at or below it. Source: Black (1958); van den Bos (1991).
    """
    half = 0.0
    for d in range(len(stakes)):
        half += delegations[d].influence * stakes[d][i].salience / 2.0
    median = 1.0
    for d in range(len(stakes)):
        below = 0.0
        for e in range(len(stakes)):
            if stakes[e][i].offer <= stakes[d][i].offer:
                below += delegations[e].influence * stakes[e][i].salience
        if below >= half - TINY:
            median = least(median, stakes[d][i].offer)
    return median


def utilitarian(i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """Take the text that does most good in sum, whoever has it: the highest sum of utilities.

    With loss by distance it is a median of the ideals, weighed by 1 / max(ideal, 1 - ideal); half way where several do
    as much. Source: Harsanyi (1955).
    """
    half = 0.0
    for d in range(len(stakes)):
        half += 0.5 / longest_axis(stakes[d][i].ideal)
    low = 1.0
    high = 0.0
    for d in range(len(stakes)):
        below = 0.0
        above = 0.0
        for e in range(len(stakes)):
            below += 1.0 / longest_axis(stakes[e][i].ideal) if stakes[e][i].ideal <= stakes[d][i].ideal else 0.0
            above += 1.0 / longest_axis(stakes[e][i].ideal) if stakes[e][i].ideal >= stakes[d][i].ideal else 0.0
        low = least(low, stakes[d][i].ideal) if below >= half - TINY else low
        high = most(high, stakes[d][i].ideal) if above >= half - TINY else high
    return (low + high) / 2.0


def beats(one: int, other: int, i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """The probability that one offer beats another, when all vote with their weight and as much as it matters to them.

    s / (s + t), s the sum of influence * salience * what voters gain by the one, t by the other, each at least 1e-8.
    Source: proportional votes and linear victory of KTAB (2015), the library of KAPSARC.
    """
    for_one = FLOOR
    for_other = FLOOR
    for d in range(len(stakes)):
        ideal = stakes[d][i].ideal
        nearer = abs(stakes[other][i].offer - ideal) - abs(stakes[one][i].offer - ideal)
        vote = delegations[d].influence * stakes[d][i].salience * nearer
        for_one += most(vote, 0.0)
        for_other += most(-vote, 0.0)
    return for_one / (for_one + for_other)


def chance_of(one: int, i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """How likely an offer wins against all others, before it is divided by the sum over all offers.

    The product over all offers of the probability to beat each (one half against itself). Source: the conditional
    probabilistic Condorcet election of KTAB (2015).
    """
    product = 1.0
    for other in range(len(stakes)):
        product *= beats(one, other, i, delegations, stakes)
    return product


def condorcet(i: int, delegations: Sequence[Voice], stakes: Claims) -> float:
    """The mean of the offers by how likely each wins against all others.

    sum of chance * offer / sum of chance. Source: the probabilistic Condorcet election of KTAB (2015).
    """
    total = 0.0
    weighed = 0.0
    for d in range(len(stakes)):
        chance = chance_of(d, i, delegations, stakes)
        total += chance
        weighed += chance * stakes[d][i].offer
    return weighed / total
