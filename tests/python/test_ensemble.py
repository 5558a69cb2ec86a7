"""Many runs from Python: a frame in which every value is that of the run, and shares that count it."""

import json
import re
import subprocess
from collections.abc import Callable
from typing import assert_type

import numpy as np
import pandas as pd
import pytest

import sim
from sim.analysis import counts
from sim.analysis.ensemble import Ensemble
from sim.analysis.intervals import wilson
from sim.case import Mistakes, Unknown
from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.study import table
from sim.talks.outcome import columns, entries, quantities


def _plain(value: object) -> object:
    """A value of a frame as the table of outcomes has it."""
    if isinstance(value, pd.Timestamp):
        return value.date()
    return None if pd.isna(value) else value


def test_every_value_of_the_frame_is_that_of_the_run(many: Ensemble) -> None:
    for row in range(many.runs):
        told = table.outcome(many.seated, many.columns, row)
        assert {name: _plain(value) for name, value in many.frame.loc[row].items()} == told


def test_each_kind_of_column_has_its_type(many: Ensemble) -> None:
    types = many.frame.dtypes
    assert list(types["ending"].categories) == list(ENDINGS)
    assert types["ending"].ordered
    assert list(types["walked_over.government"].categories) == list(REASONS)
    assert types["walked_on.government"] == "datetime64[s]"
    assert types["sessions_held"] == "int64"
    assert types["progress"] == "float64"
    assert many.frame["walked_on.government"].isna().any()
    assert many.frame["walked_on.government"].notna().any()


def test_an_ending_with_more_agreement_comes_before_one_with_less(many: Ensemble) -> None:
    walkouts = many.frame["ending"] == "walkout"
    assert 0 < walkouts.sum() < many.runs
    assert (many.frame["ending"] >= "walkout").sum() == walkouts.sum() + (many.frame["ending"] == "no_show").sum()


@pytest.mark.parametrize("replicate", [0, 17, 119])
def test_a_row_is_the_run_that_is_watched(many: Ensemble, replicate: int) -> None:
    talks = sim.watch(many.case, seed=7, replicate=replicate)
    found = columns(many.seated, talks.vector()[entries(many.seated)][np.newaxis])
    assert table.outcome(many.seated, found, 0) == table.outcome(many.seated, many.columns, replicate)
    assert f"replicate {replicate}, {many.frame.loc[replicate, 'ending']}" in repr(talks)


def test_every_column_is_described_and_the_words_stay_with_the_frame(many: Ensemble) -> None:
    assert list(many.described.index) == ["replicate", *many.frame.columns]
    assert all(many.described.str.len() > 1)
    assert many.frame.head(3).attrs["described"] == many.described.to_dict()
    assert "in [0, 1]" in many.described["grievance.opposition"]
    assert "missing if it never came" in many.described["walked_on.opposition"]


def test_shares_are_those_that_are_counted_and_each_has_its_interval(many: Ensemble) -> None:
    shares, parties = many.shares(), list(many.case.delegations)
    expected = {
        **{("ending", name): one for name, one in counts.endings(many.columns).items()},
        **{("walkout", name): one for name, one in counts.walkouts(many.columns, parties).items()},
        **{("threshold", name): one for name, one in counts.reached(many.columns, many.seated.thresholds).items()},
    }
    assert set(shares.index) == set(expected)
    for place, (times, runs) in expected.items():
        assert tuple(shares.loc[place]) == (times, runs, times / runs, *wilson(times, runs))
    assert set(shares.columns) == set(shares.attrs["described"])


def test_it_is_what_the_command_line_says(sim: Callable[..., subprocess.CompletedProcess[str]], many: Ensemble) -> None:
    options = ("-n", str(many.runs), "--seed", "7", "--set", "behaviour.walkout_base=-1", "--engine", "mesa", "--json")
    said = json.loads(sim("run", "geneva_ii_round_2", *options).stdout)
    assert said["digest"] == many.digest
    shares = many.shares()
    for name, one in said["outcomes"].items():
        assert dict(shares.loc[("ending", name), ["count", "share", "low", "high"]]) == one
    for name, one in said["thresholds"].items():
        assert dict(shares.loc[("threshold", name), ["count", "share", "low", "high"]]) == one


def test_engines_and_threads_give_the_same_frame() -> None:
    slow = sim.ensemble("first_scenario", 50, engine="mesa")
    fast = sim.ensemble("first_scenario", 50, engine="compiled", workers=3)
    pd.testing.assert_frame_equal(slow.frame, fast.frame)
    assert slow.digest == fast.digest


def test_what_is_shown_are_the_endings_that_occur(many: Ensemble) -> None:
    head, columns, *rows = repr(many).splitlines()
    assert head == f"Geneva II, second round: {many.runs} runs, seed 7, digest {many.digest[:8]}"
    assert columns.split() == ["ending", "share", "(95", "%", "interval)", "runs"]
    occur = many.frame["ending"].value_counts()
    assert {row.split()[0]: int(row.split()[-1]) for row in rows} == {name: n for name, n in occur.items() if n}


def test_progress_is_told_to_the_end() -> None:
    told: list[int] = []
    sim.ensemble("first_scenario", 30, engine="mesa", progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 30)


def test_a_case_may_be_given_in_three_ways(tmp_path: object) -> None:
    path = f"{tmp_path}/case.yaml"
    case = sim.load("first_scenario")
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a text, as people write paths
        file.write(_dumped(case))
    digests = {sim.ensemble(one, 5, engine="mesa").digest for one in (case, "first_scenario", path)}
    assert len(digests) == 1


def _dumped(case: object) -> str:
    from sim.case import Scenario, dump

    assert isinstance(case, Scenario)
    return dump(case)


def test_the_day_of_a_frame_is_counted_from_the_start_of_the_calendar(many: Ensemble) -> None:
    days = many.columns["last_day"]
    assert (many.frame["last_day"] == pd.Timestamp(many.case.calendar.start) + pd.to_timedelta(days, unit="D")).all()
    assert [one.name for one in quantities(many.seated)] == list(many.frame.columns)


def test_type_checkers_see_what_comes_back() -> None:
    found = assert_type(sim.ensemble("first_scenario", 1, engine="mesa"), Ensemble)
    assert isinstance(found, Ensemble)


@pytest.mark.parametrize(
    ("wrong", "error", "sentence"),
    [
        ({"runs": 0}, ValueError, "runs is a whole number from 1 to 281,474,976,710,656; 0 is not."),
        ({"runs": 1e3}, TypeError, "runs is a whole number, as in runs=1; 1000.0 is none."),
        ({"seed": -1}, ValueError, "seed is a whole number from 0 to 18,446,744,073,709,551,615; -1 is not."),
        ({"workers": 0}, ValueError, "workers is a whole number from 1 to 1,024; 0 is not."),
        ({"engine": "compild"}, Unknown, "There is no engine compild. Did you mean compiled?"),
        ({"case": "frist_scenario"}, Unknown, "Did you mean first_scenario?"),
    ],
)
def test_what_cannot_be_played_is_refused_with_a_sentence(
    wrong: dict[str, object], error: type[Exception], sentence: str
) -> None:
    asked: dict[str, object] = {"case": "first_scenario", "runs": 5, "engine": "mesa", **wrong}
    with pytest.raises(error, match=re.escape(sentence)):
        sim.ensemble(**asked)  # type: ignore[arg-type]  # what is wrong is wrong


def test_without_the_compiler_its_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.study.runs.can_compile", lambda: False)
    with pytest.raises(Unknown, match="numba is not installed"):
        sim.ensemble("first_scenario", 5, engine="compiled")
    assert sim.ensemble("first_scenario", 5).runs == 5


def test_a_faulty_case_is_refused_with_its_mistakes(tmp_path: object) -> None:
    with open(f"{tmp_path}/case.yaml", "w", encoding="utf-8") as file:  # noqa: PTH123 - a text, as people write paths
        file.write("title: 3\n")
    with pytest.raises(Mistakes):
        sim.ensemble(f"{tmp_path}/case.yaml", 5)
