"""A rule that always gives the same, in a copy of the project, and what a test says of it there."""

import ast
import importlib
import inspect
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, get_origin

import sim.rules
from tests.verification.mutants import Answer

ROOT: Final = Path(__file__).parents[2]
COPIED: Final = ("sim", "tests", "scenarios")
LEFT_OUT: Final = shutil.ignore_patterns("golden", "__pycache__")
PATIENCE: Final = 300.0
"""Seconds after which something goes round for ever."""
PLUGIN: Final = "tests.verification.watching"
ASSERTED: Final = re.compile(r"^\S*/tests/\S+\.py:\d+: (assert|AssertionError)", re.MULTILINE)


def functions() -> dict[str, Callable[..., Any]]:
    """Every public function of the rules, by its file and its name, as the package itself has them."""
    found: dict[str, Callable[..., Any]] = {}
    for module in pkgutil.iter_modules(sim.rules.__path__):
        room = importlib.import_module(f"sim.rules.{module.name}")
        for name, thing in vars(room).items():
            if inspect.isfunction(thing) and thing.__module__ == room.__name__ and not name.startswith("_"):
                found[f"{module.name}.{name}"] = thing
    return found


def kind(function: Callable[..., Any]) -> Any:  # noqa: ANN401 - whatever it is annotated with
    """Of what kind a function's answers are: `float`, `tuple`, ..., or None where it changes a noun."""
    given = inspect.signature(function).return_annotation
    return get_origin(given) or given


def is_rule(function: Callable[..., Any]) -> bool:
    """Whether a function gives a number, or changes a noun; what gives another function is plumbing."""
    return kind(function) is not Callable


def replaced(source: str, name: str, answer: Answer) -> str:
    """Write a source anew in which a function, whatever it is given, gives one answer and does nothing else."""
    tree = ast.parse(source)
    (function,) = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == name]
    function.body = [ast.Return(ast.parse(repr(answer), mode="eval").body)]
    return ast.unparse(ast.fix_missing_locations(tree))


@contextmanager
def copied() -> Iterator[Path]:
    """Give a copy of what is tested and of its tests, but for what was recorded; it is thrown away afterwards."""
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for part in COPIED:
            shutil.copytree(ROOT / part, folder / part, ignore=LEFT_OUT)
        shutil.copy(ROOT / "pyproject.toml", folder)
        yield folder


@contextmanager
def mutated(folder: Path, rule: str, answer: Answer) -> Iterator[None]:
    """Replace a rule in a copy by its answer, for a while."""
    file, name = rule.split(".")
    place = folder / "sim" / "rules" / f"{file}.py"
    kept = place.rename(folder / "kept.py")  # with its date, so that its bytecode is that of no mutant
    place.write_text(replaced(kept.read_text(encoding="utf-8"), name, answer), encoding="utf-8")
    try:
        yield
    finally:
        kept.replace(place)


def asked(folder: Path, *what: str, keep: bool = False) -> subprocess.CompletedProcess[str]:
    """Run pytest in a copy, where nothing is compiled by numba; its bytecode is kept only of rules as they are."""
    where = {"PYTHONPATH": str(folder), "XDG_CACHE_HOME": str(folder), "NUMBA_DISABLE_JIT": "1"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "--tb=line", "-p", PLUGIN, "-p", "no:cacheprovider", *what],
        cwd=folder,
        env={**os.environ, **where, "PYTHONDONTWRITEBYTECODE": "" if keep else "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )


def is_found_out(run: subprocess.CompletedProcess[str]) -> bool:
    """Whether one test failed, and at something that it asserts."""
    return run.returncode == 1 and "1 failed" in run.stdout and bool(ASSERTED.search(run.stdout))
