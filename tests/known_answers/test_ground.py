"""How many attacks a day brings, by hand."""

from math import exp, isclose, log

import pytest

from sim.rules import ground


@pytest.mark.parametrize(
    ("in_pause", "effect", "rate"), [(False, 0.8, 0.4), (True, 0.8, 0.16), (True, 1.0, 0.1), (True, 0.0, 0.4)]
)
def test_a_pause_thins_the_attacks_that_none_provoked(
    in_pause: bool,  # noqa: FBT001 - a quantity of the formula
    effect: float,
    rate: float,
) -> None:
    assert isclose(ground.attack_rate(0.3, effect, in_pause, 0.1), rate)


@pytest.mark.parametrize(("u", "count"), [(0.01, 0), (0.49, 0), (0.51, 1), (0.84, 1), (0.85, 2), (0.97, 3)])
def test_attacks_are_counted_until_their_chances_reach_the_luck_of_the_day(u: float, count: int) -> None:
    # At a rate of log 2 the chances of 0, 1 and 2 attacks are 0.5, 0.3466 and 0.1201, together 0.9667.
    assert ground.attacks(log(2), u) == count


@pytest.mark.parametrize(("rate", "count"), [(0.0, 0), (500.0, 200)])
def test_no_day_has_attacks_at_no_rate_or_more_than_200(rate: float, count: int) -> None:
    assert ground.attacks(rate, 0.999) == count


@pytest.mark.parametrize("days", [0.5, 1.0, 7.0])
def test_of_an_attack_e_to_the_minus_1_is_remembered_after_the_days_of_memory(days: float) -> None:
    assert isclose(ground.retention(days) ** days, exp(-1))


@pytest.mark.parametrize(("count", "after"), [(0, 0.1), (1, 0.25), (4, 0.7)])
def test_what_is_remembered_and_what_was_bred_today_make_tomorrows_attacks(count: int, after: float) -> None:
    assert isclose(ground.excitation(0.2, 0.5, 0.3, count), after)
