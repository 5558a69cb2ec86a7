"""Every row of the rule book's table, at its 40,000 runs, by the two versions of the rule book."""

import pytest

from tests.model.table import ROWS
from tests.vectorised.rows import differences

RUNS = 40_000


@pytest.mark.parametrize("world", ROWS)
def test_both_versions_tell_the_same_of_all_runs(world: str) -> None:
    _, differ = differences(world, RUNS)
    assert differ == []
