"""What goes with the wheels onto a stick: it refuses what cannot be installed, and says why."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
STICK = ROOT / "stick"
HERE = subprocess.run([sys.executable, STICK / "made_for.py"], capture_output=True, check=True, text=True).stdout


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick without wheels, in a folder with blanks in its name."""
    folder = tmp_path / "a stick with blanks"
    folder.mkdir()
    for name in ("install.sh", "made_for.py", "README.txt"):
        (folder / name).write_bytes((STICK / name).read_bytes())
    (folder / "MADE_FOR").write_text(HERE, encoding="utf-8")
    summed(folder)
    return folder


def summed(folder: Path) -> None:
    """Write the sums of all files anew."""
    files = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def installed(stick: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    variables = {"PATH": os.environ["PATH"], "HOME": str(stick.parent), "PYTHON": sys.executable}
    command = ("sh", str(stick / "install.sh"), *arguments)
    return subprocess.run(command, cwd=stick.parent, env=variables, capture_output=True, text=True, check=False)


def test_a_damaged_file_is_named_and_nothing_is_installed(stick: Path) -> None:
    with (stick / "README.txt").open("a") as readme:
        readme.write(" ")
    done = installed(stick)
    assert done.returncode == 1
    assert "damaged" in done.stderr
    assert "README.txt" in done.stderr
    assert "MADE_FOR" not in done.stderr
    assert not (stick.parent / "sim").exists()


def test_wheels_for_another_machine_are_refused(stick: Path) -> None:
    (stick / "MADE_FOR").write_text("CPython 3.99 on Plan9 vax\n", encoding="utf-8")
    summed(stick)
    done = installed(stick)
    assert done.returncode == 1
    assert "These wheels are for CPython 3.99 on Plan9 vax" in done.stderr
    assert not (stick.parent / "sim").exists()


def test_a_folder_that_holds_something_else_is_left_alone(stick: Path) -> None:
    (stick.parent / "sim").mkdir()
    (stick.parent / "sim" / "homework.txt").write_text("mine", encoding="utf-8")
    done = installed(stick)
    assert done.returncode == 1
    assert "holds something else" in done.stderr
    assert [path.name for path in (stick.parent / "sim").iterdir()] == ["homework.txt"]


def test_a_whole_stick_for_this_machine_is_taken(stick: Path) -> None:
    done = installed(stick, "a place of mine")
    assert (stick.parent / "a place of mine" / "pyvenv.cfg").exists()
    assert "pip-" in done.stderr
