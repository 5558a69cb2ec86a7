"""What two sides could have together, and where theories settle on it."""

from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.case import read
from sim.forecasts.frontier import Frontier, contract_curve, frontier
from sim.forecasts.solutions import SOLUTIONS, better, egalitarian, kalai_smorodinsky, nash, utilitarian
from tests.forecasts.tables import parts
from tests.model.cases import DEFAULT

NOTHING = np.zeros(2)
LINE = np.array([[1.0, 0.0], [0.0, 1.0]])
FIRST = np.linspace(1, 0, 2_000_001)
ARC = np.column_stack([FIRST, 1 - FIRST**2])


def found(point: np.ndarray | None) -> list[float]:
    """Take a settlement that is there."""
    assert point is not None
    return [float(one) for one in point]


def test_nash_on_a_line_gives_halves_and_takes_the_floor_and_the_weight_into_account() -> None:
    assert found(nash(LINE, NOTHING)) == pytest.approx([0.5, 0.5])
    assert found(nash(LINE, np.array([0.2, 0]))) == pytest.approx([0.6, 0.4])
    assert found(nash(LINE, NOTHING, 0.7)) == pytest.approx([0.7, 0.3])


def test_the_solutions_on_an_arc() -> None:
    settled = found(nash(ARC, NOTHING))
    assert settled == pytest.approx([0.577350, 0.666667], abs=1e-6)
    assert settled[0] * settled[1] == pytest.approx(0.384900, abs=1e-6)
    assert found(kalai_smorodinsky(ARC, NOTHING))[0] == pytest.approx(0.618034, abs=1e-6)
    assert found(egalitarian(ARC, NOTHING))[0] == pytest.approx(0.618034, abs=1e-6)
    assert found(utilitarian(ARC, NOTHING)) == pytest.approx([0.5, 0.75], abs=1e-6)


def test_two_outcomes_are_mixed_half_and_half() -> None:
    assert found(nash(np.array([[5.0, 0.0], [0.0, 5.0]]), NOTHING)) == pytest.approx([2.5, 2.5])


def test_other_units_move_nash_and_kalai_smorodinsky_along_and_the_others_not() -> None:
    corners, floor = np.array([[1.0, 0.2], [0.7, 0.7], [0.1, 1.0]]), np.array([0.2, 0.3])
    units, origin = np.array([3.0, 1.0]), np.array([1.0, 0.0])
    for name, solution in SOLUTIONS.items():
        moved = np.array(found(solution(corners * units + origin, floor * units + origin)))
        same = np.allclose(moved, np.array(found(solution(corners, floor))) * units + origin)
        assert same == (name in {"nash", "kalai_smorodinsky"}), name


def test_what_nobody_would_choose_matters_to_kalai_smorodinsky_and_not_to_nash() -> None:
    whole, less = LINE, np.array([[0.6, 0.4], [0.0, 1.0]])
    assert found(nash(less, NOTHING)) == pytest.approx(found(nash(whole, NOTHING)))
    assert found(kalai_smorodinsky(less, NOTHING)) != pytest.approx(found(kalai_smorodinsky(whole, NOTHING)))


def test_where_no_package_is_better_than_no_deal_nothing_is_settled() -> None:
    assert better(LINE, np.array([0.6, 0.6])) is None
    assert [solution(LINE, np.array([0.6, 0.6])) for solution in SOLUTIONS.values()] == [None] * 4


def logrolling(first: float) -> Frontier:
    """Two issues, of which one side cares `first` for one and the other side for the other."""
    ideals = np.array([[0.0, 1.0], [0.0, 1.0]])
    curve = contract_curve(ideals, np.array([[first, 1 - first], [1 - first, first]]), _free(2), 1 - ideals)
    assert curve is not None
    return curve


def test_whoever_cares_less_gives_way_first() -> None:
    curve = logrolling(0.8)
    assert curve.worth == pytest.approx(np.array([[1, 0], [0.8, 0.8], [0, 1]]))
    assert curve.texts == pytest.approx(np.array([[0, 0], [0, 1], [1, 1]]))
    assert found(nash(curve.worth, curve.floor)) == pytest.approx([0.8, 0.8])


def test_nothing_is_gained_by_logrolling_where_all_care_alike() -> None:
    assert found(nash(logrolling(0.5).worth, NOTHING)) == pytest.approx([0.5, 0.5])


@given(
    ideals=st.lists(st.tuples(parts, parts), min_size=1, max_size=3),
    weights=st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=3, max_size=3),
)
def test_no_package_of_a_grid_is_better_for_both_than_the_frontier(
    ideals: list[tuple[float, float]], weights: list[tuple[int, int]]
) -> None:
    wants, cares = np.array(ideals), np.array(weights[: len(ideals)], float)
    assume((wants[:, 0] != wants[:, 1]).any())
    curve = contract_curve(wants, cares, _free(len(wants)), 1 - wants)
    assert curve is not None
    cares = cares / cares.sum(axis=0)
    for texts in product(np.linspace(0, 1, 11), repeat=len(wants)):
        losses = np.abs(np.array(texts)[:, None] - wants) / np.maximum(wants, 1 - wants)
        first, second = ((1 - losses) * cares).sum(axis=0)
        reached = np.interp(first, curve.worth[::-1, 0], curve.worth[::-1, 1], left=curve.worth[-1, 1])
        assert first <= curve.worth[0, 0] + 1e-9
        assert second <= reached + 1e-9


def test_red_lines_that_shut_an_issue_leave_no_package() -> None:
    assert frontier(read(DEFAULT, [])) is None


def _free(issues: int) -> np.ndarray:
    return np.tile([0.0, 1.0], (issues, 1))
