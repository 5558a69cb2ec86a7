"""The outcome of a study: the same as many runs have, and never computed where a run is missing."""

from pathlib import Path

import numpy as np
import pytest

import sim
from sim.analysis import response
from sim.case import Unknown
from sim.commands.tally.expectation import estimates, names
from sim.study import store
from sim.talks.seating import seat

VARY = {"behaviour.walkout_base": [-3, -1]}
RUNS = 40
POINTS, REPLICATES = (each.ravel() for each in np.mgrid[0:6, 0:20])


def test_every_outcome_is_that_of_the_table_of_many_runs(tmp_path: Path) -> None:
    case = sim.load("geneva_ii_round_2")
    sim.sweep(case, VARY, runs=RUNS, seed=2, out=tmp_path / "swept")
    results = store.results(tmp_path / "swept")
    there = [seat(sim.load("geneva_ii_round_2", [f"behaviour.walkout_base={value}"])) for value in (-3, -1)]
    expected = [estimates(one, sim.ensemble(one.scenario, RUNS, 2).columns) for one in there]
    asked = response.names(there[0])
    assert asked == names(there[0])
    for outcome in asked:
        means = response.means(response.read(results, there[0], outcome))
        assert means.tolist() == pytest.approx([each[outcome].mean for each in expected], abs=1e-12), outcome


def test_a_run_that_is_missing_is_named() -> None:
    there = ~((POINTS == 4) & (REPLICATES == 17))
    with pytest.raises(response.Missing, match=r"^replicate 17 of point 4 is missing; sensitivity cannot be computed$"):
        response.table(POINTS[there], REPLICATES[there], np.ones(there.sum()), (6, 20))


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_run_whose_outcome_is_no_number_is_named(value: float) -> None:
    values = np.where((POINTS == 4) & (REPLICATES == 17), value, 1.0)
    with pytest.raises(response.Missing, match="replicate 17 of point 4"):
        response.table(POINTS, REPLICATES, values, (6, 20))


def test_runs_that_come_in_any_order_stand_in_their_places() -> None:
    order = np.random.default_rng(1).permutation(len(POINTS))
    values = POINTS * 100.0 + REPLICATES
    found = response.table(POINTS[order], REPLICATES[order], values[order], (6, 20))
    assert found.ravel().tolist() == values.tolist()


def test_an_outcome_that_there_is_not_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(Unknown, match=r"There is no outcome walkout\.al\. Did you mean walkout\.any\?"):
        response.known(seat(sim.load("first_scenario")), "walkout.al")


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("walkout.any", "the share of “walkout by anybody”"),
        ("walkout.east_orlen", "the share of “walkout: East Orlen”"),
        ("ending.stalemate", "the share of “stalemate”"),
        ("threshold.prisoners_go", "the share of “Prisoners go free”"),
        ("mean.sessions_held", "the mean of “sessions held”"),
    ],
)
def test_every_outcome_has_words(outcome: str, words: str) -> None:
    assert response.in_words(sim.load("first_scenario"), outcome) == words
