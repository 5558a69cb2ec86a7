"""Every example works: those of the page, and at least one of each public function."""

import doctest
import re
from importlib import import_module
from inspect import getdoc
from pathlib import Path

import pytest

import sim

PAGE = Path(__file__).parent.parent.parent / "docs" / "python.md"
BLOCK = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LOOSE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
FUNCTIONS = [name for name in sim.__all__ if callable(getattr(sim, name))]


def test_the_page_says_what_python_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    session = "".join(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
    examples = doctest.DocTestParser().get_doctest(session, {}, PAGE.name, str(PAGE), 0)
    tried = doctest.DocTestRunner(optionflags=LOOSE).run(examples)
    assert tried.attempted >= 30
    assert tried.failed == 0


def test_every_block_of_python_on_the_page_is_run_or_parses() -> None:
    text = PAGE.read_text(encoding="utf-8")
    kinds = re.findall(r"^```(\w+)$", text, re.MULTILINE)
    assert set(kinds) == {"pycon", "py"}
    for block in re.findall(r"^```py\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        assert compile(block, "python.md", "exec")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_example_of_a_public_function_says_what_it_shows(name: str) -> None:
    function = getattr(sim, name)
    found = doctest.DocTestFinder().find(function, name, import_module(function.__module__))
    examples = [one for one in found if one.examples]
    assert len(examples) == 1
    assert doctest.DocTestRunner(optionflags=LOOSE).run(examples[0]).failed == 0


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_docstring_of_a_public_function_names_every_parameter_and_what_it_raises(name: str) -> None:
    function = getattr(sim, name)
    said = getdoc(function) or ""
    assert "Raises" in said
    unnamed = [one for one in function.__annotations__ if one != "return" and not re.search(rf"\b{one}\b", said)]
    assert unnamed == []


def test_a_page_that_shows_something_else_is_found() -> None:
    session = ">>> import sim\n>>> sim.load('first_scenario').title\n'Another'\n"
    examples = doctest.DocTestParser().get_doctest(session, {}, "page", "page", 0)
    assert doctest.DocTestRunner(verbose=False).run(examples, out=lambda _: None).failed == 1
