"""NegMAS, a library of automated negotiation, finds the same frontiers, settlements and concessions as we do."""

from typing import Any, NamedTuple

import numpy as np
import pytest

from sim.forecasts.frontier import Frontier, contract_curve
from sim.forecasts.solutions import SOLUTIONS
from sim.rules.tactics import Standing, conceded, time_dependent

negmas = pytest.importorskip("negmas", reason="NegMAS is not installed; make verify installs it.")
ops = pytest.importorskip("negmas.preferences.ops", reason="NegMAS is not installed; make verify installs it.")
helpers = pytest.importorskip("negmas.negotiators.helpers", reason="NegMAS is not installed; make verify installs it.")

LEVELS = 40
STEP = 1 / LEVELS
NAMED = {"nash": "nash_points", "kalai_smorodinsky": "ks_points", "egalitarian": "kalai_points",
         "utilitarian": "max_welfare_points"}  # fmt: skip


class Domain(NamedTuple):
    """Two sides and two issues: ours as a curve, NegMAS's as utilities of each pair of levels."""

    curve: Frontier
    ufuns: list[Any]
    outcomes: list[tuple[int, ...]]


def domain(seed: int) -> Domain:
    """Make a domain whose ideals and limits lie on the grid, and that leaves room for a deal."""
    luck = np.random.default_rng(seed)
    ideals = luck.integers(0, LEVELS + 1, (2, 2)) / LEVELS
    weights = luck.integers(1, 10, (2, 2)).astype(float)
    weights /= weights.sum(axis=0)
    limits = np.where(ideals > 0.5, ideals - 0.5, ideals + 0.5)
    curve = contract_curve(ideals, weights, np.tile([0.0, 1.0], (2, 1)), limits)
    assert curve is not None
    issues = [negmas.make_issue(LEVELS + 1, name) for name in ("one", "other")]
    ufuns = [
        negmas.MappingUtilityFunction(
            lambda levels, side=side: float(worth(np.array(levels) / LEVELS, ideals[:, side], weights[:, side])),
            issues=issues, reserved_value=float(curve.floor[side]),
        )
        for side in (0, 1)
    ]  # fmt: skip
    return Domain(curve, ufuns, list(negmas.outcomes.enumerate_issues(issues)))


def worth(texts: np.ndarray, ideals: np.ndarray, weights: np.ndarray) -> float:
    """What a package is worth to a side, written anew."""
    return float(((1 - abs(texts - ideals) / np.maximum(ideals, 1 - ideals)) * weights).sum())


def frontier_of(found: Domain) -> list[tuple[float, ...]]:
    """Let NegMAS find the packages of which no other is better for both."""
    points, _ = ops.pareto_frontier(found.ufuns, outcomes=found.outcomes)
    return list(points)


@pytest.mark.parametrize("seed", range(12))
def test_no_package_is_above_our_frontier_all_of_theirs_are_within_a_step_and_our_corners_are_theirs(seed: int) -> None:
    found = domain(seed)
    theirs = np.array(frontier_of(found))
    ours = np.interp(theirs[:, 0], found.curve.worth[::-1, 0], found.curve.worth[::-1, 1])
    assert (theirs[:, 1] - ours).max() <= 1e-9
    assert (ours - theirs[:, 1]).max() <= STEP
    rational = found.curve.worth[(found.curve.worth >= found.curve.floor).all(axis=1)]
    for corner in rational:
        assert np.abs(theirs - corner).sum(axis=1).min() <= 1e-9


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", NAMED)
def test_a_settlement_is_theirs_to_within_a_step_of_the_grid(name: str, seed: int) -> None:
    found = domain(seed)
    ours = SOLUTIONS[name](found.curve.worth, found.curve.floor)
    assert ours is not None
    settled = getattr(ops, NAMED[name])(found.ufuns, frontier_of(found), outcomes=found.outcomes)
    near = min(np.abs(np.array(point) - ours).max() for point, _ in settled)
    flat = name == "utilitarian" and np.isclose(sum(ours), max(map(sum, frontier_of(found))), atol=1e-9)
    assert flat or near <= 2 * STEP


@pytest.mark.parametrize("beta", [0.1, 0.25, 0.5, 1.0, 2.0, 4.0])
@pytest.mark.parametrize("elapsed", [0.01, 0.2, 0.5, 0.9, 1.0])
def test_who_concedes_by_the_clock_concedes_as_theirs_do(beta: float, elapsed: float) -> None:
    standing = Standing(0.0, elapsed, beta, 0.0, 0.0, 0.0, 0.0, 0.0)
    theirs = helpers.PolyAspiration(1.0, 1 / beta).utility_at(elapsed)
    assert 1 - conceded(0.0, time_dependent(standing), 1.0, 1.0) == pytest.approx(theirs, abs=1e-12)
