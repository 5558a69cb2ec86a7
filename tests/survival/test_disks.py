"""A disk that refuses costs nothing that was kept: a sentence says where, and the same command goes on."""

from pathlib import Path

import pytest

from tests.survival.conftest import Undisturbed
from tests.survival.folders import kept, tree
from tests.survival.started import Started
from tests.survival.trials import CHUNK, started


@pytest.mark.parametrize("folder", ["a file/kept", "/proc/kept"])
def test_a_folder_that_cannot_be_made_is_refused_before_anything_is_played(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a file").write_text("mine", encoding="utf-8")
    end = started(tmp_path, 2, "--out", folder).ended()
    assert (end.code, end.out) == (5, "")
    assert end.said.startswith("The disk or the system refused: ")
    assert folder in end.said
    assert (tmp_path / "log").read_bytes() == b""
    assert {path.name for path in tmp_path.iterdir()} == {"a file", "log"}


def test_what_is_in_the_way_of_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine", encoding="utf-8")
    end = started(tmp_path, 2).ended()
    assert (end.code, end.said) == (7, "kept is a file, not a folder of results.")
    assert (tmp_path / "kept").read_text(encoding="utf-8") == "mine"


def test_a_disk_without_room_for_the_largest_chunk_keeps_the_others(tmp_path: Path, undisturbed: Undisturbed) -> None:
    sizes = {name: len(content) for name, content in undisturbed.tree.items()}
    largest = max(sizes, key=lambda name: sizes[name])
    assert largest.startswith("replicates/"), "the manifest should have room"
    end = started(tmp_path, 1, limit=sizes[largest] - 1).ended()
    number = int(Path(largest).stem)
    assert (end.code, end.out) == (5, "")
    assert f"Stopped. {number * CHUNK:,} of 4,200 runs are kept in kept." in end.said
    assert end.said.endswith(f"The disk or the system refused: kept/{largest}: File too large.")
    assert kept(tmp_path / "kept") == list(range(number))
    assert set(tree(tmp_path / "kept")) < set(undisturbed.tree), "something was left behind"
    assert Started(tmp_path, end.command).ended().code == 0
    assert tree(tmp_path / "kept") == undisturbed.tree
