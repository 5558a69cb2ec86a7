"""What a concession is on the table, and what it does, by hand."""

from math import isclose

import pytest

from sim.rules import tactics


@pytest.mark.parametrize(("day", "gone"), [(0, 0.1), (4, 0.5), (8, 0.9), (9, 1.0), (30, 1.0)])
def test_of_ten_days_a_tenth_is_gone_at_the_end_of_the_first(day: int, gone: float) -> None:
    assert isclose(tactics.elapsed(day, 9), gone)


@pytest.mark.parametrize(
    ("target", "work", "pace", "after"),
    [(0.6, 1.0, 1.0, 0.6), (0.6, 0.5, 0.5, 0.3), (0.1, 1.0, 1.0, 0.2), (7.0, 0.5, 1.0, 0.6)],
)
def test_one_moves_as_far_as_the_work_allows_and_takes_nothing_back(
    target: float, work: float, pace: float, after: float
) -> None:
    assert isclose(tactics.conceded(0.2, target, work, pace), after)


@pytest.mark.parametrize(
    ("concession", "low", "high"), [(0, 0.2, 0.9), (0.25, 0.3, 0.8), (0.5, 0.4, 0.7), (1, 0.6, 0.5)]
)
def test_an_offer_goes_from_the_ideal_to_the_limit(concession: float, low: float, high: float) -> None:
    assert isclose(tactics.offer(0.2, 0.6, concession), low)
    assert isclose(tactics.offer(0.9, 0.5, concession), high)


@pytest.mark.parametrize(("trust", "step", "after"), [(0.2, 0, 0.2), (0.2, 0.4, 0.44), (1, 0.4, 1), (0.2, 2, 1)])
def test_a_step_builds_the_trust_that_was_missing_at_most_all_of_it(trust: float, step: float, after: float) -> None:
    assert isclose(tactics.trust_after_concessions(trust, 0.5, 1.5, step), after)


@pytest.mark.parametrize(("own", "others", "risk"), [(1.0, 0.4, 0.75), (0.6, 0.4, 0.5), (0.6, 0.6, 0), (0.2, 0.1, 1)])
def test_one_bears_the_risk_that_yielding_costs_as_much_as_a_breakdown(own: float, others: float, risk: float) -> None:
    assert isclose(tactics.risk_limit(own, others, 0.2), risk, abs_tol=1e-15)
