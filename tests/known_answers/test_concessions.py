"""How far each tactic concedes, in closed form."""

from math import isclose

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from sim.talks.seating import seat
from tests.model.cases import World, made
from tests.model.generated import FAST, worlds
from tests.model.playing import days
from tests.model.small import at_table, talks

APART = {"ash": {"dam": (0, 0.8, 1)}, "birch": {"dam": (1, 0.4, 1)}}
RED = (
    ("delegations.ash.positions.dam.red_line", True),
    ("delegations.ash.positions.dam.limit", 0.3),
    ("delegations.birch.positions.dam.red_line", True),
)


def conceded(world: World, *settings: tuple[str, object]) -> NDArray[np.float64]:
    """Play a case and give the concessions of both delegations on the only issue, day by day."""
    return np.array([day["stakes"]["concession"][:, 0] for day in days(at_table(world, *settings), 1, 0)])


@pytest.mark.parametrize("beta", [0.2, 0.5, 0.7, 1, 2, 5])
@pytest.mark.parametrize("deadline", [9, 14, 40])
def test_a_clock_alone_concedes_the_part_of_the_time_that_is_gone_to_the_power_one_over_beta(
    beta: float, deadline: int
) -> None:
    day = at_table(talks(APART)).date_of(deadline)
    clocks = conceded(
        talks(APART, 15, "time_dependent"), *RED, ("calendar.deadline", day), ("delegations.birch.tactic.beta", beta)
    )
    expected = [min(1, (t + 1) / (deadline + 1)) ** (1 / beta) for t in range(15)]
    assert np.allclose(clocks[:, 1], expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("tactic", ["fixed", "tit_for_tat"])
def test_two_who_never_move_or_wait_for_each_other_stay_where_they_are(tactic: str) -> None:
    assert not conceded(talks(APART, 10, tactic), *RED).any()


@pytest.mark.parametrize("trust", [0, 0.25, 0.6, 1])
def test_tit_for_tat_gives_back_what_the_other_had_given_a_session_before_as_far_as_it_trusts(trust: float) -> None:
    moved = conceded(
        talks(APART, 12, "time_dependent"),
        *RED,
        ("delegations.ash.tactic.name", "tit_for_tat"),
        ("delegations.ash.trust", trust),
    )
    clock = [(t + 1) / 12 for t in range(12)]
    assert np.allclose(moved[:, 1], clock, rtol=0, atol=1e-12)
    assert np.allclose(moved[:, 0], [0, *(trust * gone for gone in clock[:-1])], rtol=0, atol=1e-12)


def test_two_who_weigh_the_risk_of_a_breakdown_end_at_the_nash_solution() -> None:
    suspicious = (("behaviour.distrust", 1), ("delegations.ash.trust", 0), ("delegations.birch.trust", 0))
    moved = conceded(talks(APART, 200, "zeuthen"), *suspicious)
    assert np.array_equal(moved[-1], [0.75, 0.67])
    assert isclose(0.8 * moved[-1, 0], 0.6)
    assert isclose(1 - 0.6 * moved[-1, 1], 0.6, abs_tol=0.01)


@given(world=worlds())
@settings(max_examples=60, phases=FAST)
def test_a_concession_lies_between_none_and_all_and_is_never_taken_back(world: World) -> None:
    moved = np.array([day["stakes"]["concession"] for day in days(seat(made(world)), 5, 1)])
    assert moved.min() >= 0
    assert moved.max() <= 1
    assert (np.diff(moved, axis=0) >= 0).all()


@pytest.mark.parametrize("shuttle", [0, 0.3, 1])
def test_between_separate_rooms_a_part_of_the_work_is_done(shuttle: float) -> None:
    apart = (("mediator.joint_above", 1), ("delegations.ash.grievance", 0.5), ("behaviour.half_life_days", 1e9))
    moved = conceded(talks(APART, 3, "time_dependent"), *RED, *apart, ("behaviour.shuttle", shuttle))
    assert isclose(moved[0, 1], shuttle / 3, abs_tol=1e-12)
