"""A disk that fails at any moment costs what was being written, and nothing else."""

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.study.store import results
from tests.store.damage import cut_at, flip_at
from tests.store.faults import Disk
from tests.store.sweeps import plan, swept, tree

SMALL = plan(runs=2, rounds=False)
"""One chunk, in one file."""
CODES = (errno.ENOSPC, errno.EIO)
LIMIT = """
import resource, sys
from pathlib import Path
from tests.store.sweeps import plan, swept
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, resource.RLIM_INFINITY))
try:
    swept(Path(sys.argv[1]), plan())
except OSError as problem:
    print(problem.errno, problem.filename)
"""


def failed_at(step: int, folder: Path) -> bool:
    """Sweep into a folder while a step fails; whether it was reached."""
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, step, CODES[step % 2])
        try:
            swept(folder, SMALL)
        except OSError as problem:
            assert (problem.errno, bool(problem.filename)) == (disk.code, True)  # noqa: PT017 - not always raised
    return disk.failed


def test_a_disk_that_fails_at_any_step_costs_nothing_that_was_kept(tmp_path: Path) -> None:
    digest = swept(tmp_path / "undisturbed", SMALL).digest
    files = tree(tmp_path / "undisturbed").keys()
    step = 1
    while failed_at(step, folder := tmp_path / str(step)):
        assert list(folder.rglob("*.unfinished")) == [], step
        assert (folder.exists() and tree(folder).get("manifest.jsonl", b"")[-1:]) in {False, b"", b"\n"}, step
        assert swept(folder, SMALL).digest == digest
        assert tree(folder).keys() == files
        step += 1
    assert step > 30
    assert results(folder).digest == digest


def test_a_disk_that_fails_while_results_are_mended_costs_nothing_either(tmp_path: Path) -> None:
    digest = swept(tmp_path / "damaged", SMALL).digest
    files = tree(tmp_path / "damaged").keys() | {"set-aside/theirs.parquet"}
    cut_at(tmp_path / "damaged", "manifest.jsonl", 0.9)
    flip_at(tmp_path / "damaged", "replicates/000000.parquet", 0.5)
    flip_at(tmp_path / "damaged", "sweep.json", 0.5)
    (tmp_path / "damaged" / "replicates" / "theirs.parquet").write_bytes(b"theirs")
    step = 1
    while failed_at(step, folder := shutil.copytree(tmp_path / "damaged", tmp_path / str(step))):
        assert swept(folder, SMALL).digest == digest
        assert tree(folder).keys() == files, step
        step += 1
    assert step > 20
    assert results(folder).digest == digest


@pytest.mark.parametrize(
    ("size", "name"), [(200, "sweep.json"), (1_000, "scenario.yaml"), (3_000, "replicates/0"), (8_200, "rounds/0")]
)
def test_a_file_that_may_not_grow_is_a_refusal_with_its_path(tmp_path: Path, size: int, name: str) -> None:
    folder = tmp_path / "sweep"
    asked = [sys.executable, "-c", LIMIT.format(size=size), str(folder)]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith(f"{errno.EFBIG} {folder / name}"), done
    assert list(folder.rglob("*.unfinished")) == []
    assert swept(folder, plan()).digest == swept(tmp_path / "undisturbed", plan()).digest
