"""A mediator who follows a theory: the same text in both engines, and the one that the theory names."""

import numpy as np
import pytest

from sim.case import read
from sim.forecasts import forecasts
from sim.rules.settlements import SETTLEMENTS
from sim.rules.styles import STYLES
from sim.study.runs import outcomes
from sim.talks.seating import seat

CASE = "first_scenario"
OF_OFFERS = ("weighted_mean", "plain_mean", "weighted_median", "condorcet")
"""Settlements that move as offers do; the others look at ideals and limits, which stay."""


def texts(settlement: str, issue: str, engine: str, *more: str) -> np.ndarray:
    """The last texts on an issue in ten runs."""
    case = read(CASE, [f"mediator.settlement={settlement}", *more])
    return outcomes(seat(case), 1, 10, engine=engine)[f"text.{issue}"]


@pytest.mark.parametrize("settlement", SETTLEMENTS)
def test_both_engines_settle_alike(settlement: str) -> None:
    for issue in read(CASE).issues:
        assert np.array_equal(texts(settlement, issue, "mesa"), texts(settlement, issue, "compiled"))


@pytest.mark.parametrize("settlement", [name for name in SETTLEMENTS if name not in OF_OFFERS])
def test_a_text_by_ideals_and_limits_is_where_the_forecast_says(settlement: str) -> None:
    for issue, said in forecasts(read(CASE)).items():
        written = texts(settlement, issue, "compiled")
        assert written[written >= 0] == pytest.approx(said.settled[settlement], abs=1e-12)
        assert (written >= 0).any()


@pytest.mark.parametrize("settlement", OF_OFFERS)
def test_a_text_of_offers_that_stay_is_where_the_forecast_says(settlement: str) -> None:
    fixed = [f"delegations.{who}.tactic.name=fixed" for who in read(CASE).delegations]
    for issue, said in forecasts(read(CASE)).items():
        written = texts(settlement, issue, "compiled", *fixed)
        assert written[written >= 0] == pytest.approx(said.settled[settlement], abs=1e-12)


def test_where_limits_leave_no_range_the_weighted_mean_is_written() -> None:
    given = read(CASE).delegations["east_orlen"].positions
    shut = [f"delegations.east_orlen.positions.{issue}.limit={one.ideal}" for issue, one in given.items()]
    assert np.array_equal(texts("nash", "bridge", "mesa", *shut), texts("weighted_mean", "bridge", "mesa", *shut))


@pytest.mark.parametrize("style", STYLES)
def test_by_default_the_style_says_how_texts_are_settled(style: str) -> None:
    given = f"mediator.style={style}"
    for issue in read(CASE).issues:
        case = read(CASE, [given])
        default = outcomes(seat(case), 1, 10, engine="compiled")[f"text.{issue}"]
        assert np.array_equal(default, texts(STYLES[style].settlement, issue, "compiled", given))


def test_an_unknown_theory_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Exception, match=r"There is no settlement of a text of this name\. There are: condorcet"):
        read(CASE, ["mediator.settlement=average"])
