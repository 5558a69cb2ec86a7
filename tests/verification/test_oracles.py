"""Every known answer that concerns what is built here comes out, and each is a test that can be found."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.verification.oracles import NOT_HERE, ORACLES

ROOT = Path(__file__).parent.parent.parent


def test_every_answer_of_the_list_is_tested_or_has_a_reason_why_not() -> None:
    assert sorted([*ORACLES, *NOT_HERE]) == list(range(1, 21))


@pytest.mark.parametrize("number", ORACLES)
def test_a_known_answer_comes_out(number: int) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *ORACLES[number].tests]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout[-2000:]
