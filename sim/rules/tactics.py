"""How a delegation concedes: each tactic names the concession it is heading for.

A concession F runs from 0 (the ideal is offered) to 1 (the limit is offered). To add a tactic, write a
function of a `Standing` and add a line to TACTICS.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from sim.rules.arithmetic import TINY, clip, most, power


class Standing(NamedTuple):
    """What a delegation looks at before it moves on an issue.

    `concession` is its own F in [0, 1]; `elapsed` the part of the time that is gone, (t+1)/(T+1) in [0, 1];
    `beta` > 0 and `reciprocity` in [0, 1] its temper; `resolve` as in its rule; `trusted_concessions` and
    `trusted_steps` the means over the others of trust * F and trust * last step; `yielding` the least F at
    which its risk limit is no longer the lowest (its own F if it need not yield).
    """

    concession: float
    elapsed: float
    beta: float
    reciprocity: float
    resolve: float
    trusted_concessions: float
    trusted_steps: float
    yielding: float


def time_dependent(standing: Standing) -> float:
    """Part clock, part answer: concede as time runs out, and as far as one trusts what the others gave.

    (1 - reciprocity) * elapsed^(1/beta) * max(0, 1 - resolve) + reciprocity * mean(trust * F); beta < 1
    concedes late. Source: Faratin, Sierra and Jennings (1998), mixed as concessions, so monotone.
    """
    clock = power(standing.elapsed, 1.0 / standing.beta) * most(0.0, 1.0 - standing.resolve)
    return (1.0 - standing.reciprocity) * clock + standing.reciprocity * standing.trusted_concessions


def fixed(standing: Standing) -> float:
    """Never move: 0. Ours."""
    return 0.0


def tit_for_tat(standing: Standing) -> float:
    """Answer a step with a step, as far as one trusts: F + mean(trust * last step of the others).

    Two that wait for each other never start. Source: Faratin, Sierra and Jennings (1998), in concessions.
    """
    return standing.concession + standing.trusted_steps


def zeuthen(standing: Standing) -> float:
    """Whoever would lose most by a breakdown yields just enough that the other's turn comes.

    Source: Zeuthen (1930), Harsanyi (1956), Rosenschein and Zlotkin (1994); on a grid of 0.01.
    """
    return standing.yielding


TACTICS: Final[dict[str, Callable[[Standing], float]]] = {
    "time_dependent": time_dependent,
    "fixed": fixed,
    "tit_for_tat": tit_for_tat,
    "zeuthen": zeuthen,
}
ZEUTHEN: Final = list(TACTICS).index("zeuthen")


def elapsed(day: int, deadline: int) -> float:
    """The part of the time that is gone at the end of a day: (t+1)/(T+1), 1 from the deadline on. Ours."""
    return 1.0 if deadline <= day else clip((day + 1.0) / (deadline + 1.0), 0.0, 1.0)


def conceded(concession: float, target: float, work: float, pace: float) -> float:
    """Move towards the target as far as the day's work allows; what was given is not taken back.

    F + work * pace * max(0, min(1, target) - F), in [F, 1]. Ours.
    """
    return concession + work * pace * most(0.0, clip(target, 0.0, 1.0) - concession)


def offer(ideal: float, limit: float, concession: float) -> float:
    """What is tabled: ideal + F * (limit - ideal), a point of the axis in [0, 1].

    Source: Faratin, Sierra and Jennings (1998).
    """
    return ideal + concession * (limit - ideal)


def trust_after_concessions(trust: float, trust_gain: float, goodwill: float, step: float) -> float:
    """Concessions build trust: trust + trust_gain * goodwill * step * (1 - trust), at most 1.

    `step` is the other's steps of this session weighted by what they cost it (its saliences). Ours.
    """
    return clip(trust + trust_gain * goodwill * step * (1.0 - trust), 0.0, 1.0)


def risk_limit(own: float, others: float, floor: float) -> float:
    """How much risk of a breakdown one would bear rather than give in: (own - others) / (own - floor).

    Utilities of one's own offer, of the others' offers in the mean, and of one's limit; 1 where the own offer
    is the limit. Source: Zeuthen (1930).
    """
    return (own - others) / (own - floor) if own - floor > TINY else 1.0
