"""How forecasts are scored, and what they are held against."""

from math import log
from types import SimpleNamespace

import numpy as np
import pytest

from sim.analysis import baselines
from sim.analysis.baselines import CLASSES
from sim.analysis.score import Forecast, brier, forecast, judged, score, scored
from sim.case import read

DEAL, WALKOUT, STALEMATE = "comprehensive", "walkout", "stalemate"


def chances(**known: float) -> dict[str, float]:
    """A probability for each ending; none for those that are not named."""
    return {ending: known.get(ending, 0.0) for ending in CLASSES}


def test_the_log_score_is_the_mean_of_minus_the_logarithm() -> None:
    said = {"a": chances(comprehensive=0.5, walkout=0.5), "b": chances(comprehensive=0.25, walkout=0.75)}
    found = score(said, {"a": DEAL, "b": DEAL}, 1)
    assert found.log == pytest.approx((log(2) + log(4)) / 2)
    assert found.log_ends[0] == pytest.approx(log(2))
    assert found.log_ends[1] == pytest.approx(log(4))


def test_the_brier_score_is_0_for_certainty_that_was_right_and_2_for_one_that_was_wrong() -> None:
    assert brier(chances(walkout=1), WALKOUT) == 0
    assert brier(chances(walkout=1), DEAL) == 2
    assert brier(dict.fromkeys(CLASSES, 1 / 8), DEAL) == pytest.approx(7 / 8)


def test_a_probability_is_counted_with_one_run_more_for_each_ending() -> None:
    case = read("geneva_ii_round_2")
    ending = np.array([CLASSES.index(WALKOUT)] * 30 + [CLASSES.index(STALEMATE)] * 62)
    known = case.happened
    assert known is not None
    columns = {"ending": ending} | {f"met_on.{key}": np.full(92, -(10**6)) for key in case.thresholds}
    columns |= {f"met_on.{known.reached[0]}": np.zeros(92)}
    found = forecast("geneva", case, case, columns)
    assert found.chances[WALKOUT] == pytest.approx(31 / 100)
    assert found.chances[DEAL] == pytest.approx(1 / 100)
    assert sum(found.chances.values()) == pytest.approx(1)
    assert (found.modal, found.happened) == (STALEMATE, "adjourned_without_date")
    assert list(found.thresholds[known.reached[0]]) == [pytest.approx(93 / 94), True]
    assert list(found.thresholds[known.not_reached[0]]) == [pytest.approx(1 / 94), False]


HAPPENED = {"a": DEAL, "b": DEAL, "c": WALKOUT}


def test_the_base_rate_is_that_of_the_others() -> None:
    rates = baselines.base_rate(HAPPENED, {})
    assert rates["a"][DEAL] == pytest.approx(2 / 10)
    assert rates["a"][WALKOUT] == pytest.approx(2 / 10)
    assert rates["c"][DEAL] == pytest.approx(3 / 10)
    assert sum(rates["c"].values()) == pytest.approx(1)


@pytest.mark.parametrize("name", baselines.BASELINES)
def test_what_a_baseline_says_is_a_probability_and_does_not_depend_on_the_end_of_the_case(name: str) -> None:
    cases = {key: read("first_scenario") for key in HAPPENED}
    said = baselines.BASELINES[name](HAPPENED, cases)
    other = baselines.BASELINES[name](HAPPENED | {"c": STALEMATE}, cases)
    assert said["c"] == other["c"]
    assert all(sum(one.values()) == pytest.approx(1) and min(one.values()) > 0 for one in said.values())


def test_a_coin_gives_half_to_deals() -> None:
    said = baselines.coin(HAPPENED, {})["a"]
    assert said[DEAL] + said["partial"] == pytest.approx(0.5)


def shut() -> list[str]:
    """The settings with which no side of the first scenario could sign anything but what it wants."""
    given = read("first_scenario").delegations
    return [f"delegations.{who}.positions.{issue}.limit={position.ideal}"
            for who, side in given.items() for issue, position in side.positions.items()]  # fmt: skip


def test_the_weighted_mean_speaks_for_as_much_of_a_deal_as_could_be_signed() -> None:
    assert baselines.word(read("first_scenario")) == (DEAL,)
    assert baselines.word(read("geneva_ii_round_2")) == ("partial",)
    assert baselines.word(read("first_scenario", shut())) == CLASSES[2:]


def test_the_weighted_mean_is_trusted_as_often_as_it_was_right() -> None:
    cases = {key: read("first_scenario") for key in HAPPENED}
    word = baselines.word(cases["a"])[0]
    said = baselines.weighted_mean(HAPPENED, cases)
    right = sum(end == word for name, end in HAPPENED.items() if name != "c")
    assert said["c"][word] == pytest.approx((right + 1) / 4)


def test_all_is_judged_alike() -> None:
    forecasts = [
        Forecast(name, end, chances(**{DEAL: 0.5, end: 1.0} if end != DEAL else {DEAL: 1.0}), {"half": (0.3, True)})
        for name, end in HAPPENED.items()
    ]
    found = judged(forecasts, {key: read("first_scenario") for key in HAPPENED}, 1)
    assert found.right == 3
    assert set(found.baselines) == set(baselines.BASELINES)
    assert found.baselines["uniform"].log == pytest.approx(log(8))
    assert found.thresholds[0] == pytest.approx(0.49)
    assert found.said == ([0.3] * 3, [True] * 3)


def test_cases_that_do_not_tell_their_end_are_refused() -> None:
    case = read("first_scenario")
    with pytest.raises(ValueError, match="b does not tell what happened"):
        scored({"a": case, "b": case}, {"a": read("geneva_ii_round_2"), "b": case}, runs=1, seed=1)
    with pytest.raises(ValueError, match="two cases"):
        scored({"a": case}, {"a": SimpleNamespace(happened=1)}, runs=1, seed=1)  # type: ignore[dict-item]
