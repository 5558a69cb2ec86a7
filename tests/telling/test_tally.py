"""Many runs, counted: the tables as they were recorded, and the counts behind them."""

from collections import Counter
from collections.abc import Callable
from io import StringIO
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis import counts
from sim.analysis.counts import Count
from sim.analysis.means import histogram, mean, means, spread
from sim.case import read
from sim.commands import sample
from sim.commands.order import Order
from sim.commands.tally.amounts import between, ceiling
from sim.commands.tally.departures import gathered
from sim.commands.tally.endings import twenty
from sim.report.terminal.cells import WIDTH, width
from sim.report.terminal.page import Page
from sim.rules.endings import ENDINGS
from sim.study.runs import outcomes
from sim.talks.actors import NEVER
from sim.talks.model import watch
from sim.talks.seating import seat

Golden = Callable[[str, str], str]
ROOT = Path(__file__).parent.parent.parent


def _tables(source: str, runs: int, settings: tuple[str, ...] = ()) -> str:
    seated = seat(read(source, settings))
    text = StringIO()
    columns = outcomes(seated, 1, runs, engine="mesa")
    sample.show(Page(text, {}), Order(source, settings, 1, runs=runs), seated, columns)
    return text.getvalue()


@pytest.mark.parametrize(
    ("name", "source", "runs", "settings"),
    [
        ("many_geneva", "geneva_ii_round_2", 100, ()),
        ("many_first", "first_scenario", 12, ()),
        ("many_everything", "everything.yaml", 40, ("behaviour.walkout_base=-4",)),
    ],
)
def test_the_tables_stay_as_they_were_recorded(
    golden: Golden, monkeypatch: pytest.MonkeyPatch, name: str, source: str, runs: int, settings: tuple[str, ...]
) -> None:
    monkeypatch.chdir(ROOT / "tests" / "scenarios")
    text = _tables(source, runs, settings)
    assert max(map(width, text.splitlines())) <= WIDTH
    assert text == golden(f"{name}.txt", text)


def test_counts_are_those_of_the_runs_one_by_one() -> None:
    seated = seat(read("geneva_ii_round_2", ["behaviour.walkout_base=-5"]))
    columns = outcomes(seated, 1, 25, engine="mesa")
    runs = [watch(seated, 1, replicate).nouns for replicate in range(25)]
    ended = Counter(run["room"].ending for run in runs)
    assert {name: one.times for name, one in counts.endings(columns).items()} == {
        name: ended[place] for place, name in enumerate(ENDINGS)
    }
    walked = [any(one.walkouts for one in run["delegations"]) for run in runs]
    assert counts.walkouts(columns, seated.delegations)["any"] == Count(sum(walked), 25)
    assert counts.first_walkout(columns, seated.delegations) == walked.index(True)
    for place, key in enumerate(seated.delegations):
        first = [run["delegations"][place].walked_in for run in runs if run["delegations"][place].walkouts]
        assert counts.sessions(columns, key, 6) == [first.count(session) for session in range(1, 7)]
        assert sum(one.times for one in counts.reasons(columns, key).values()) == len(first)


def test_what_happened_in_life_is_an_ending_and_a_path_within_it() -> None:
    case = read("geneva_ii_round_2")
    columns = outcomes(seat(case), 1, 40, engine="mesa")
    assert case.happened is not None
    ended, path = counts.as_in_life(columns, case.happened)
    assert ended == counts.endings(columns)["adjourned_without_date"]
    assert 0 < path.times < ended.times
    missed = columns["met_on.order_agreed"] == NEVER
    met = (columns["met_on.homs_evacuation"] > NEVER) & (columns["met_on.resolution"] > NEVER)
    assert path.times <= np.count_nonzero(missed & met)


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=8).filter(any))
def test_twenty_such_talks_are_always_twenty_and_never_off_by_one(times: list[int]) -> None:
    found = counts.of_twenty({str(place): Count(one, sum(times)) for place, one in enumerate(times)})
    assert sum(found.values()) == 20
    assert all(abs(found[str(place)] - 20 * one / sum(times)) < 1 for place, one in enumerate(times))


def test_twenty_such_talks_are_told_in_one_sentence() -> None:
    some = {name: Count(0, 20) for name in ENDINGS} | {"stalemate": Count(1, 20), "walkout": Count(19, 20)}
    assert twenty(some, settled=False) == "Of 20 such talks, 1 ends in a stalemate and 19 in a walkout."


def test_the_usual_day_is_the_lower_median_of_the_days_that_came() -> None:
    assert counts.usual_day(np.array([NEVER, 5, 3, 9, NEVER, 4])) == 4
    assert counts.usual_day(np.array([NEVER, NEVER])) is None


def test_a_mean_has_the_interval_of_its_standard_error() -> None:
    found = mean(np.array([1.0, 2.0, 3.0, 4.0]))
    assert found.mean == 2.5
    assert found.high - found.mean == pytest.approx(1.959963984540054 * (5 / 3 / 4) ** 0.5)
    assert mean(np.array([7])) == (7, 7, 7)
    assert between(found) == "2 (1 to 4)"


def test_quantiles_are_values_that_occur() -> None:
    assert spread(np.array([5, 1, 4, 2, 3])) == (3, 2, 4)
    assert histogram(np.array([0.0, 1.0, 9.9, 10.0]), 10.0, 2) == [2, 2]


@given(st.floats(1e-3, 1e9))
def test_the_end_of_an_axis_is_round_and_just_above(most: float) -> None:
    top = ceiling(most)
    assert most <= top <= 10 * most
    assert f"{top:e}"[0] in "1235"


def test_many_sessions_share_cells() -> None:
    assert gathered([1] * 40) == [1] * 40
    assert gathered([1] * 90) == [3] * 30


def test_means_leave_out_what_is_no_amount() -> None:
    seated = seat(read("geneva_ii_round_2"))
    names = list(means(seated, outcomes(seated, 1, 3, engine="mesa")))
    assert {"progress", "attacks", "out.homs", "blamed.government.opposition"} <= set(names)
    assert not [name for name in names if name.startswith(("ending", "met_on", "walked_", "text", "agreed_on", "last"))]
    assert [pair for pair in pairwise(names) if pair[0] == pair[1]] == []
