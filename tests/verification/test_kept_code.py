"""Compiled code is kept on disk, and nothing that happens to it there changes an answer."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def digest(cache: Path) -> str:
    """The last line of a hundred compiled runs: where they come from, and their digest."""
    command = [sys.executable, "-m", "sim", "run", "first_scenario", "-n", "100", "--engine", "compiled"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    return answer.stdout.splitlines()[-1]


def test_code_that_was_cut_on_disk_is_compiled_again(tmp_path: Path) -> None:
    whole = digest(tmp_path)
    (kept,) = tmp_path.rglob("*.nbc")
    kept.write_bytes(kept.read_bytes()[:1000])
    assert digest(tmp_path) == whole


def test_where_nothing_can_be_kept_the_answer_is_the_same(tmp_path: Path) -> None:
    nowhere = tmp_path / "a file"
    nowhere.write_text("no folder", encoding="utf-8")
    assert digest(nowhere) == digest(tmp_path / "a folder")
    assert list((tmp_path / "a folder").rglob("*.nbc"))
