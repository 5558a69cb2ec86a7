"""How a grievance fades, by hand."""

from math import isclose

import pytest

from sim.rules.blame import fading


@pytest.mark.parametrize(("half_life", "left"), [(0.5, 0.25), (1.0, 0.5), (2.0, 0.5**0.5), (8.0, 0.5**0.125)])
def test_a_grievance_is_half_of_itself_after_its_half_life(half_life: float, left: float) -> None:
    assert isclose(fading(half_life), left)
    assert isclose(fading(half_life) ** half_life, 0.5)
