"""The rules are written so that they give the same bits wherever they run."""

import ast
import sys
from inspect import isfunction
from pathlib import Path

import pytest

import sim
from sim.talks import chance, drawing
from sim.talks.session import EVENING, MORNING, SESSION, START
from tests.contract.forbidden import inexact

ROOT = Path(sim.__file__).parent
PIECES = {piece.__module__ for piece in (*START, *MORNING, *SESSION, *EVENING)} | {chance.__name__, drawing.__name__}
PIECES |= {
    called.__module__
    for name in PIECES
    for called in vars(sys.modules[name]).values()
    if isfunction(called) and called.__module__.startswith("sim.talks.")
}
COMPILED = sorted([*(ROOT / "rules").glob("*.py"), *(Path(str(sys.modules[name].__file__)) for name in PIECES)])
GENERATORS = ("random", "secrets", "uuid", "numpy.random")
FAULTS = {
    "x = a ** 2": "**",
    "x **= 2": "**",
    "x = sum(values)": "sum(",
    "x = max(a, b)": "max(",
    "x = min(a, b)": "min(",
    "x = pow(a, b)": "pow(",
    "import math\nx = math.exp(a)": "math.exp",
    "from math import log": "math.log",
    "from math import sqrt, pow": "math.pow",
    "import numpy as np": "numpy",
    "x = np.dot(a, b)": "np.dot",
    "from random import random": "random",
    "import time": "time",
    "x = a @ b": "@",
}


def test_the_pieces_of_a_session_are_looked_at() -> None:
    names = {path.stem for path in COMPILED}
    assert {
        "arithmetic",
        "tactics",
        "offers",
        "answers",
        "war",
        "drafting",
        "calendar",
        "chance",
        "thresholds",
    } <= names


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: f"{path.parent.stem}-{path.stem}")
def test_a_rule_uses_no_power_no_sum_and_no_foreign_mathematics(path: Path) -> None:
    assert inexact(path.read_text("utf-8")) == []


@pytest.mark.parametrize(("snippet", "use"), FAULTS.items())
def test_a_fault_that_is_planted_is_found(snippet: str, use: str) -> None:
    assert use in [one.split(": ")[1] for one in inexact(snippet)]


def test_what_rules_are_made_of_is_not_a_fault() -> None:
    assert inexact("from math import sqrt\nx = abs(a - b) / c * sqrt(d) if a < b else -int(e)") == []


def generators(path: Path) -> list[str]:
    """Name the sources of chance that a file imports."""
    names = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [one.name for one in node.names]
        if isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{one.name}" for one in node.names] + [str(node.module)]
    return [name for name in names if name.startswith(GENERATORS)]


def test_nothing_but_its_own_file_makes_chance() -> None:
    """The keys of a room, which nobody may compute again, are the one exception."""
    others = [path for path in ROOT.rglob("*.py") if path.name not in {"chance.py", "codes.py"}]
    assert {path.name: found for path in others if (found := generators(path))} == {}
    assert len(others) > 50


def test_a_source_of_chance_that_is_planted_is_found(tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text("from numpy.random import default_rng\nimport random\n")
    assert generators(tmp_path / "rule.py") == ["numpy.random.default_rng", "numpy.random", "random"]
