"""The expected-utility model, step by step, against its published numbers."""

import numpy as np
import pytest
from hypothesis import given

from sim.forecasts import Side
from sim.forecasts.challenge import ROUNDS, after_challenges, attitude, challenge, chances, exponent, offers, utilities
from tests.forecasts.tables import emissions, side, tables

PLACES = np.array([10 * one.ideal for one in emissions()])
INFLUENCE = np.array([one.influence for one in emissions()])
SALIENCE = np.array([one.salience for one in emissions()])


def at(years: float) -> int:
    """Find a state that wants so many years."""
    return int(np.argmin(np.abs(PLACES - years)))


def test_who_would_win_is_what_the_votes_say() -> None:
    wins = chances(PLACES, INFLUENCE * SALIENCE)
    assert wins[at(10), at(4)] == pytest.approx(0.575342, abs=1e-6)
    assert wins[at(10), at(7)] == pytest.approx(0.496307, abs=1e-6)
    differ = PLACES[:, None] != PLACES[None, :]
    assert (wins + wins.T)[differ] == pytest.approx(1)


@pytest.mark.parametrize(
    ("distance", "risk", "expected"),
    [(0.3, 1, (0.6, -0.6, 0)), (0.5, 2, (1.75, -0.25, 1)), (0.5, 0.5, (0, -1.464102, -0.828427))],
)
def test_what_success_failure_and_waiting_are_worth(
    distance: float, risk: float, expected: tuple[float, float, float]
) -> None:
    assert [float(one) for one in utilities(np.array(distance), np.array(risk))] == pytest.approx(expected, abs=1e-6)


def test_who_is_safe_takes_no_risks() -> None:
    assert exponent(np.array([-1.0, 0, 1])) == pytest.approx([2, 1, 0.5])
    gains = np.array([[0, 1.0, 3.0], [2.0, 0, 3.0], [2.0, 5.0, 0]])
    assert attitude(gains) == pytest.approx(exponent(np.array([-1, 1, 1])))


def test_the_rounds_of_the_ten_states_are_those_of_an_open_replication() -> None:
    places, means, medians = PLACES, [], []
    for _ in range(ROUNDS):
        places = after_challenges(places, INFLUENCE, SALIENCE)
        order, weight = np.argsort(places, kind="stable"), INFLUENCE * SALIENCE
        medians.append(float(places[order][np.searchsorted(np.cumsum(weight[order]), weight.sum() / 2)]))
        means.append(float(np.average(places, weights=weight)))
    assert means == pytest.approx([7.61, 7.72], abs=0.005)
    assert medians == pytest.approx([9.53, 9.53], abs=0.005)
    assert 10 * challenge(emissions()) == pytest.approx(9.53, abs=0.005)


@pytest.mark.parametrize(
    ("proposer", "mover", "offered"),
    [(0.5, -0.2, [0.5, 0.6]), (0.2, -0.5, [0.2, 0]), (0.2, 0.1, []), (-0.2, -0.1, []), (-0.2, 0.3, [])],
)
def test_one_goes_a_part_of_the_way_gives_in_or_stays(proposer: float, mover: float, offered: list[float]) -> None:
    gains = np.array([[0.0, mover], [proposer, 0.0]])
    made = [number for offer in offers(0, np.array([1.0, 0.0]), gains) for number in offer]
    assert made == pytest.approx(offered)


def test_one_with_all_the_power_is_given_in_to() -> None:
    assert challenge([side(0.9, 0, influence=9), side(0.1, 1), side(0.5, 1)]) == pytest.approx(0.9)


def test_where_all_stand_alike_nobody_moves_and_where_nothing_weighs_nothing_is_said() -> None:
    assert challenge([side(0.3, 0), side(0.3, 1)]) == 0.3
    assert challenge([side(0.3, 0, salience=0), side(0.9, 1, salience=0)]) == -1


@given(table=tables)
def test_nobody_moves_beyond_the_outermost(table: list[Side]) -> None:
    places = np.array([one.ideal for one in table])
    moved = after_challenges(places, np.array([one.influence for one in table]), np.array([1.0] * len(table)))
    assert places.min() - 1e-12 <= moved.min() <= moved.max() <= places.max() + 1e-12
