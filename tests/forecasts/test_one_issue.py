"""Where theories settle one issue: exact answers, and the best of a fine grid."""

from math import log

import numpy as np
import pytest
from hypothesis import assume, given

from sim.forecasts import FORECASTS, Side
from sim.forecasts.rubinstein import first_share, rubinstein
from sim.forecasts.veto_players import chance_of_zone
from sim.rules.arithmetic import clip
from sim.rules.bargaining import bargaining_range, egalitarian, kalai_smorodinsky, nash, surplus
from sim.rules.settlements import SETTLEMENTS
from sim.rules.texts import utility
from sim.rules.voting import beats, chance_of, condorcet, utilitarian, weighted_mean, weighted_median
from tests.forecasts.tables import columns, emissions, side, tables

GRID = np.linspace(0, 1, 401)


@pytest.mark.parametrize(
    ("patience", "other", "periods", "expected"),
    [
        (0.9, 0.9, None, 1 / 1.9),
        (1 - 1e-9, 1 - 1e-9, None, 0.5),
        (0.9, 0, None, 1),
        (0.9, 0.9, 1, 1),
        (0.9, 0.9, 2, 1 - 0.9),
        (0.9, 0.9, 4, (1 - 0.9**4) / 1.9),
        (0.9, 0.9, 5, (1 + 0.9**5) / 1.9),
        (0.8, 0.5, 3, 1 - 0.5 * (1 - 0.8)),
        (0.7, 0.5, 4000, 0.5 / (1 - 0.35)),
    ],
)
def test_the_first_to_offer_gets_rubinsteins_share(
    patience: float, other: float, periods: int | None, expected: float
) -> None:
    assert first_share(patience, other, periods) == pytest.approx(expected, abs=1e-8)


def test_rubinstein_divides_what_lies_between_the_limits_and_the_stronger_speaks_first() -> None:
    table = [side(0, 0.6, influence=1), side(1, 0.4, influence=2)]
    assert rubinstein(table) == pytest.approx(0.4 + 0.2 / 1.9)
    assert rubinstein([side(0, 0.6, 2), side(1, 0.4, 1)]) == pytest.approx(0.6 - 0.2 / 1.9)
    assert rubinstein([side(0, 0.4), side(1, 0.6)]) == -1
    assert rubinstein([*table, side(0.5, 0)]) == -1


def test_nash_splits_a_linear_bargain_in_half_and_by_weight() -> None:
    assert nash(0, *_both([side(0, 1), side(1, 0)])) == pytest.approx(0.5, abs=1e-9)
    assert nash(0, *_both([side(1, 0.2), side(0, 1)])) == pytest.approx(0.6, abs=1e-9)
    assert nash(0, *_both([side(1, 0, influence=0.7), side(0, 1, influence=0.3)])) == pytest.approx(0.7, abs=1e-9)


def test_where_limits_leave_no_range_no_theory_of_bargaining_settles() -> None:
    table = [side(0, 0.1), side(1, 0.85)]
    assert [rule(0, *_both(table)) for rule in (nash, kalai_smorodinsky, egalitarian)] == [-1, -1, -1]


@given(table=tables)
def test_nash_has_the_highest_product_of_gains(table: list[Side]) -> None:
    low, high = bargaining_range(0, columns(table))
    assume(high - low > 0.01)

    def product(text: float) -> float:
        gains = [surplus(text, one.ideal, one.limit) for one in table]
        if min(gains) <= 0:
            return -np.inf
        return sum(one.influence * log(gain) for one, gain in zip(table, gains, strict=True))

    best = max(product(text) for text in GRID)
    assert product(nash(0, *_both(table))) >= best - 1e-9


@given(table=tables)
def test_kalai_smorodinsky_and_the_egalitarian_lift_the_one_who_gains_least(table: list[Side]) -> None:
    low, high = bargaining_range(0, columns(table))
    assume(high - low > 0.01)

    def least(text: float, most: list[float]) -> float:
        return min(
            (utility(text, one.ideal) - utility(one.limit, one.ideal)) / best
            for one, best in zip(table, most, strict=True)
        )

    inside = GRID[(low <= GRID) & (high >= GRID)]
    tops = [utility(clip(one.ideal, low, high), one.ideal) - utility(one.limit, one.ideal) for one in table]
    assert low - 1e-12 <= kalai_smorodinsky(0, *_both(table)) <= high + 1e-12
    assume(min(tops) > 0)
    best = max(least(text, tops) for text in inside)
    assert least(kalai_smorodinsky(0, *_both(table)), tops) >= best - 1e-9
    alike = [1.0] * len(table)
    assert least(egalitarian(0, *_both(table)), alike) >= max(least(text, alike) for text in inside) - 1e-9


@given(table=tables)
def test_the_utilitarian_does_most_good_in_sum(table: list[Side]) -> None:
    def good(text: float) -> float:
        return sum(utility(text, one.ideal) for one in table)

    assert good(utilitarian(0, *_both(table))) >= max(good(text) for text in GRID) - 1e-9


@given(table=tables)
def test_a_settlement_of_what_is_turned_round_is_turned_round(table: list[Side]) -> None:
    turned = [side(1 - one.ideal, 1 - one.limit, one.influence, one.salience) for one in table]
    for name in ("weighted_mean", "plain_mean", "nash", "egalitarian", "utilitarian", "condorcet"):
        settled, mirrored = (SETTLEMENTS[name](0, *_both(one)) for one in (table, turned))
        assert (settled == -1) == (mirrored == -1)
        assert settled == -1 or mirrored == pytest.approx(1 - settled, abs=1e-9), name


def test_the_ten_states_and_the_delay_of_emission_standards() -> None:
    table = emissions()
    assert 10 * weighted_mean(0, *_both(table)) == pytest.approx(7.389956, abs=1e-6)
    assert 10 * weighted_median(0, *_both(table)) == pytest.approx(7)


@pytest.mark.parametrize("place", range(10))
def test_whoever_has_more_than_half_of_the_weight_is_the_median(place: int) -> None:
    table = emissions()
    table[place] = table[place]._replace(influence=20)
    assert weighted_median(0, *_both(table)) == table[place].offer


def test_the_median_stays_where_nobody_crosses_it_and_where_one_is_cut_in_two() -> None:
    table = emissions()
    moved = [one._replace(offer=one.offer + (0.04 if one.offer > 0.7 else -0.04)) for one in table if one.offer != 0.7]
    assert weighted_median(0, *_both([*moved, *(one for one in table if one.offer == 0.7)])) == 0.7
    halves = [one._replace(influence=one.influence / 2) for one in table]
    assert weighted_median(0, *_both(halves + halves)) == 0.7


def test_three_equal_sides_elect_the_middle_one_in_8_of_14() -> None:
    table = [side(0, 1), side(0.5, 0), side(1, 0)]
    chances = [chance_of(one, 0, *_both(table)) for one in range(3)]
    assert [one / sum(chances) for one in chances] == pytest.approx([3 / 14, 8 / 14, 3 / 14], abs=1e-6)
    scaled = [one._replace(influence=7) for one in table]
    assert condorcet(0, *_both(scaled)) == pytest.approx(condorcet(0, *_both(table)), abs=1e-6)


def test_of_two_offers_each_wins_as_often_as_it_is_voted_for() -> None:
    table = [side(0, 1, influence=2), side(1, 0, influence=1)]
    assert beats(0, 1, 0, *_both(table)) == pytest.approx(2 / 3, abs=1e-6)
    assert condorcet(0, *_both(table)) == pytest.approx(1 / 3, abs=1e-6)


def test_the_more_must_agree_the_less_likely_is_a_zone() -> None:
    chances = [chance_of_zone(players, 0.4) for players in (2, 3, 4, 5)]
    assert chances == pytest.approx([0.64, 0.352, 0.1792, 0.08704], abs=1e-12)
    assert [chance_of_zone(players, 1) for players in (1, 2, 7)] == [1, 1, 1]


def test_stretches_laid_anywhere_meet_as_often_as_it_is_said() -> None:
    centres = np.random.default_rng(1).random((200_000, 3))
    assert np.mean(np.ptp(centres, axis=1) <= 0.4) == pytest.approx(chance_of_zone(3, 0.4), abs=0.004)


@given(table=tables)
def test_every_theory_settles_within_the_axis_or_not_at_all(table: list[Side]) -> None:
    for name, theory in FORECASTS.items():
        settled = theory(table)
        assert settled == -1 or -1e-12 <= settled <= 1 + 1e-12, name


def _both(table: list[Side]) -> tuple[list[Side], list[list[Side]]]:
    return table, columns(table)
