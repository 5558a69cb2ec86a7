"""The smallest pieces of exact arithmetic, by hand."""

import pytest

from sim.rules import arithmetic


@pytest.mark.parametrize(("first", "second"), [(-1.0, 2.0), (2.0, -1.0), (0.5, 0.5)])
def test_of_two_numbers_one_is_the_smaller_and_one_the_larger(first: float, second: float) -> None:
    assert arithmetic.least(first, second) == min(first, second)
    assert arithmetic.most(first, second) == max(first, second)


def test_of_equal_numbers_the_first_is_taken() -> None:
    assert [str(arithmetic.least(0.0, -0.0)), str(arithmetic.least(-0.0, 0.0))] == ["0.0", "-0.0"]
    assert [str(arithmetic.most(0.0, -0.0)), str(arithmetic.most(-0.0, 0.0))] == ["0.0", "-0.0"]


@pytest.mark.parametrize(("value", "kept"), [(-3.0, 0.2), (0.2, 0.2), (0.5, 0.5), (0.8, 0.8), (9.0, 0.8)])
def test_a_number_is_kept_between_its_ends(value: float, kept: float) -> None:
    assert arithmetic.clip(value, 0.2, 0.8) == kept


@pytest.mark.parametrize("exponent", [-1021, -3, -1, 0, 1, 10, 1023])
def test_a_whole_power_of_2_is_exact(exponent: int) -> None:
    assert arithmetic.power_of_two(exponent) == 2.0**exponent
