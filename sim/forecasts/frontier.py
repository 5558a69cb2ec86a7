"""What two sides could have together: the packages of texts of which no other is better for both."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.case.number import centre
from sim.case.scenario import Scenario
from sim.case.zone import acceptable
from sim.rules.bargaining import longest_axis
from sim.rules.texts import utility

Vector = NDArray[np.float64]
PARTIES = 2


class Frontier(NamedTuple):
    """The corners of the frontier, from the best package for the first side to the best for the second.

    `worth` is corners x 2, utilities in [0, 1]; `texts` corners x issues, points of the axes; `floor` what no deal is
    worth to each, by the limits. Between two corners both change along a line.
    """

    worth: Vector
    texts: Vector
    floor: Vector


def frontier(case: Scenario) -> Frontier | None:
    """Give way first where it costs one side least and is worth most to the other: the contract curve of a case.

    None unless there are two delegations, or if red lines leave no text on some issue. Issues in the order of the case,
    saliences scaled to sum 1. Source: logrolling, Raiffa (1982).
    """
    if len(case.delegations) != PARTIES:
        return None
    stands = [_stand(case, issue) for issue in case.issues]
    ideals, weights, ranges, limits = (np.array(one) for one in zip(*stands, strict=True))
    return contract_curve(ideals, weights, ranges, limits)


def contract_curve(ideals: Vector, weights: Vector, ranges: Vector, limits: Vector) -> Frontier | None:
    """The frontier of two sides, from arrays of issues x 2: ideals, saliences, lowest and highest text, limits."""
    if (ranges[:, 0] > ranges[:, 1]).any():
        return None
    weights = weights / np.where(weights.sum(axis=0) > 0, weights.sum(axis=0), 1)
    start, end = (np.clip(ideals[:, side], ranges[:, 0], ranges[:, 1]) for side in (0, 1))
    slopes = weights / np.vectorize(longest_axis)(ideals)
    texts = [start]
    for issue in sorted(range(len(ideals)), key=lambda one: -_exchange(*slopes[one])):
        texts.append(np.where(np.arange(len(ideals)) == issue, end, texts[-1]))
    worth = np.vectorize(utility)(np.array(texts)[:, :, None], ideals[None, :, :])
    floor = (np.vectorize(utility)(limits, ideals) * weights).sum(axis=0)
    return Frontier(np.einsum("cip,ip->cp", worth, weights), np.array(texts), floor)


def _exchange(cost: float, gain: float) -> float:
    """How much one side gains for what the other gives on an issue."""
    return gain / cost if cost else np.inf


def _stand(case: Scenario, issue: str) -> tuple[list[float], list[float], tuple[float, float], list[float]]:
    """Ideals, saliences, what red lines leave, and limits of both on an issue."""
    positions = [delegation.positions[issue] for delegation in case.delegations.values()]
    left = [acceptable(one) for one in positions if one.red_line]
    bounds = max([low for low, _ in left], default=0.0), min([high for _, high in left], default=1.0)
    ideals = [centre(one.ideal) for one in positions]
    return ideals, [centre(one.salience) for one in positions], bounds, [centre(one.limit) for one in positions]
