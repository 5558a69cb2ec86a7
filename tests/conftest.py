"""What every test shares: properties that try the same examples each time, and golden texts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.nursery import Nursery

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHELL = {"LC_ALL": "C.UTF-8", "TERM": "xterm", "PYTHONUTF8": "1"}
for name in ("NO_COLOR", "COLUMNS", "SIM_TRACEBACK", "LC_CTYPE", "LANG"):
    os.environ.pop(name, None)
os.environ.update(SHELL)  # whoever runs the tests, they start from the same shell

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
ROOT = Path(__file__).parent.parent

settings.register_profile("steady", derandomize=True, deadline=None, database=None, print_blob=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", action="store_true", help="write the golden texts anew, from what is said now")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --record, only the tests that compare with a golden text run."""
    if config.getoption("--record"):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where commands are born that need nothing of their own from the shell."""
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture
def sim(tmp_path: Path, nursery: Nursery) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Start the command in an empty folder, in a pipe: sim("show", "first_scenario", TERM="dumb").returncode."""

    def start(*arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        if not variables:
            return nursery.run(arguments, tmp_path, stdin)
        return subprocess.run(
            [sys.executable, "-m", "sim", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return start


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A browser without a screen."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        why = "The pages are looked at in Chromium, which is not here: apt-get install chromium."
        (pytest.fail if os.environ.get("BROWSER") == "required" else pytest.skip)(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=found, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], str]:
    """Give the text of this name in the folder `golden` beside the test: assert said == golden("name.txt", said).

    With --record, what is said now is written there first.
    """
    folder = request.path.parent / "golden"

    def recorded(name: str, said: str) -> str:
        if request.config.getoption("--record"):
            _write(folder / name, said)
        return (folder / name).read_bytes().decode()

    return recorded


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
