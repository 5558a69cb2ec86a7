"""Exact arithmetic: near the mathematical value, and the same bits in Python and compiled."""

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import Any

import numba
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from sim.rules import arithmetic, quantiles
from sim.rules.quantiles import QUANTILES
from sim.talks.ensemble import kernel

COUNT = 100_000
LUCK = np.random.default_rng(7)
SPREAD = [*LUCK.uniform(-708, 709, COUNT // 2).tolist(), *LUCK.normal(0, 3, COUNT // 2).tolist()]
POSITIVE = [math.exp(x) for x in SPREAD[: COUNT // 2]] + LUCK.uniform(0, 3, COUNT // 2).tolist()
UNITS = [(word + 0.5) / 2**32 for word in LUCK.integers(0, 2**32, COUNT - 6).tolist()] + [
    2**-33,
    1 - 2**-33,
    0.5,
    0.075,
    0.925,
    1e-9,
]
EDGES = [0.0, -0.0, 1.0, -1.0, 1e-300, -1e-300, 709.0, -708.0, 0.5, -0.5, 0.3465735902799726, -0.3465735902799727]


def ulps(value: float, truth: float) -> float:
    """Count the units in the last place between two numbers."""
    return abs(value - truth) / math.ulp(truth) if truth else abs(value) / math.ulp(0.0)


@pytest.mark.parametrize("x", EDGES)
def test_an_exponential_at_an_edge_is_near_its_value(x: float) -> None:
    assert ulps(arithmetic.exp(x), math.exp(x)) <= 5


def test_an_exponential_is_within_5_units_in_the_last_place() -> None:
    assert max(ulps(arithmetic.exp(x), math.exp(x)) for x in SPREAD) <= 5


def test_a_logarithm_is_within_5_units_in_the_last_place() -> None:
    values = [x for x in POSITIVE if abs(x - 1) > 1e-3]
    assert max(ulps(arithmetic.log(x), math.log(x)) for x in values) <= 5
    near = [1 + step / 2**40 for step in range(-400, 400) if step]
    assert max(abs(arithmetic.log(x) - math.log(x)) for x in near) <= 1e-24


def test_a_power_of_a_share_is_near_its_value() -> None:
    pairs = zip(UNITS[:20_000], LUCK.uniform(0.1, 10, 20_000).tolist(), strict=True)
    assert max(abs(arithmetic.power(a, b) - a**b) / a**b for a, b in pairs) <= 1e-14


def test_the_edges_of_exponentials_logarithms_and_powers_are_what_they_should_be() -> None:
    assert (arithmetic.exp(709.5), arithmetic.exp(-708.5)) == (math.inf, 0.0)
    assert (arithmetic.exp(0.0), arithmetic.log(1.0), arithmetic.log(0.0)) == (1.0, 0.0, -math.inf)
    assert (arithmetic.power(0.0, 2.5), arithmetic.power(1.0, 1e9), arithmetic.power(0.7, 0.0)) == (0.0, 1.0, 1.0)


def test_a_leaning_becomes_a_probability() -> None:
    assert max(abs(arithmetic.logistic(z) - special.expit(z)) for z in SPREAD) <= 1e-15
    assert (arithmetic.logistic(0.0), arithmetic.logistic(-1e9), arithmetic.logistic(1e9)) == (0.5, 0.0, 1.0)


@given(z=st.floats(-800, 800))
def test_a_yes_and_a_no_sum_to_1(z: float) -> None:
    assert abs(arithmetic.logistic(z) + arithmetic.logistic(-z) - 1) <= 4e-16


def test_normal_deviates_are_those_of_the_standard_library_and_of_scipy() -> None:
    ours = np.array([arithmetic.normal_quantile(u) for u in UNITS])
    library = np.array([NormalDist().inv_cdf(u) for u in UNITS])
    assert np.abs(ours - library).max() <= 1e-14
    assert np.abs(ours - stats.norm.ppf(UNITS)).max() <= 1e-9


@pytest.mark.parametrize(
    ("kind", "given_", "reference"),
    [
        ("normal", (2.0, 3.0, 0.0), stats.norm(2, 3)),
        ("uniform", (-1.0, 3.0, 0.0), stats.uniform(-1, 4)),
        ("triangular", (0.1, 0.3, 0.9), stats.triang(0.25, 0.1, 0.8)),
        ("triangular", (0.1, 0.1, 0.9), stats.triang(0, 0.1, 0.8)),
        ("beta", (2.0, 3.0, 0.0), stats.beta(2, 3)),
        ("beta", (0.5, 0.5, 0.0), stats.beta(0.5, 0.5)),
        ("beta", (40.0, 1.5, 0.0), stats.beta(40, 1.5)),
        ("pert", (0.0, 0.2, 1.0), stats.beta(1.8, 4.2)),
        ("pert", (1.0, 1.0, 3.0), stats.beta(1, 5, loc=1, scale=2)),
    ],
)
def test_a_distribution_is_inverted_as_scipy_does(
    kind: str, given_: tuple[float, float, float], reference: stats.rv_continuous
) -> None:
    shares = [*np.linspace(0.001, 0.999, 201), 1e-6, 1 - 1e-6]
    ours = [QUANTILES[kind](float(u), *given_) for u in shares]
    assert np.allclose(ours, reference.ppf(shares), rtol=1e-10, atol=1e-10)


def bits(function: Callable[..., float], values: list[float], *more: float) -> tuple[bytes, bytes]:
    """Give the bits of a function's values in plain Python, and compiled."""
    kernel(keep=False)  # it lets compiled code call plain functions
    compiled = numba.njit(function)
    return tuple(np.array([play(x, *more) for x in values]).tobytes() for play in (function, compiled))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("function", "values"),
    [
        (arithmetic.exp, SPREAD),
        (arithmetic.log, POSITIVE),
        (arithmetic.logistic, SPREAD),
        (arithmetic.normal_quantile, UNITS),
        (quantiles.log_gamma, POSITIVE[COUNT // 2 :][:5000]),
    ],
    ids=lambda given_: getattr(given_, "__name__", ""),
)
def test_compiled_arithmetic_gives_the_bits_of_plain_python(
    function: Callable[[float], float], values: list[float]
) -> None:
    plain, compiled = bits(function, values)
    assert plain == compiled
    assert len(plain) == 8 * len(values)


@pytest.mark.parametrize("kind", QUANTILES)
def test_compiled_quantiles_give_the_bits_of_plain_python(kind: str) -> None:
    count = 200 if kind in {"beta", "pert"} else COUNT
    plain, compiled = bits(QUANTILES[kind], UNITS[:count], 0.3, 0.6, 0.9)
    assert plain == compiled


def test_compiled_powers_give_the_bits_of_plain_python() -> None:
    kernel(keep=False)
    compiled: Any = numba.njit(arithmetic.power)
    pairs = list(zip(UNITS, SPREAD, strict=True))
    plain = np.array([arithmetic.power(a, abs(b)) for a, b in pairs])
    assert plain.tobytes() == np.array([compiled(a, abs(b)) for a, b in pairs]).tobytes()
