"""In the mean, under the same luck, in random cases: what more of something may not do."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from numpy.typing import NDArray

from sim.talks.seating import seat
from tests.model.cases import World, made
from tests.model.generated import FAST, worlds
from tests.model.playing import Columns, played
from tests.model.small import changed

RUNS = 1000
EXAMPLES = 40
SLACK = 0.002


def mean_rise(before: NDArray[Any], after: NDArray[Any]) -> float:
    """Give how much a column rises in the mean, in favour of a rise by three standard errors."""
    rise = after - before
    return float(rise.mean() + 3 * rise.std() / np.sqrt(len(rise)) + SLACK)


def both(world: World, *more: tuple[str, Any]) -> tuple[Columns, Columns]:
    """Play a case as it is, and with more of something."""
    return tuple(played(seat(made(each)), RUNS) for each in (world, changed(world, *more)))  # type: ignore[return-value]


def anger(columns: Columns) -> NDArray[np.float64]:
    """Give the mean grievance of the delegations at the end of each run."""
    grievances = [column for name, column in columns.items() if name.startswith("grievance")]
    mean: NDArray[np.float64] = np.mean(grievances, axis=0)
    return mean


@given(world=worlds())
@settings(max_examples=EXAMPLES, phases=FAST)
def test_more_cooperation_makes_no_less_progress(world: World) -> None:
    before, after = both(changed(world, ("great_powers.cooperation", 0.2)), ("great_powers.cooperation", 0.9))
    assert mean_rise(before["progress"], after["progress"]) >= 0


@given(world=worlds())
@settings(max_examples=EXAMPLES, phases=FAST)
def test_more_commitment_of_sponsors_makes_no_less_progress(world: World) -> None:
    assume(len(world["sponsors"]) > 0)
    little = [(f"sponsors.{name}.commitment", 0.1) for name in world["sponsors"]]
    much = [(path, 0.9) for path, _ in little]
    before, after = both(changed(world, *little), *much)
    assert mean_rise(before["progress"], after["progress"]) >= 0


def at_war(world: World) -> World:
    """Give a case a war that the two sides make alike, and that nothing cuts short."""
    authors = dict.fromkeys(world["delegations"], 0.9 / len(world["delegations"]))
    front = {"violence_per_day": 0.4, "branching": 0.3, "authors": authors, "monitoring": 0.1}
    war = changed(world, ("ground", {"marsh": front}), ("events", {}), ("thresholds", {}), ("behaviour.severity", 0.3))
    return changed(war, *((f"delegations.{name}.blame_bias", 1) for name in authors))


@given(world=worlds())
@settings(max_examples=EXAMPLES, phases=FAST)
def test_more_violence_leaves_no_less_grievance(world: World) -> None:
    before, after = both(at_war(world), ("ground.marsh.violence_per_day", 1.2))
    assert mean_rise(anger(before), anger(after)) >= 0


@given(world=worlds())
@settings(max_examples=EXAMPLES, phases=FAST)
def test_more_monitoring_leaves_no_more_grievance_where_the_other_is_blamed_for_more_than_it_does(world: World) -> None:
    wary = [(f"delegations.{name}.trust", 0.1) for name in world["delegations"]]
    before, after = both(changed(at_war(world), *wary, ("behaviour.trust_gain", 0)), ("ground.marsh.monitoring", 0.9))
    assert mean_rise(anger(after), anger(before)) >= 0


@pytest.mark.parametrize("rise", [-0.5, 0.5])
def test_a_fall_in_the_mean_is_told_from_a_rise(rise: float) -> None:
    luck = np.random.default_rng(1).normal(0, 1, RUNS)
    assert (mean_rise(luck, luck + rise) >= 0) == (rise > 0)
