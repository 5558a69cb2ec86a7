"""Talks about talks, by hand: the time of an item, a yes to it, its move after a refusal, its work."""

from math import isclose

import pytest

from sim.rules import agenda


@pytest.mark.parametrize(("order", "time"), [(1.0, 0.4), (0.0, 0.8), (0.25, 0.7)])
def test_the_time_of_an_item_lies_between_its_share_and_what_is_expected_in_a_sequence(
    order: float, time: float
) -> None:
    assert isclose(agenda.time_given(order, 0.4, 0.8), time)


@pytest.mark.parametrize(("attraction", "margin"), [(0.9, 0.4), (0.5, 0.0), (0.1, -0.4)])
def test_an_agenda_has_to_attract_by_more_than_is_demanded_and_resolved(attraction: float, margin: float) -> None:
    assert isclose(agenda.margin(attraction, 0.3, 0.2), margin, abs_tol=1e-15)


@pytest.mark.parametrize(("order", "after"), [(0.0, 0.2), (0.5, 0.6), (1.0, 1.0)])
def test_a_refused_order_moves_a_part_of_the_way_to_parallel_tracks(order: float, after: float) -> None:
    assert isclose(agenda.order_after_refusal(order, 0.2), after)


@pytest.mark.parametrize(
    ("order", "share", "first", "work"),
    [(1.0, 0.2, True, 0.5), (1.0, 0.4, False, 1.0), (0.0, 0.2, True, 1.0), (0.0, 0.2, False, 0.0),
     (0.5, 0.2, True, 0.75), (0.5, 0.2, False, 0.25)],
)  # fmt: skip
def test_an_item_is_worked_on_by_its_share_in_parallel_and_by_its_turn_in_a_sequence(
    order: float,
    share: float,
    first: bool,  # noqa: FBT001 - a quantity of the formula
    work: float,
) -> None:
    assert isclose(agenda.work(order, share, 0.4, first), work)
