"""A folder is used by one sweep at a time; a lock ends with its process."""

from pathlib import Path

from tests.survival.conftest import Undisturbed
from tests.survival.folders import still, tree
from tests.survival.started import WAYS
from tests.survival.trials import held, started


def test_a_second_sweep_is_refused_names_the_first_and_goes_on_when_that_was_killed(
    tmp_path: Path, undisturbed: Undisturbed
) -> None:
    first = held(tmp_path)
    before = still(tmp_path / "kept")
    second = started(tmp_path, 2).ended()
    assert (second.code, second.out) == (7, "")
    assert f"kept is in use by process {first.number}" in second.said
    assert still(tmp_path / "kept") == before
    assert first.runs
    first.stop(WAYS["kill -9 of all"])
    assert first.ended().code == 137
    third = started(tmp_path, 2).ended()
    assert (third.code, third.document["digest"]) == (0, undisturbed.digest)
    assert tree(tmp_path / "kept") == undisturbed.tree


def test_of_three_sweeps_that_start_together_one_plays_and_the_others_are_refused_or_find_it_done(
    tmp_path: Path, undisturbed: Undisturbed
) -> None:
    together = [started(tmp_path, 2) for _ in range(3)]
    ends = [one.ended() for one in together]
    assert {end.code for end in ends} <= {0, 7}, [end.err for end in ends]
    assert {end.document["digest"] for end in ends if end.code == 0} == {undisturbed.digest}
    assert tree(tmp_path / "kept") == undisturbed.tree
