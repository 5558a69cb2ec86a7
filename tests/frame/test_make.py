"""Two commands are enough, in any folder: the Makefile finds a Python, and does its work once."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

PYTHON = """#!/bin/sh
echo "${{0##*/}} $*" >> calls
case "$*" in
  "-c "*) exit {fit} ;;
  "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
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
    for name in ("sh", "make", "mkdir", "cp", "touch", "basename", "tr", "mv", "echo"):
        (place / "programs" / name).symlink_to(_program(name))
    return place


def _program(name: str) -> Path:
    return next(path for part in os.environ["PATH"].split(":") if (path := Path(part) / name).exists())


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
