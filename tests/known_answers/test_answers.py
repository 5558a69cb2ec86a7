"""A yes, by hand: the odds are e to the leaning, in temperatures."""

from math import isclose, log

import pytest

from sim.rules.answers import assent


@pytest.mark.parametrize(("leaning", "yes"), [(-2, 1 / 10), (-1, 1 / 4), (0, 1 / 2), (1, 3 / 4), (2, 9 / 10)])
@pytest.mark.parametrize("temperature", [0.05, 1.0, 4.0])
def test_log_3_of_leaning_triples_the_odds_of_a_yes_at_each_temperature(
    leaning: int, yes: float, temperature: float
) -> None:
    assert isclose(assent(leaning * log(3) * temperature, temperature), yes)
