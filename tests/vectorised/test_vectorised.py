"""Two versions of one rule book, written apart, say the same of every negotiation, run by run."""

from pathlib import Path

import pytest

from tests.model.table import ROWS
from tests.vectorised.rows import differences

RUNS = 300


@pytest.mark.parametrize("world", ROWS)
def test_both_versions_tell_the_same_of_every_run(world: str) -> None:
    compared, differ = differences(world, RUNS)
    assert compared > 40
    assert differ == []


def test_the_second_version_is_short() -> None:
    files = (Path(__file__).parent / name for name in ("case.py", "talks.py"))
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files) <= 300
