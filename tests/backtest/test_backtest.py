"""How far forecasts were off, and how sure that is."""

from pathlib import Path

import numpy as np
import pytest

from sim.analysis.backtest import SPREADS, Backtest, Method, backtest, left_out, reach
from sim.analysis.process import case_of, last_texts, sides_of
from sim.analysis.resampling import interval
from sim.case.negotiated import read_negotiations
from sim.forecasts import FORECASTS
from tests.backtest.tables import DEU, needs_deu, table

LINES = [f"{place // 2};x;{10 * place};50;{100 - 5 * place};90;{20 + place};30;{'' if place % 2 else 25};{7 * place}"
         for place in range(10)]  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Backtest:
    return backtest(table(tmp_path_factory.mktemp("table"), *LINES), runs=20, seed=1)


def method(found: Backtest, name: str) -> Method:
    """Find a method by its name."""
    return next(one for one in found.methods if one.name == name)


def test_errors_are_those_that_are_counted_by_hand(found: Backtest) -> None:
    said = [90 * 10 * place + 50 * (20 + place) + 30 * (100 - 5 * place) for place in range(10)]
    errors = [abs(one / (140 + place) - 7 * place) for place, one in enumerate(said)]
    mean = method(found, "weighted_mean")
    assert mean.error == pytest.approx(np.mean(errors))
    assert mean.rms == pytest.approx(np.sqrt(np.mean(np.square(errors))))
    assert (mean.less, mean.apart) == (0, 0)
    assert mean.ends[0] <= mean.error <= mean.ends[1]


def test_the_best_stands_first_and_all_theories_that_know_an_answer_are_there(found: Backtest) -> None:
    errors = [one.error for one in found.methods]
    assert errors == sorted(errors)
    assert {one.name for one in found.methods} == {"talks", *FORECASTS} - {"rubinstein"}
    assert sum(found.spreads.values()) == 5


def test_the_same_seed_gives_the_same_figures(tmp_path: Path, found: Backtest) -> None:
    assert backtest(table(tmp_path, *LINES), runs=20, seed=1) == found


def test_the_limit_is_the_reference_point_or_else_the_far_end(tmp_path: Path) -> None:
    one, other = table(tmp_path, *LINES[:2]).issues
    known, unknown = case_of(one, 0).delegations, case_of(other, 0).delegations
    assert [delegation.positions["issue"].limit for delegation in known.values()] == [0.25] * 3
    assert [delegation.positions["issue"].limit for delegation in unknown.values()] == [1, 1, 0]
    assert [delegation.influence for delegation in known.values()] == [0.9, 0.2, 0.3]


def test_the_talks_begin_at_the_weighted_mean_and_move(tmp_path: Path) -> None:
    issue = table(tmp_path, *LINES).issues[0]
    texts = last_texts(issue, 0.0, 1, 50)
    assert np.abs(texts - FORECASTS["weighted_mean"](sides_of(issue))).max() < 0.1
    assert last_texts(issue, 0.3, 1, 50).std() > texts.std()


def test_each_proposal_takes_what_is_best_for_the_others() -> None:
    first, second = np.array([0.0, 0.0, 9.0]), np.array([1.0, 1.0, 1.0])
    assert left_out(["a", "a", "b"], [first, second]) == [1, 1, 0]


def test_four_of_five_new_errors_lie_within_reach_of_the_others() -> None:
    errors = np.abs(np.random.default_rng(3).standard_normal(4000))
    proposals = [str(place % 400) for place in range(4000)]
    widths = reach(proposals, errors)
    assert np.mean(errors <= widths) == pytest.approx(0.8, abs=0.01)
    assert reach(["a", "b", "b", "b", "b"], np.array([9.0, 1, 2, 3, 4]))[0] == 4


def test_the_interval_of_groups_is_wider_than_that_of_single_values() -> None:
    values = np.repeat(np.random.default_rng(1).standard_normal(50), 20)
    low, high = interval(values, [str(place // 20) for place in range(1000)], 1)
    close, far = interval(values, [str(place) for place in range(1000)], 1)
    assert high - low > 3 * (far - close)
    assert far - close == pytest.approx(2 * 1.96 * values.std() / np.sqrt(1000), rel=0.1)


def test_one_proposal_is_too_few(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two proposals"):
        backtest(table(tmp_path, LINES[0], LINES[1]), runs=1, seed=1)


def test_the_spread_is_chosen_among_four() -> None:
    assert len(SPREADS) == 4


@needs_deu
@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("weighted_mean", 23.216, 23.218), ("plain_median", 27.486, 27.488), ("weighted_median", 27.907, 27.909),
     ("challenge", 26.5, 29)],
)  # fmt: skip
def test_theories_are_off_by_as_much_as_is_known(name: str, low: float, high: float) -> None:
    errors = [
        100 * abs(FORECASTS[name](sides_of(issue)) - issue.outcome)
        for issue in read_negotiations(DEU).issues
        if issue.counts and issue.outcome is not None
    ]
    assert low <= float(np.mean(errors)) <= high
