"""Sweeps from Python: one path to memory and to a folder, frames that join, shares by whatever was varied."""

import warnings
from datetime import date
from pathlib import Path
from typing import assert_type

import numpy as np
import pandas as pd
import pytest

import sim
from sim.analysis.ensemble import Ensemble
from sim.analysis.request import varied
from sim.analysis.results import Sweep
from sim.case import Unknown
from sim.study.runs import PLAYERS
from sim.study.store import results as stored
from sim.study.store.question import ask
from sim.study.sweep import TooManyFailures
from sim.study.trouble import Unusable
from sim.talks.records import Vector
from sim.talks.seating import Seated
from tests.python.conftest import VARY

TABLES = ("points", "replicates", "rounds", "failures")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("results") / "swept"
    sim.sweep("geneva_ii_two_rounds", VARY, runs=20, seed=3, rounds=True, engine="compiled", out=place)
    return place


@pytest.mark.parametrize("table", TABLES)
def test_memory_and_folder_hold_the_same(swept: Sweep, folder: Path, table: str) -> None:
    kept = sim.results(folder)
    pd.testing.assert_frame_equal(getattr(kept, table), getattr(swept, table))
    assert getattr(kept, table).attrs == getattr(swept, table).attrs


def test_memory_and_folder_count_the_same(swept: Sweep, folder: Path) -> None:
    kept = sim.results(folder)
    assert kept.digest == swept.digest
    pd.testing.assert_frame_equal(kept.shares(), swept.shares())
    assert repr(kept) == repr(swept)


@pytest.mark.parametrize("table", TABLES)
def test_the_frames_are_what_the_folder_says_in_sql(folder: Path, table: str) -> None:
    engine = stored(folder).asking()
    ask(engine, f"from {table}")
    told, kept = engine.df(), getattr(sim.results(folder), table).reset_index()
    assert list(told.columns) == list(kept.columns)
    assert len(told) == len(kept)
    for name in told.columns:
        ours, theirs = kept[name].astype(object), told[name].astype(object)
        assert ours.where(ours.notna(), None).tolist() == theirs.where(theirs.notna(), None).tolist()


def test_each_point_is_the_ensemble_of_its_case(swept: Sweep) -> None:
    for point, values in swept.points.iterrows():
        settings = [f"{path}={value}" for path, value in values.items()]
        alone = sim.ensemble(sim.load("geneva_ii_two_rounds", settings), 20, seed=3, engine="mesa")
        pd.testing.assert_frame_equal(swept.replicates.loc[point], alone.frame)


def test_points_are_numbers_where_all_values_are(swept: Sweep) -> None:
    assert swept.points["sponsors.russia.commitment"].tolist() == [0.1, 0.5, 0.9] * 2
    assert swept.points["mediator.style"].tolist() == ["facilitation"] * 3 + ["manipulation"] * 3
    assert swept.points["sponsors.russia.commitment"].dtype == np.float64


def test_what_was_varied_joins_the_runs(swept: Sweep) -> None:
    joined = swept.replicates.join(swept.points)
    assert (joined.groupby("mediator.style").size() == 60).all()
    assert joined.loc[(4, 17), "sponsors.russia.commitment"] == 0.5


def test_the_last_round_of_a_run_ends_as_the_run_does(swept: Sweep) -> None:
    last = swept.rounds.groupby(level=["point", "replicate"], sort=False)["ending"].last()
    assert (last == swept.replicates["ending"]).all()
    assert swept.rounds.index.names == ["point", "replicate", "round"]
    assert set(swept.rounds.index.get_level_values("round")) == {1, 2}


def test_every_column_is_described(swept: Sweep) -> None:
    keys = ("point", "replicate", "round")
    assert set(swept.described.index) == {*swept.points.columns, *swept.replicates.columns, *keys}
    assert "style of mediation" in swept.described["mediator.style"]
    assert all(swept.described.str.len() > 1)


def test_shares_by_one_path_count_the_others_together(swept: Sweep) -> None:
    by = swept.shares(by="mediator.style")
    pooled = swept.shares()[["count", "runs"]].groupby(level=["mediator.style", "kind", "name"], sort=False).sum()
    assert by[["count", "runs"]].to_dict("index") == pooled.to_dict("index")
    assert by.index.names == ["mediator.style", "kind", "name"]
    assert (by["runs"] == 60).all()


def test_shares_stand_in_the_order_of_the_points() -> None:
    vary: dict[str, list[float]] = {"behaviour.walkout_base": [0, -9], "mediator.leverage": [0.2, 0.4]}
    swept = sim.sweep("geneva_ii_round_2", vary, runs=5, engine="mesa")
    empty = swept.shares(by="behaviour.walkout_base").xs(("ending", "no_show"), level=("kind", "name"))["count"]
    assert list(empty.index) == [0, -9]
    for base, count in empty.items():
        alone = sim.ensemble(sim.load("geneva_ii_round_2", [f"behaviour.walkout_base={base}"]), 5, engine="mesa")
        assert count == 2 * (alone.frame["ending"] == "no_show").sum()
    assert empty[0] > empty[-9]


def test_shares_by_nothing_count_all_runs(swept: Sweep) -> None:
    together = swept.shares(by=[])
    assert (together["runs"] == 120).all()
    assert together.loc["ending", "count"].sum() == 120


def test_shares_by_what_was_not_varied_are_refused(swept: Sweep) -> None:
    with pytest.raises(Unknown, match=r"^mediator.stile was not varied. Did you mean mediator.style\?$"):
        swept.shares(by="mediator.stile")


def test_the_shares_of_the_only_point_are_those_of_the_ensemble() -> None:
    alone = sim.sweep("first_scenario", runs=30, seed=5, engine="mesa")
    many = sim.ensemble("first_scenario", 30, seed=5, engine="mesa")
    assert alone.digest == many.digest
    pd.testing.assert_frame_equal(alone.shares(), many.shares())


def test_a_case_that_was_loaded_is_swept_as_it_is() -> None:
    changed = sim.load("first_scenario", ["mediator.style=manipulation", "title='A “bridge”: 50 % <b>'"])
    swept = sim.sweep(changed, {"mediator.leverage": [0.2, 0.4]}, runs=5, engine="mesa")
    assert swept.plan.scenario == changed
    assert repr(swept).startswith("A “bridge”: 50 % <b>: 2 points, 5 runs each, seed 1, digest ")


def test_a_case_whose_thresholds_are_out_of_reach_is_swept_too() -> None:
    changed = sim.load("geneva_ii_round_2", ["thresholds.homs_evacuation.evacuated=10000000"])
    assert sim.sweep(changed, {"mediator.leverage": [0.2]}, runs=2, engine="mesa").plan.scenario == changed


def test_the_same_call_goes_on_and_what_is_done_is_not_played_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[int] = []
    swept = {"vary": {"mediator.leverage": [0.2, 0.4]}, "runs": 30, "engine": "mesa", "out": tmp_path / "r"}

    def stop(there: int) -> None:
        played.append(there)
        if there:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sim.sweep("first_scenario", progress=stop, **swept)  # type: ignore[arg-type]  # the same twice
    again = sim.sweep("first_scenario", **swept)  # type: ignore[arg-type]  # the same twice
    assert 0 < played[-1] < 60
    monkeypatch.setitem(PLAYERS, "mesa", _never)
    assert sim.sweep("first_scenario", **swept).digest == again.digest  # type: ignore[arg-type]  # the same twice


def _never(*_: object) -> tuple[Vector, Vector]:
    raise AssertionError


def test_results_of_something_else_are_refused(folder: Path) -> None:
    with pytest.raises(Unusable, match="holds a sweep of something else"):
        sim.sweep("geneva_ii_two_rounds", VARY, runs=21, seed=3, out=folder)


def test_what_was_damaged_is_told_and_played_again(tmp_path: Path) -> None:
    asked = {"vary": {"mediator.leverage": [0.2, 0.4]}, "runs": 5, "engine": "mesa", "out": tmp_path / "r"}
    before = sim.sweep("first_scenario", **asked).digest  # type: ignore[arg-type]  # the same twice
    file = next((tmp_path / "r" / "replicates").iterdir())
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(Unusable, match=r"sim\.sweep\(…, out="):
        sim.results(tmp_path / "r")
    with pytest.warns(UserWarning, match=r"is damaged: it is not what was written\.\s+This is mended"):
        mended = sim.sweep("first_scenario", **asked)  # type: ignore[arg-type]  # the same twice
    assert mended.digest == before


def test_a_folder_is_asked_in_sql_and_memory_is_not(swept: Sweep, folder: Path) -> None:
    question = "select mediator.style, max(walked_on.opposition) as last from replicates join points using (point)"
    answer = sim.results(folder).query(f"{question} group by all order by all")
    expected = swept.replicates.join(swept.points).groupby("mediator.style")["walked_on.opposition"].max()
    assert dict(zip(answer["mediator.style"], answer["last"], strict=True)) == expected.to_dict()
    with pytest.raises(Unknown, match="Only results in a folder can be asked in SQL"):
        swept.query("select * from points")


def test_a_question_that_writes_is_refused(folder: Path) -> None:
    with pytest.raises(Unknown, match="A question is one SELECT"):
        sim.results(folder).query("drop table points")


def test_rounds_that_were_not_kept_are_refused() -> None:
    swept = sim.sweep("first_scenario", runs=2, engine="mesa")
    with pytest.raises(Unknown, match="sweep with rounds=True"):
        swept.rounds  # noqa: B018 - asking is enough


def _failing(*replicates: int) -> object:
    def play(seated: Seated, seed: int, first: int, runs: int, rounds: int) -> tuple[Vector, Vector]:
        if not {*replicates}.isdisjoint(range(first, first + runs)):
            raise ZeroDivisionError("a rule")
        return real(seated, seed, first, runs, rounds)

    real = PLAYERS["mesa"]
    return play


def test_a_run_that_fails_is_a_row_and_is_counted_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PLAYERS, "mesa", _failing(3))
    swept = sim.sweep("first_scenario", {"mediator.leverage": [0.2, 0.4]}, runs=10, engine="mesa")
    assert swept.failures.reset_index().to_dict("list") == {
        "point": [0, 1], "replicate": [3, 3], "error": ["ZeroDivisionError"] * 2, "message": ["a rule"] * 2,
    }  # fmt: skip
    assert len(swept.replicates) == 18
    assert (swept.shares()["runs"] == 9).all()
    assert "2 failed" in repr(swept)


def test_a_point_at_which_every_run_failed_has_no_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PLAYERS, "mesa", _failing(0))
    swept = sim.sweep("first_scenario", {"mediator.leverage": [0.2]}, runs=1, engine="mesa")
    with warnings.catch_warnings(action="error"):
        shares = swept.shares()
    assert shares["share"].isna().all()
    assert (shares["runs"] == 0).all()
    assert "no runs" in repr(swept)
    assert "no runs" in swept._repr_html_()


def test_too_many_failures_stop_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PLAYERS, "mesa", _failing(*range(150)))
    with pytest.raises(TooManyFailures):
        sim.sweep("first_scenario", runs=150, engine="mesa")


def test_many_points_are_not_listed() -> None:
    swept = sim.sweep("first_scenario", {"mediator.leverage": "0:1:25"}, runs=1, engine="mesa")
    assert repr(swept) == f"The bridge at Orlen: 25 points, 1 run each, seed 1, digest {swept.digest[:8]}"


def test_a_sweep_file_says_what_is_not_said_here(tmp_path: Path) -> None:
    file = tmp_path / "sweep.yaml"
    file.write_text("scenario: first_scenario\nvary: {mediator.leverage: [0.2, 0.4]}\nruns: 3\nseed: 9\n")
    swept = sim.sweep(file, engine="mesa")
    assert (swept.plan.runs, swept.plan.seed, len(swept.points)) == (3, 9, 2)
    assert sim.sweep(file, runs=4, engine="mesa").plan.runs == 4


@pytest.mark.parametrize("design", ["lhs", "sobol"])
def test_a_design_fills_a_range(design: str) -> None:
    vary = {"mediator.leverage": "0.2:0.4"}
    swept = sim.sweep("first_scenario", vary, runs=1, design=design, points=4, engine="mesa")
    assert swept.points["mediator.leverage"].between(0.2, 0.4).all()
    assert swept.points["mediator.leverage"].nunique() == 4


@pytest.mark.parametrize(
    ("values", "typed"),
    [
        ("0:1:5", "0:1:5"), (["a", "b"], "a, b"), ([0.5, 1], "0.5, 1"), (np.linspace(0, 1, 3), "0.0, 0.5, 1.0"),
        (range(3), "0, 1, 2"), ([True, None], "true, null"), ([date(2014, 2, 10)], "2014-02-10"),
        ([[0, 1]], "[0, 1]"), ([{"normal": {"mean": 0.5}}], '{"normal": {"mean": 0.5}}'), (np.array([3]), "3"),
        (np.array([True]), "true"), (pd.Series([0.1]), "0.1"), ((1e-9,), "1e-09"),
    ],
)  # fmt: skip
def test_values_are_written_as_they_are_typed(values: object, typed: str) -> None:
    assert varied({"a.b": values}) == [f"a.b={typed}"]  # type: ignore[dict-item]  # whatever has values


def test_a_single_value_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^mediator.leverage: write a list of values, or a text as in '0:1:5'; 0.3 is"):
        sim.sweep("first_scenario", {"mediator.leverage": 0.3})  # type: ignore[dict-item]  # a slip


def test_a_path_that_there_is_not_is_refused_with_what_was_meant() -> None:
    with pytest.raises(Unknown, match=r"Did you mean mediator.style\?"):
        sim.sweep("first_scenario", {"mediator.stile": ["facilitation"]})


def test_type_checkers_see_what_comes_back() -> None:
    swept = assert_type(sim.sweep("first_scenario", runs=1, engine="mesa"), Sweep)
    assert isinstance(swept, Sweep)
    assert not isinstance(swept, Ensemble)
