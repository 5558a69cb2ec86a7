"""What is asked often starts without the libraries that it does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEAVY = {"mesa", "numba", "llvmlite", "numpy", "pandas", "scipy", "rich", "matplotlib"}
WATCHED = """
import sys
from sim.cli import main
sys.argv = ["sim", *sys.argv[1:]]
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def _imported(*arguments: str, **variables: str) -> tuple[str, set[str]]:
    """What a command says, and the modules that it imported."""
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return run.stdout, set(run.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--help",),
        ("--version",),
        ("show", "--help"),
        ("scenarios",),
        ("validate", "geneva_ii_round_2"),
        ("validate", "--schema"),
        ("validate", "--digest", "geneva_ii_round_2"),
        ("show", "geneva_ii_round_2"),
        ("show", "geneva_ii_round_2", "--json"),
        ("brief", "geneva_ii_round_2", "--role", "facilitator"),
    ],
)
def test_light_commands_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    said, modules = _imported(*arguments)
    assert said
    assert "typer" in modules
    assert modules & HEAVY == set()


@pytest.mark.parametrize("arguments", [(), ("--help",), ("--version",), ("validate", "--help")])
def test_help_does_not_even_read_the_format(arguments: tuple[str, ...]) -> None:
    said, modules = _imported(*arguments)
    assert said
    assert modules & {"sim.case", "yaml"} == set()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sim sh", "show"),
        ("sim show geneva_ii_round", "geneva_ii_round_2"),
        ("sim validate scen", "scenarios/"),
        ("sim show scenarios/fir", "scenarios/first_scenario.yaml"),
        ("sim validate --sc", "--schema"),
    ],
)
def test_the_shell_completes_commands_options_names_and_paths(words: str, offered: str) -> None:
    asked = {"_SIM_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    said, modules = _imported(**asked)
    assert offered in said.split()
    assert modules & HEAVY == set()
