"""Sensitivity from Python: the example works, seeds and folders hold, wrong arguments are refused."""

import doctest
from importlib import import_module
from pathlib import Path
from typing import Final

import pandas as pd
import pytest

import sim
from sim.analysis import salib
from sim.analysis.response import Missing
from sim.analysis.sensitivity import Sensitivity, sensitivity
from sim.case import Unknown
from sim.study import runs
from sim.study.trouble import Unusable
from tests.survival.planted import raising

LOOSE: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CASE: Final = "first_scenario"


def small(seed: int = 1, out: Path | None = None, workers: int | None = None, engine: str = "auto") -> Sensitivity:
    """A study of three numbers."""
    only = ["behaviour.distrust", "behaviour.temperature", "mediator.leverage"]
    return sensitivity(
        CASE, "ending.comprehensive", 40, seed, only=only, trajectories=3, top=2, points=4, out=out, workers=workers,
        engine=engine,
    )  # fmt: skip


def test_the_example_says_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(sim)["PUBLIC"], "sensitivity", ("sim.analysis.sensitivity", "sensitivity"))
    module = import_module("sim.analysis.sensitivity")
    (example,) = [one for one in doctest.DocTestFinder().find(sensitivity, "sensitivity", module) if one.examples]
    assert doctest.DocTestRunner(optionflags=LOOSE).run(example).failed == 0


def test_the_same_study_comes_to_the_same_by_whoever_it_is_played(tmp_path: Path) -> None:
    one = small()
    other = small(out=tmp_path / "study", workers=1, engine="compiled")
    assert one.indices is not None
    assert other.indices is not None
    assert (one.screening.digest, one.indices.digest) == (other.screening.digest, other.indices.digest)
    pd.testing.assert_frame_equal(one.screening.frame, other.screening.frame)
    pd.testing.assert_frame_equal(one.indices.frame, other.indices.frame)
    assert repr(one) == repr(other)
    assert small(seed=2).screening.digest != one.screening.digest


def test_a_folder_goes_on_and_its_sweeps_open(tmp_path: Path) -> None:
    first = small(out=tmp_path)
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    assert small(out=tmp_path).screening.digest == first.screening.digest == sim.results(tmp_path / "screening").digest
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")} == files
    with pytest.raises(Unusable, match="holds a sweep of something else"):
        small(seed=2, out=tmp_path)


def test_what_is_measured_are_the_strongest_whose_influence_is_shown() -> None:
    found = small()
    assert found.indices is not None
    assert (
        set(found.indices.frame.index) == set(found.screening.shown) == {"behaviour.distrust", "behaviour.temperature"}
    )
    assert found.screening.frame.loc["mediator.leverage", "mu_star"] == 0
    assert found.sentence.startswith("Of 3 numbers, 2 move the share of “comprehensive deal”; for 1 no")


def test_a_number_that_is_drawn_is_varied_over_its_distribution_and_runs_are_the_same_as_if_it_were_set() -> None:
    case = sim.load(CASE, ["behaviour.distrust={uniform: [0.1, 0.3]}"])
    found = sensitivity(case, "ending.comprehensive", 40, only="behaviour.distrust", trajectories=2, indices=False)
    row = found.screening.frame.loc["behaviour.distrust"]
    assert (row["low"], row["high"], row["value"], row["why"]) == (0.1, 0.3, pytest.approx(0.2), "its distribution")
    ends = [
        sim.ensemble(sim.load(CASE, [f"behaviour.distrust={value}"]), 40).shares().loc[("ending", "comprehensive")]
        for value in (0.1, 0.1 + 0.4 / 3)
    ]
    step = (ends[0]["share"] - ends[1]["share"]) * 3 / 2
    other = [
        sim.ensemble(sim.load(CASE, [f"behaviour.distrust={value}"]), 40).shares().loc[("ending", "comprehensive")]
        for value in (0.3 - 0.4 / 3, 0.3)
    ]
    possible = {round(abs(one), 9) for one in (step, (other[0]["share"] - other[1]["share"]) * 3 / 2)}
    means = {round(sum(pair) / 2, 9) for pair in ((a, b) for a in possible for b in possible)}
    assert round(float(row["mu_star"]), 9) in means
    assert found.indices is None


def test_a_failed_run_is_refused_by_its_number(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(runs.PLAYERS, "mesa", raising(runs.PLAYERS["mesa"], [17]))
    for _ in range(2):
        with pytest.raises(
            Missing, match=r"replicate 17 of point 0 failed: ArithmeticError: planted at 17; sensitivity"
        ):
            small(out=tmp_path, engine="mesa")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"trajectories": 1}, "trajectories is a whole number from 2"),
        ({"runs": 1}, "runs is a whole number from 2"),
        ({"top": 0}, "top is a whole number from 1"),
        ({"points": 12}, "points is a power of two: 8 or 16, not 12"),
        ({"outcome": "mean.progres"}, r"There is no outcome mean.progres. Did you mean mean.progress\?"),
        ({"only": "nobody.*"}, r"No number is called nobody"),
        ({"engine": "steam"}, "There is no engine steam"),
        ({"seed": -1}, "seed is a whole number from 0"),
    ],
)
def test_wrong_arguments_are_refused_in_a_sentence(given: dict[str, object], sentence: str) -> None:
    with pytest.raises((Unknown, ValueError), match=sentence):
        sensitivity(CASE, **given)  # type: ignore[arg-type]


def test_without_salib_it_says_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(salib, "find_spec", lambda _: None)
    with pytest.raises(Unknown, match=r'pip install "negotiation-rounds\[sensitivity\]"'):
        sensitivity(CASE)


def test_shown_in_a_notebook_it_is_a_table() -> None:
    page = small()._repr_html_()
    assert page.startswith("<table>")
    assert "<td>behaviour.distrust</td>" in page
