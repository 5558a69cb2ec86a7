"""Who leaves a besieged place, and what comes of it, by hand."""

from math import isclose, log

import pytest

from sim.rules import relief


@pytest.mark.parametrize(("z", "under_fire", "people"), [(0, 1, 50), (1, 1, 150), (0, 0.4, 20)])
def test_people_leave_about_in_the_usual_number_and_fewer_under_fire(
    z: float, under_fire: float, people: float
) -> None:
    # With s * s / 2 = log 2 the median is half of the usual 100, and s * z = log 3 trebles it.
    spread = (2 * log(2)) ** 0.5
    assert isclose(relief.people_out(100, spread, z * log(3) / spread, under_fire), people)


@pytest.mark.parametrize(("trust", "after"), [(0.0, 0.0), (0.5, 0.6), (0.2, 0.264), (1.0, 1.0)])
def test_good_news_convinces_those_who_are_in_doubt_most(trust: float, after: float) -> None:
    assert isclose(relief.trust_after_relief(trust, 0.2, 300, 150), after)


@pytest.mark.parametrize(("extension", "times", "chance"), [(0.8, 0, 0.4), (0.8, 1, 0.2), (0.8, 3, 0.1), (3.0, 0, 1.0)])
def test_a_pause_is_prolonged_less_likely_each_time(extension: float, times: int, chance: float) -> None:
    assert isclose(relief.prolongation(extension, 0.5, times), chance)
