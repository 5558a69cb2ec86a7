"""The great powers, by hand."""

from math import isclose

import pytest

from sim.rules import great_powers


@pytest.mark.parametrize(("cooperation", "chance"), [(0.0, 0.0), (0.4, 0.12), (1.0, 0.3)])
def test_the_powers_meet_as_often_as_they_work_together(cooperation: float, chance: float) -> None:
    assert isclose(great_powers.meeting(0.3, cooperation), chance)


@pytest.mark.parametrize(("cooperation", "after"), [(0.0, 0.5), (0.4, 0.7), (1.0, 1.0)])
def test_a_meeting_takes_the_powers_a_part_of_the_way_to_each_other(cooperation: float, after: float) -> None:
    assert isclose(great_powers.after_meeting(cooperation, 0.5), after)
