"""Walkouts at a constant hazard, and attacks that breed attacks."""

from math import log, sqrt

import numpy as np
import pytest

from tests.model.cases import World
from tests.model.playing import ends, played
from tests.model.small import at_table, talks

RUNS = 60_000
HAZARD = 0.1
ALWAYS = tuple(
    (f"behaviour.{name}", value)
    for name, value in {
        "walkout_base": log(HAZARD / (1 - HAZARD)),
        "walkout_resolve": 0,
        "walkout_mismatch": 0,
        "walkout_stalled": 0,
        "walkout_joint": 0,
        "return_base": -50,
    }.items()
)
QUARREL = {"ash": {"dam": (0, 0.2, 1)}, "birch": {"dam": (1, 0.8, 1)}}


def near(share: float, expected: float, runs: int) -> bool:
    """Say whether a share lies within four standard errors of what is expected."""
    return abs(share - expected) <= 4 * sqrt(expected * (1 - expected) / runs)


@pytest.mark.parametrize("sessions", [1, 3, 6])
def test_nobody_has_left_with_the_chance_of_surviving_every_session(sessions: int) -> None:
    columns = played(at_table(talks(QUARREL, sessions), *ALWAYS), RUNS)
    opened = columns["sessions_held"] > 0
    stayed = (columns["walkouts.ash"] + columns["walkouts.birch"] == 0)[opened]
    assert near(float(opened.mean()), (1 - HAZARD) ** 2, RUNS)
    assert near(float(stayed.mean()), (1 - HAZARD) ** (2 * sessions), len(stayed))


def test_six_sessions_are_survived_in_2824_of_10000() -> None:
    assert round((1 - HAZARD) ** 12, 4) == 0.2824


def test_both_leave_in_one_session_with_the_product_of_their_hazards() -> None:
    columns = played(at_table(talks(QUARREL), *ALWAYS), RUNS)
    opened = columns["sessions_held"] > 0
    both = (columns["walkouts.ash"] * columns["walkouts.birch"] > 0)[opened]
    assert near(float(both.mean()), HAZARD * HAZARD, len(both))


def test_the_hazard_is_what_it_is_set_to() -> None:
    end = ends(at_table(talks(QUARREL), *ALWAYS), 20)
    held = [run["delegations"]["hazard"] for run in end if run["room"][0]["sessions_held"]]
    assert np.allclose(held, HAZARD, rtol=0, atol=1e-15)
    assert held


def war(violence: float, branching: float, days: int) -> World:
    """Give talks of one session, with a war outside that goes on for some days."""
    world = talks(QUARREL)
    world["calendar"]["horizon_days"] = days - 1
    world["calendar"]["intermission_days"] = 3650
    world["behaviour"]["severity"] = 0
    world["ground"] = {"marsh": {"violence_per_day": violence, "branching": branching}}
    return world


def test_attacks_breed_attacks_as_a_self_exciting_process_does() -> None:
    days, runs = 1200, 2500
    attacks = played(at_table(war(0.3, 0.45, days)), runs)["attacks"]
    mean, fano = 0.3 / (1 - 0.45), 1 / (1 - 0.45) ** 2
    assert abs(attacks.mean() / days - mean) <= 4 * sqrt(fano * mean / days / runs)
    assert abs(attacks.var() / attacks.mean() - fano) <= 4 * fano * sqrt(2 / runs)


def test_attacks_that_beget_none_are_as_variable_as_poisson_counts() -> None:
    days, runs = 200, 3000
    attacks = played(at_table(war(0.3, 0, days)), runs)["attacks"]
    assert abs(attacks.mean() / days - 0.3) <= 4 * sqrt(0.3 / days / runs)
    assert abs(attacks.var() / attacks.mean() - 1) <= 4 * sqrt(2 / runs)


def test_where_there_is_no_violence_there_are_no_attacks() -> None:
    assert not played(at_table(war(0, 0.9, 200)), 500)["attacks"].any()
