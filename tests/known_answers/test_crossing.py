"""Where two who concede by the clock meet."""

from math import sqrt

import pytest

from sim.rules.arithmetic import power
from sim.rules.tactics import Standing, offer, time_dependent


def tabled(ideal: float, limit: float, elapsed: float, beta: float) -> float:
    """What one who answers nothing and feels no resolve offers at a time."""
    return offer(ideal, limit, time_dependent(Standing(0, elapsed, beta, 0, 0, 0, 0, 0)))


def crossing(first: float, second: float) -> float:
    """The time at which two meet who go from end to end, by the betas of the one below and the one above."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        met = tabled(0, 1, middle, first) >= tabled(1, 0, middle, second)
        low, high = (low, middle) if met else (middle, high)
    return high


def test_two_who_concede_evenly_meet_in_the_middle_at_half_time() -> None:
    assert crossing(1, 1) == pytest.approx(0.5, abs=1e-9)
    assert tabled(0, 1, 0.5, 1) == pytest.approx(0.5, abs=1e-9)


def test_one_who_concedes_early_meets_one_who_concedes_evenly_at_the_golden_section() -> None:
    assert crossing(2, 1) == pytest.approx((3 - sqrt(5)) / 2, abs=1e-9)
    assert tabled(0, 1, crossing(2, 1), 2) == pytest.approx((sqrt(5) - 1) / 2, abs=1e-9)


@pytest.mark.parametrize("beta", [0.01, 0.5, 1.0, 5.0])
def test_at_the_deadline_everybody_offers_the_limit(beta: float) -> None:
    assert tabled(0.2, 0.9, 1.0, beta) == pytest.approx(0.9, abs=1e-12)


def test_one_who_hardly_concedes_stays_at_the_ideal_until_the_end() -> None:
    assert tabled(0.2, 0.9, 0.99, 0.001) == pytest.approx(0.2, abs=1e-4)
    assert power(0.99, 1000) < 1e-4
