"""Shares carry their interval, rounded outward, with no more digits than it supports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis import percentages as shares
from sim.analysis.intervals import wilson


@pytest.mark.parametrize(
    ("count", "runs", "low", "high"),
    [(7, 10, 0.396778147461144, 0.892208732593699), (0, 10, 0.0, 0.277532799862889), (50, 100, 0.4038, 0.5962)],
)
def test_wilson_gives_the_intervals_of_the_tables(count: int, runs: int, low: float, high: float) -> None:
    assert wilson(count, runs) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10**6).flatmap(lambda runs: st.tuples(st.integers(0, runs), st.just(runs))))
def test_an_interval_holds_the_share_and_lies_between_nothing_and_all(case: tuple[int, int]) -> None:
    count, runs = case
    low, high = wilson(count, runs)
    assert 0 <= low <= count / runs <= high <= 1


@given(st.integers(1, 10**6).flatmap(lambda runs: st.tuples(st.integers(0, runs), st.just(runs))))
def test_the_mirror_image_of_a_share_has_the_mirror_image_of_its_interval(case: tuple[int, int]) -> None:
    count, runs = case
    low, high = wilson(count, runs)
    other_low, other_high = wilson(runs - count, runs)
    assert (low, high) == pytest.approx((1 - other_high, 1 - other_low), abs=1e-12)


@given(st.integers(20, 10**6).flatmap(lambda runs: st.tuples(st.integers(1, runs - 1), st.just(runs))))
def test_printed_ends_are_rounded_outward(case: tuple[int, int]) -> None:
    low, high = wilson(*case)
    first, last = map(float, shares.ends(*case).split(" to "))
    assert first <= 100 * low + 1e-9
    assert last >= 100 * high - 1e-9
    assert last - first <= 100 * (high - low) + 2


@pytest.mark.parametrize(
    ("count", "runs", "words"),
    [
        (1396, 10000, "14 % (13 to 15, n = 10,000)"),
        (250000, 1000000, "25.0 % (24.9 to 25.1, n = 1,000,000)"),
        (0, 10000, "0 % (below 0.04, n = 10,000)"),
        (0, 500, "0 % (below 0.8, n = 500)"),
        (0, 25, "0 % (below 14, n = 25)"),
        (10000, 10000, "100 % (above 99.96, n = 10,000)"),
        (3, 12, "3 of 12"),
        (19, 19, "19 of 19"),
    ],
)
def test_a_share_is_printed_with_its_interval_and_n(count: int, runs: int, words: str) -> None:
    assert shares.share(count, runs) == words
