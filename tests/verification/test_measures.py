"""A figure is shown by its interval and not by a point, and intervals of parts hold the truth as often as they say."""

import numpy as np
import pytest

from tests.verification.assumptions import Change, Outcome
from tests.verification.fact import ANY, LESS, MORE, NONE, Band, Fact, Figure, Found
from tests.verification.measures import exact, part, part_less

TIMES = 10_000
RUNS = 500


@pytest.mark.parametrize(
    ("low", "high", "band", "holds"),
    [
        (0.1, 0.3, MORE, True),
        (-0.1, 0.5, MORE, False),
        (0, 0.4, MORE, False),
        (0.1, 0.3, LESS, False),
        (0.1, 0.3, Band(0.05, 0.35), True),
        (0.1, 0.3, Band(0.15, 0.35), False),
        (-9, 9, ANY, True),
    ],
)
def test_a_figure_holds_if_all_of_its_interval_lies_in_the_band(
    low: float, high: float, band: Band, *, holds: bool
) -> None:
    assert Figure("", 0.2, low, high, band).holds == holds


def test_nothing_but_0_is_none() -> None:
    assert exact("", 0, NONE).holds
    assert not exact("", 1, NONE).holds


def test_a_fact_is_shown_if_all_of_its_figures_hold() -> None:
    good, bad = exact("", 1, MORE), exact("", 1, LESS)
    fact = Fact("", "", "", lambda: ())
    assert Found(fact, (good, good)).shown
    assert not Found(fact, (good, bad)).shown


def test_a_conclusion_is_open_where_the_interval_reaches_both_sides_and_turned_where_it_lies_beyond() -> None:
    figures = [Figure("", 0, low, high, MORE) for low, high in ((0.1, 0.2), (-0.1, 0.2), (-0.2, -0.1), (0, 0))]
    assert Outcome(Change(), (), tuple(figures)).verdicts == ("holds", "open", "turned", "turned")


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure("", 0.14106, 0.14026, 0.14187), "0.1411 (0.1403 to 0.1419)"),
        (Figure("", -0.00001, -0.0021, 0.0021), "0.0000 (-0.0021 to 0.0021)"),
        (exact("", 21), "21"),
    ],
)
def test_a_figure_is_told_with_the_digits_that_its_interval_bears(figure: Figure, text: str) -> None:
    assert str(figure) == text


def test_the_interval_of_a_part_holds_the_truth_in_95_of_100_trials() -> None:
    luck, held = np.random.default_rng(1), 0
    for _ in range(TIMES):
        whole = luck.poisson(4, RUNS)
        one = part("", luck.binomial(whole, 0.4), whole)
        held += one.low <= 0.4 <= one.high
    assert 0.94 <= held / TIMES <= 0.96


def test_the_interval_of_a_share_less_another_among_it_holds_the_truth_in_95_of_100_trials() -> None:
    luck, held = np.random.default_rng(1), 0
    for _ in range(TIMES):
        some = luck.random(RUNS) < 0.6
        one = part_less("", some, some & (luck.random(RUNS) < 0.2))
        held += one.low <= 0.4 <= one.high
    assert 0.94 <= held / TIMES <= 0.96
