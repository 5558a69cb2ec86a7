"""The Security Council, by hand."""

from math import isclose, log

import pytest

from sim.rules import council


@pytest.mark.parametrize(("strength", "yes"), [(0.8, 1 / 4), (0.7, 1 / 2), (0.6, 3 / 4), (0.5, 9 / 10)])
def test_a_member_bears_its_tolerance_and_what_cooperation_adds(strength: float, yes: float) -> None:
    assert isclose(council.vote(0.5, 0.4, strength, 0.5, 0.1 / log(3)), yes)  # 0.5 + 0.5 * 0.4 is 0.7


@pytest.mark.parametrize(("strength", "after"), [(0.8, 0.6), (0.6, 0.45), (0.0, 0.0)])
def test_a_refused_text_loses_its_part_of_strength(strength: float, after: float) -> None:
    assert isclose(council.softened(strength, 0.25), after)


@pytest.mark.parametrize(("cooperation", "after"), [(0.4, 0.36), (1.0, 0.9), (0.0, 0.0)])
def test_a_refusal_costs_the_powers_their_part_of_cooperation(cooperation: float, after: float) -> None:
    assert isclose(council.soured(cooperation, 0.1), after)
