"""What the tests of the room share: the browser that looks at pages, and a room that is served."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The address of a room on the default case."""
    command = [sys.executable, "-m", "sim", "serve", "geneva_ii_round_2", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as serving:
        assert serving.stdout
        found = re.search(r"http://[\d.:]+", serving.stdout.readline())
        assert found
        yield found[0]
        serving.terminate()


@pytest.fixture(autouse=True, scope="session")
def _without_waiting_for_disks() -> Iterator[None]:
    """Nobody pulls the plug while rooms are held in this process."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda _handle: None)
        yield
