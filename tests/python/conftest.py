"""What the tests of the Python side share: a case that is played fast, and many runs of it."""

import pytest

import sim
from sim.analysis.ensemble import Ensemble
from sim.analysis.results import Sweep

RUNS = 120
VARY = {"mediator.style": ["facilitation", "manipulation"], "sponsors.russia.commitment": "0.1:0.9:3"}


@pytest.fixture(scope="session")
def many() -> Ensemble:
    """Many runs of the case of Geneva, angrier than it was, so that walkouts are many."""
    return sim.ensemble(sim.load("geneva_ii_round_2", ["behaviour.walkout_base=-1"]), RUNS, seed=7, engine="mesa")


@pytest.fixture(scope="session")
def swept() -> Sweep:
    """A sweep over words and numbers, with its rounds, in memory."""
    return sim.sweep("geneva_ii_two_rounds", VARY, runs=20, seed=3, rounds=True, engine="compiled")
