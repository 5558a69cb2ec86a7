"""With twice as many runs an interval is narrower by the root of two."""

from math import sqrt

import pytest

from sim.analysis.intervals import wilson


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.95])
@pytest.mark.parametrize("runs", [1000, 20_000])
def test_twice_the_runs_make_an_interval_narrower_by_the_root_of_two(share: float, runs: int) -> None:
    (low, high), (lower, higher) = wilson(round(share * runs), runs), wilson(round(2 * share * runs), 2 * runs)
    assert (high - low) / (higher - lower) == pytest.approx(sqrt(2), rel=0.02)
    assert low < lower < share < higher < high
