"""The search for the smallest change finds it where it is known, and says so where there is none."""

import numpy as np
import pytest
from scipy.optimize import linprog

from sim.analysis.search import Change, size, smallest

BUDGET = 300


def planted(seed: int) -> tuple[list[float], list[tuple[float, float]], float]:
    """A linear response of up to five numbers: slopes, room down and up, and a share to reach."""
    luck = np.random.default_rng(seed)
    slopes = [luck.uniform(-0.5, 0.5) for _ in range(luck.integers(1, 6))]
    room = [(down, 1 - down) for down in (luck.random() for _ in slopes)]
    return slopes, room, luck.uniform(0.15, 0.6)


@pytest.mark.parametrize("seed", range(120))
def test_of_a_linear_response_the_smallest_change_is_found(seed: int) -> None:
    slopes, room, share = planted(seed)

    def response(change: Change) -> float:
        return 0.1 + sum(slope * step for slope, step in zip(slopes, change, strict=True))

    found = smallest(response, room, share, BUDGET)
    signed = [[-one for one in slopes] + slopes]
    bounds = [(0, up) for _, up in room] + [(0, down) for down, _ in room]
    exact = linprog(np.ones(2 * len(slopes)), A_ub=signed, b_ub=[0.1 - share], bounds=bounds)
    assert bool(found.reaching) == exact.success
    assert found.complete
    assert found.trials <= BUDGET
    if exact.success:
        assert size(found.reaching[0]) == pytest.approx(exact.fun, rel=0.02)
        assert response(found.reaching[0]) >= share
    else:
        most = 0.1 + sum(max(slope * up, -slope * down) for slope, (down, up) in zip(slopes, room, strict=True))
        assert found.best_share == pytest.approx(most, abs=1e-9)


def test_what_is_reached_already_needs_no_change() -> None:
    found = smallest(lambda _: 0.7, [(1, 1)], 0.5)
    assert found.reaching == ((0.0,),)
    assert found.trials == 1


def test_what_nothing_changes_is_out_of_reach() -> None:
    found = smallest(lambda _: 0.2, [(0.5, 0.5)] * 5, 0.5)
    assert found.reaching == ()
    assert (found.best, found.best_share) == ((0.0,) * 5, 0.2)


def test_where_two_numbers_work_only_together_both_are_found() -> None:
    def both(change: Change) -> float:
        return 0.1 + 0.2 * change[0] + 0.2 * change[1] + 0.6 * change[0] * change[1]

    found = smallest(both, [(0, 1), (0, 1)], 0.8)
    assert both(found.reaching[0]) >= 0.8
    assert all(step > 0 for step in found.reaching[0])


@pytest.mark.parametrize("numbers", [2, 3, 5])
def test_two_numbers_of_which_neither_gains_alone_are_found(numbers: int) -> None:
    def both(change: Change) -> float:
        return 0.8 if change[0] >= 0.6 and change[-1] <= -0.4 else 0.1

    found = smallest(both, [(1, 1)] * numbers, 0.5)
    assert found.complete
    assert found.trials <= BUDGET
    assert found.reaching[0] == pytest.approx((0.6, *[0.0] * (numbers - 2), -0.6), abs=0.02)


def test_what_is_best_half_way_is_found() -> None:
    found = smallest(lambda change: 0.9 - 2 * abs(change[0] - 0.5), [(0, 1)], 0.6)
    assert found.reaching[0] == pytest.approx((0.35,), abs=0.01)


def test_none_of_the_ways_is_larger_than_another_in_every_number() -> None:
    def response(change: Change) -> float:
        return 0.5 * change[0] + 0.45 * change[1] + 0.1 * change[2]

    ways = smallest(response, [(0, 1)] * 3, 0.4).reaching
    assert len(ways) > 1
    for one in ways:
        assert response(one) >= 0.4
        for other in ways:
            assert one is other or any(abs(a) < abs(b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("budget", [1, 2, 5, 10])
def test_the_budget_is_kept_and_a_search_that_was_cut_short_says_so(budget: int) -> None:
    asked: list[Change] = []

    def response(change: Change) -> float:
        asked.append(change)
        return sum(change) / 6

    found = smallest(response, [(0, 1)] * 5, 0.7, budget)
    assert len(asked) == found.trials <= budget
    assert not found.complete
