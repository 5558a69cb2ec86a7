"""A laptop without the internet is set up from what `make bundle` gathers, and plays."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ALONE = ("unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")


def can_be_alone() -> bool:
    """Whether a command can be given a network of its own here."""
    return bool(shutil.which("unshare")) and not subprocess.run((*ALONE, "true"), check=False).returncode


@pytest.mark.skipif(not can_be_alone(), reason="No network of its own can be had here: that takes Linux, and a right.")
def test_a_laptop_without_the_internet_is_set_up_from_a_stick(tmp_path: Path) -> None:
    stick, home = tmp_path / "a stick with blanks", tmp_path / "an empty home"
    home.mkdir()
    made = ("-o", ".venv/ready-to-run", f"PY={sys.executable}", f"BUNDLE={stick}")
    subprocess.run(["make", "bundle", *made], cwd=ROOT, check=True)
    offline = (sys.executable, str(Path(__file__).with_name("offline.py")), str(stick), str(home))
    done = subprocess.run((*ALONE, *offline), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for said in ("is installed", "The bridge at Orlen", "1,000 runs, digest", "1 page and "):
        assert said in done.stdout
    assert {path.name for path in home.iterdir()} <= {"sim of ours", ".cache"}
