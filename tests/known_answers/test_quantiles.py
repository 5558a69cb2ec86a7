"""The pieces of the beta distribution, in closed form."""

from math import isclose, log, pi

import pytest

from sim.rules import quantiles


@pytest.mark.parametrize(("x", "share"), [(-0.1, 0), (0.0, 0), (0.25, 67 / 256), (0.5, 11 / 16), (1.0, 1), (1.1, 1)])
def test_the_shares_of_the_beta_distribution_of_2_and_3_are_a_polynomial(x: float, share: float) -> None:
    assert isclose(quantiles.beta_share(x, 2, 3), share, rel_tol=1e-12)  # 6 x^2 - 8 x^3 + 3 x^4


@pytest.mark.parametrize(
    ("x", "a", "b", "value"), [(0.2, 1, 1, 1.25), (0.5, 3, 1, 2.0), (0.2, 1, 2, 1.40625), (0.25, 1, 2, 14 / 9)]
)
def test_the_continued_fraction_is_what_a_closed_form_leaves_of_it(x: float, a: float, b: float, value: float) -> None:
    # I_x(a, 1) = x^a leaves 1 / (1 - x), and I_x(1, 2) = x (2 - x) leaves (2 - x) / (2 (1 - x)^2).
    assert isclose(quantiles.fraction(x, a, b), value, rel_tol=1e-12)


@pytest.mark.parametrize("x", [0.5, -0.5, 1e-200])
def test_a_divisor_is_left_as_it_is_unless_it_is_0(x: float) -> None:
    assert quantiles.away_from_zero(x) == x
    assert 0 < quantiles.away_from_zero(0.0) < 1e-200


@pytest.mark.parametrize(
    ("x", "gamma"), [(0.5, pi**0.5), (1, 1), (2, 1), (5, 24), (11, 3628800), (2.5, pi**0.5 * 0.75)]
)
def test_the_gamma_function_is_a_factorial_and_at_a_half_the_root_of_pi(x: float, gamma: float) -> None:
    assert isclose(quantiles.log_gamma(x), log(gamma), rel_tol=1e-13, abs_tol=1e-13)
