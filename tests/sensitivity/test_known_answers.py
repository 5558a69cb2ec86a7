"""Screening and indices against what is known by hand: a linear function, and the function of Ishigami."""

from math import pi

import numpy as np
import pytest

from sim.analysis import indices, response, screening
from sim.talks.records import Vector

SLOPES = np.array([3.0, -1.0, 0.5, 0.0, 7.0])


def ishigami(shares: Vector, a: float = 7.0, b: float = 0.1) -> Vector:
    """Ishigami and Homma (1990), each number from -pi to pi."""
    x, y, z = (pi * (2 * shares - 1)).T
    value: Vector = np.sin(x) + a * np.sin(y) ** 2 + b * z**4 * np.sin(x)
    return value


def of_ishigami(a: float = 7.0, b: float = 0.1) -> tuple[list[float], list[float]]:
    """Its first and total indices, in closed form."""
    x, y, xz = (1 + b * pi**4 / 5) ** 2 / 2, a**2 / 8, b**2 * pi**8 * 8 / 225
    whole = x + y + xz
    return [x / whole, y / whole, 0.0], [(x + xz) / whole, y / whole, xz / whole]


def test_of_a_linear_function_mu_star_is_the_size_of_each_slope_and_sigma_is_0() -> None:
    shares = screening.design(5, 6, seed=3)
    found = screening.effects(shares, shares @ SLOPES, seed=3)
    assert found["mu_star"].to_numpy() == pytest.approx(abs(SLOPES), abs=1e-12)
    assert found["mu"].to_numpy() == pytest.approx(SLOPES, abs=1e-12)
    for name in ("mu_star_low", "mu_star_high"):
        assert found[name].to_numpy() == pytest.approx(abs(SLOPES), abs=1e-12)
    assert found["sigma"].to_numpy() == pytest.approx(np.zeros(5), abs=1e-12)


def test_of_a_product_the_change_of_one_number_is_the_other_one() -> None:
    shares = screening.design(2, 4000, seed=1)
    found = screening.effects(shares, shares[:, 0] * shares[:, 1], seed=1)
    levels = np.arange(4) / 3
    assert found["mu_star"].to_numpy() == pytest.approx([levels.mean()] * 2, abs=0.02)
    assert found["sigma"].to_numpy() == pytest.approx([levels.std()] * 2, abs=0.02)


def test_a_screening_moves_one_number_a_step_and_each_once_a_trajectory() -> None:
    shares = screening.design(7, 5, seed=2)
    assert shares.shape == (5 * 8, 7)
    steps = np.diff(shares.reshape(5, 8, 7), axis=1)
    assert np.sort(np.abs(steps), axis=2)[:, :, -1] == pytest.approx(np.full((5, 7), 2 / 3))
    assert np.count_nonzero(np.abs(steps) > 1e-12, axis=2).tolist() == [[1] * 7] * 5
    assert np.count_nonzero(np.abs(steps) > 1e-12, axis=1).tolist() == [[1] * 7] * 5


def test_the_indices_of_ishigami_are_those_of_its_closed_form() -> None:
    first, total = of_ishigami()
    found = indices.indices(ishigami(indices.design(3, 8192, seed=1)), 3, seed=1)
    assert found["first"].to_numpy() == pytest.approx(first, abs=0.01)
    assert found["total"].to_numpy() == pytest.approx(total, abs=0.01)
    assert (found["first_low"] <= first).all()
    assert (found["first_high"] >= first).all()
    assert (found["total_low"] <= total).all()
    assert (found["total_high"] >= total).all()


def test_of_a_sum_the_indices_are_the_shares_of_the_squares_of_the_slopes() -> None:
    shares = indices.design(5, 2048, seed=4)
    found = indices.indices(shares @ SLOPES, 5, seed=4)
    parts = SLOPES**2 / sum(SLOPES**2)
    assert found["first"].to_numpy() == pytest.approx(parts, abs=0.01)
    assert found["total"].to_numpy() == pytest.approx(parts, abs=0.01)


def test_where_nothing_varies_there_is_nothing_to_explain() -> None:
    found = indices.indices(np.full(16 * 4, 0.25), 2, seed=1)
    assert not found.to_numpy().any()


def test_the_same_seed_has_the_same_design_and_another_seed_another() -> None:
    for design in (screening.design, indices.design):
        assert np.array_equal(design(4, 8, 5), design(4, 8, 5))
        assert not np.array_equal(design(4, 8, 5), design(4, 8, 6))
        assert not np.array_equal(design(4, 8, 2**63), design(4, 8, 2**63 + 1))


def test_luck_alone_seldom_gives_as_much_as_its_bound_and_a_real_change_does() -> None:
    shares = screening.design(3, 10, seed=1)
    luck = np.random.default_rng(1).random(2000)
    own = np.random.default_rng(2).random((len(shares), 2000)) < 0.1  # a number that only stirs the luck of a run
    chance = np.where(own, np.random.default_rng(3).random(own.shape), luck)
    values = (chance < (0.3 + 0.2 * shares[:, 2])[:, None]).astype(float)
    found, bound = screening.effects(shares, response.means(values), 1), screening.luck(shares, values)
    assert (found["mu_star"] <= bound).tolist() == [True, True, False]


def test_the_bound_of_luck_is_0_where_no_run_changes() -> None:
    shares = screening.design(2, 3, seed=1)
    values = np.tile(np.random.default_rng(1).random(50), (len(shares), 1))
    assert screening.luck(shares, values).tolist() == [0.0, 0.0]
