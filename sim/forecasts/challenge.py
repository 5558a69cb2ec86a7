"""Everybody challenges whom they think they can beat: the expected-utility model of Bueno de Mesquita."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.forecasts.side import Side
from sim.rules.voting import weighted_median

Vector = NDArray[np.float64]
ROUNDS = 2
"""From the third round on the published replications part ways, and ours drifts to the extreme."""
STILL = 1e-6
"""Whoever moves less than this stands still."""


def challenge(table: Sequence[Side]) -> float:
    """Where the weighted median stands after the challenges, two rounds of them. -1 where nobody differs.

    Source: Bueno de Mesquita (1984, 1997), as replicated by Scholz, Calbert and Smith (2011); where both think that
    they would win nobody moves.
    """
    places, influence, salience = (
        np.array(one) for one in zip(*((side.ideal, side.influence, side.salience) for side in table), strict=True)
    )
    if not (influence * salience).sum():
        return -1.0
    for _ in range(ROUNDS):
        moved = after_challenges(places, influence, salience)
        if np.abs(moved - places).max() < STILL:
            break
        places = moved
    seats = [[side._replace(offer=float(place))] for side, place in zip(table, places, strict=True)]
    return weighted_median(0, table, seats)


def after_challenges(places: Vector, influence: Vector, salience: Vector) -> Vector:
    """Where the sides stand after one round: each takes the offer of whoever gains most by challenging it.

    Arrays of n sides; places on any axis, influence >= 0, salience in [0, 1]. Source: Scholz, Calbert and Smith (2011).
    """
    if np.ptp(places) == 0:
        return places
    wins = chances(places, influence * salience)
    level = expected(places, salience, wins, np.ones(len(places)))
    gains = expected(places, salience, wins, attitude(level))
    moved = places.copy()
    for one in range(len(places)):
        made = sorted(offers(one, places, gains), key=lambda offer: (-offer[0], abs(offer[1] - places[one])))
        if made:
            moved[one] = made[0][1]
    return moved


def chances(places: Vector, weights: Vector) -> Vector:
    """The probability that one side beats another in a vote of all: n x n, 0 where they stand alike.

    P[i, j] = sum of the votes for i / sum of all votes, v[k] = weight[k] * (|x[k] - x[j]| - |x[k] - x[i]|).
    """
    far = np.abs(places[:, None] - places[None, :])
    votes = weights[:, None, None] * (far[:, None, :] - far[:, :, None])
    total = np.abs(votes).sum(axis=0)
    won: Vector = np.where(total > 0, np.maximum(votes, 0).sum(axis=0) / np.where(total > 0, total, 1), 0.0)
    return won


def expected(places: Vector, salience: Vector, wins: Vector, risk: Vector) -> Vector:
    """What each expects to gain by challenging each other one: n x n, row the challenger.

    E[i, j] = s[j] (P Us + (1 - P) Uf) + (1 - s[j]) Us - Usq, the status quo holding if nothing is done (Q = 1).
    """
    success, failure, status_quo = utilities(np.abs(places[:, None] - places[None, :]) / np.ptp(places), risk[:, None])
    resisted = wins * success + (1 - wins) * failure
    gained: Vector = salience[None, :] * resisted + (1 - salience[None, :]) * success - status_quo
    return gained


def utilities(distance: Vector, risk: Vector) -> tuple[Vector, Vector, Vector]:
    """The worth of success, of failure and of the status quo, for a distance in [0, 1] and a risk exponent.

    2 - 4 (.5 - .5 d)^r, 2 - 4 (.5 + .5 d)^r, 2 - 4 * .5^r. Source: Bueno de Mesquita (1985).
    """
    success: Vector = 2 - 4 * (0.5 - 0.5 * distance) ** risk
    failure: Vector = 2 - 4 * (0.5 + 0.5 * distance) ** risk
    return success, failure, 2 - 4 * 0.5**risk


def attitude(gains: Vector) -> Vector:
    """How much risk each takes, from 0.5 (most) to 2 (least): the safer one's place, the more one risked for it.

    A[i] = what all others expect to gain from i; R = (2 A - max - min) / (max - min); r = (1 - R/3) / (1 + R/3).
    """
    security = gains.sum(axis=0) - np.diag(gains)
    spread = np.ptp(security)
    taking = (2 * security - security.max() - security.min()) / spread if spread else np.zeros(len(security))
    return exponent(taking)


def exponent(taking: Vector) -> Vector:
    """The exponent of risk: 2 at -1, 1 at 0, 0.5 at 1."""
    risk: Vector = (1 - taking / 3) / (1 + taking / 3)
    return risk


def offers(one: int, places: Vector, gains: Vector) -> list[tuple[float, float]]:
    """What others can make a side do: how much each gains, and where the side goes.

    If i gains a and j would lose b by a challenge, j goes |b / a| of the way where a > |b|, else all of it; where both
    gain or both lose nobody moves. Source: Scholz, Calbert and Smith (2011).
    """
    offers = []
    for other in range(len(places)):
        a, b = gains[other, one], gains[one, other]
        if places[other] != places[one] and a > 0 > b:
            share = abs(b / a) if a > abs(b) else 1.0
            offers.append((float(a), float(places[one] + (places[other] - places[one]) * share)))
    return offers
