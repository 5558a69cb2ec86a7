"""Three hundred kills: a sweep comes to the same end, whatever the moment, and as often as one likes."""

import time
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from tests.survival.folders import kept, lines, marks, tree
from tests.survival.started import WAYS, Started
from tests.survival.trials import CHUNKS, SWEEP, WORKERS, started, strikes, struck

SWEEPS: Final = 60
AT_ALL: Final = 48
COMPILES: Final = 3.0
"""Seconds; the rules take longer than this to be compiled."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("undisturbed")
    assert started(where, 2).ended().code == 0
    return where / "kept"


@pytest.mark.parametrize("trial", range(100, 100 + SWEEPS))
def test_a_sweep_that_is_killed_again_and_again_is_the_same_in_the_end(
    trial: int, tmp_path: Path, undisturbed: Path
) -> None:
    for strike in strikes(trial):
        struck(tmp_path, strike)
    assert len(kept(tmp_path / "kept")) < CHUNKS
    assert started(tmp_path, WORKERS[trial % 4]).ended().code == 0
    assert tree(tmp_path / "kept") == tree(undisturbed)


@pytest.mark.parametrize("way", WAYS)
def test_a_sweep_may_be_killed_as_early_and_as_late_as_one_likes(way: str, tmp_path: Path, undisturbed: Path) -> None:
    """Nothing is waited for here: it may not have begun, and it may have ended."""
    chance = np.random.default_rng(list(WAYS).index(way))
    for seconds in np.sort(chance.uniform(0, 2.5, AT_ALL // 4)):
        before = marks(tmp_path / "kept")
        running = started(tmp_path, int(chance.choice(WORKERS)))
        time.sleep(float(seconds))
        running.stop(WAYS[way])
        assert running.ended().code in {0, WAYS[way].code}
        assert before.items() <= marks(tmp_path / "kept").items()
    end = started(tmp_path, 2).ended()
    assert end.code == 0, end.err
    assert tree(tmp_path / "kept") == tree(undisturbed)


@pytest.mark.parametrize("place", range(12))
def test_a_sweep_stops_wherever_it_is_in_compiling_and_goes_on_as_printed(
    place: int, tmp_path: Path, undisturbed: Path
) -> None:
    way = WAYS["Ctrl-C" if place % 2 else "SIGTERM"]
    running = Started(tmp_path, (*SWEEP, "--engine", "compiled"), XDG_CACHE_HOME=str(tmp_path / "cache"))
    running.until(lambda: any((tmp_path / "cache").rglob("play.py")))
    time.sleep(COMPILES * place / 12)
    running.stop(way)
    end = running.ended()
    assert end.code == way.code
    assert Started(tmp_path, end.command).ended().code == 0
    assert lines(tmp_path / "kept")[-1]["digest"] == lines(undisturbed)[-1]["digest"]
