"""A sweep that is killed at any moment comes to the end of the one that was not, by the same command."""

from pathlib import Path

import pytest

from tests.survival.conftest import Undisturbed
from tests.survival.folders import kept, tree
from tests.survival.trials import CHUNKS, WORKERS, started, strikes, struck


@pytest.mark.parametrize("trial", range(3))
def test_a_sweep_that_is_killed_four_times_is_the_same_in_the_end(
    trial: int, tmp_path: Path, undisturbed: Undisturbed
) -> None:
    for strike in strikes(trial):
        struck(tmp_path, strike)
        assert len(kept(tmp_path / "kept")) < CHUNKS
    end = started(tmp_path, WORKERS[trial % 4]).ended()
    assert end.code == 0, end.err
    assert end.document["digest"] == undisturbed.digest
    assert tree(tmp_path / "kept") == undisturbed.tree
