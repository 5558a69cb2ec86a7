"""Two commands are enough, in any folder: the Makefile finds a Python, and does its work once."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

PROGRAMS = (
    "sh",
    "make",
    "mkdir",
    "cp",
    "touch",
    "basename",
    "tr",
    "mv",
    "echo",
    "rm",
    "cat",
    "sed",
    "sha256sum",
    "shasum",
    "du",
)
PYTHON = """#!/bin/sh
echo "${{0##*/}} $*" >> calls
case "$*" in
  "-c "*) exit {fit} ;;
  "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
  "stick/made_for.py") echo "CPython 3.11 on a machine" ;;
  "--version") echo "Python 3.11.0" ;;
esac
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout in a folder with a blank in its name, and a shell that has only a Python of our own."""
    place = tmp_path / "a folder with blanks"
    (place / "programs").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml"):
        (place / name).write_bytes((ROOT / name).read_bytes())
    for name in PROGRAMS:
        if found := shutil.which(name):
            (place / "programs" / name).symlink_to(found)
    return place


def _python(folder: Path, name: str, *, fit: bool = True) -> None:
    path = folder / "programs" / name
    path.write_text(PYTHON.format(fit=0 if fit else 1), encoding="utf-8")
    path.chmod(0o755)


def _make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    variables = {"PATH": str(folder / "programs"), "HOME": str(folder)}
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=False
    )


def _calls(folder: Path) -> list[str]:
    lines = (folder / "calls").read_text(encoding="utf-8").splitlines()
    (folder / "calls").unlink()
    return lines


def test_make_demo_installs_once_and_then_only_plays(folder: Path) -> None:
    _python(folder, "python3")
    first = _make(folder, "demo")
    assert first.returncode == 0, first.stderr
    assert any("pip install" in call for call in _calls(folder))
    second = _make(folder, "demo")
    assert second.returncode == 0, second.stderr
    assert _calls(folder) == ["python -m sim run"]


def test_make_demo_installs_again_when_the_dependencies_changed(folder: Path) -> None:
    _python(folder, "python3")
    _make(folder, "demo")
    _calls(folder)
    stamp = (folder / ".venv" / "ready-to-run").stat().st_mtime
    os.utime(folder / "pyproject.toml", (stamp + 5, stamp + 5))
    _make(folder, "demo")
    assert any("pip install" in call for call in _calls(folder))


def test_make_takes_a_newer_python_where_python3_is_too_old(folder: Path) -> None:
    _python(folder, "python3", fit=False)
    _python(folder, "python3.12")
    made = _make(folder, "demo")
    assert made.returncode == 0, made.stderr
    assert any(call.startswith("python3.12 -m venv") for call in _calls(folder))


def test_make_says_what_is_missing_where_there_is_no_python(folder: Path) -> None:
    made = _make(folder, "demo")
    assert made.returncode != 0
    assert "Python 3.11 or newer is wanted" in made.stderr


def test_make_test_checks_style_types_rooms_and_tests(folder: Path) -> None:
    _python(folder, "python3")
    (folder / ".venv" / "bin").mkdir(parents=True)
    planned = _make(folder, "--dry-run", "test").stdout
    for check in ("ruff check", "ruff format --check", "-m mypy", "lint-imports", "-m pytest"):
        assert check in planned


def test_make_bundle_fills_a_folder_that_says_what_it_is_for_and_sums_its_files(folder: Path) -> None:
    _python(folder, "python3")
    shutil.copytree(ROOT / "stick", folder / "stick")
    made = _make(folder, "bundle", "BUNDLE=a stick")
    assert made.returncode == 0, made.stderr
    (wheels,) = [call for call in _calls(folder) if "pip wheel" in call]
    assert wheels.endswith("--wheel-dir a stick.new . pip")
    names = {"README.txt", "MADE_FOR", "install.sh", "made_for.py"}
    assert {path.name for path in (folder / "a stick").iterdir()} == names | {"SHA256SUMS"}
    assert "\n    CPython 3.11 on a machine\n" in (folder / "a stick" / "README.txt").read_text(encoding="utf-8")
    sums = (folder / "a stick" / "SHA256SUMS").read_text(encoding="utf-8")
    assert {line.split()[1] for line in sums.splitlines()} == names
