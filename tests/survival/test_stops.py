"""Ctrl-C and a request to stop end a sweep at once; it says how it goes on, and so it does."""

import time
from pathlib import Path

import pytest

from tests.survival.conftest import Undisturbed
from tests.survival.folders import kept, lines, tree
from tests.survival.started import WAYS, Started
from tests.survival.trials import SWEEP, held

STOPS = [name for name, way in WAYS.items() if way.code != 137]
AT_ONCE = 20.0
"""Seconds in which a sweep has stopped even on a machine that has much else to do; it takes a tenth of one."""


@pytest.mark.parametrize("stop", STOPS)
def test_a_sweep_that_is_stopped_says_how_it_goes_on_and_goes_on_so(
    stop: str, tmp_path: Path, undisturbed: Undisturbed
) -> None:
    running = held(tmp_path)
    begun = time.monotonic()
    running.stop(WAYS[stop])
    end = running.ended()
    assert time.monotonic() - begun < AT_ONCE
    assert (end.code, end.out) == (WAYS[stop].code, "")
    assert "of 4,200 runs are kept in kept. The same command goes on from there: sim sweep" in end.said
    assert set(tree(tmp_path / "kept")) < set(undisturbed.tree), "something was left behind"
    resumed = Started(tmp_path, end.command).ended()
    assert resumed.code == 0, resumed.err
    assert lines(tmp_path / "kept")[-1]["digest"] == undisturbed.digest
    assert tree(tmp_path / "kept") == undisturbed.tree


@pytest.mark.parametrize("stop", STOPS)
def test_a_sweep_stops_while_its_rules_are_compiled(stop: str, tmp_path: Path) -> None:
    running = Started(tmp_path, (*SWEEP, "--engine", "compiled"), XDG_CACHE_HOME=str(tmp_path / "cache"))
    running.until(lambda: any((tmp_path / "cache").rglob("play.py")))
    time.sleep(0.7)
    begun = time.monotonic()
    running.stop(WAYS[stop])
    end = running.ended()
    assert time.monotonic() - begun < AT_ONCE
    assert end.code == WAYS[stop].code
    assert end.said.startswith(
        "Stopped. 0 of 4,200 runs are kept in kept. The same command goes on from there: sim sweep"
    )
    assert kept(tmp_path / "kept") == []


def test_a_sweep_that_began_afresh_and_was_stopped_goes_on_and_does_not_begin_again(
    tmp_path: Path, undisturbed: Undisturbed
) -> None:
    first = held(tmp_path)
    first.stop(WAYS["kill -9 of all"])
    assert first.ended().code == 137
    running = held(tmp_path, "--fresh", kept_before=5)
    running.stop(WAYS["Ctrl-C"])
    end = running.ended()
    assert "--fresh" not in end.command
    assert len(kept(tmp_path / "kept")) == 5
    assert Started(tmp_path, end.command).ended().code == 0
    assert tree(tmp_path / "kept") == undisturbed.tree
