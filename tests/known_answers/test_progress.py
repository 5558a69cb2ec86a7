"""How far the talks have come, by hand."""

from math import isclose

import pytest

from sim.rules import progress


@pytest.mark.parametrize(("offer", "other", "apart"), [(0.2, 0.7, 0.25), (0.7, 0.2, 0.25), (0, 1, 0.5), (0.6, 0.6, 0)])
def test_two_offers_are_as_far_apart_as_they_matter_in_the_mean(offer: float, other: float, apart: float) -> None:
    assert isclose(progress.distance(offer, other, 0.4, 0.6), apart)


@pytest.mark.parametrize(("gap", "start", "closed"), [(0.4, 0.4, 0), (0.3, 0.4, 0.25), (0.5, 0.4, -0.25), (0, 0, 1)])
def test_a_gap_is_closed_by_the_part_that_is_gone_of_it(gap: float, start: float, closed: float) -> None:
    assert isclose(progress.gap_closed(gap, start), closed, abs_tol=1e-15)


@pytest.mark.parametrize(
    ("items", "order", "closed", "reached"), [(0, 0, -0.2, -0.14), (1, 0, 0.5, 0.5), (1, 1, 0.5, 0.65), (1, 1, 1, 1)]
)
def test_the_list_and_the_order_are_half_of_the_procedure_each(
    items: int, order: int, closed: float, reached: float
) -> None:
    assert isclose(progress.progress(items, order, closed, 0.3), reached)
