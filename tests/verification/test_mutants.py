"""Each rule in turn always gives the same, whatever it is given: the test that is about it fails, every time.

No golden text, no transcript and no digest is asked.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.verification.mutants import MUTANTS
from tests.verification.mutation import asked, copied, functions, is_found_out, is_rule, kind, mutated, replaced

RULES = {name: function for name, function in functions().items() if is_rule(function)}
TESTS = Path(__file__).parents[1]
TWICE = '''
def twice(x: float) -> float:
    """Two times x."""
    y = x + x
    return y


def once(x: float) -> float:
    return x
'''


def about(rule: str) -> str:
    """Give the name by which pytest knows the test that is about a rule."""
    _, file, sentence = MUTANTS[rule]
    folder, _, name = file.rpartition("/")
    return f"tests/{folder or 'known_answers'}/test_{name}.py::test_{sentence}"


ASKED = frozenset(map(about, MUTANTS))


def test_every_rule_that_the_package_has_is_replaced_and_nothing_else() -> None:
    assert sorted(MUTANTS) == sorted(RULES)


def test_what_is_no_rule_gives_a_function_and_no_number() -> None:
    assert functions().keys() - RULES.keys() == {"dispatch.choose"}


@pytest.mark.parametrize("rule", RULES)
def test_what_takes_the_place_of_a_rule_is_of_its_kind(rule: str) -> None:
    answer = MUTANTS[rule][0]
    assert (type(answer) if answer is not None else None) is kind(RULES[rule])


def test_no_test_is_about_more_than_three_rules() -> None:
    assert max(Counter(map(about, MUTANTS)).values()) <= 3


def test_no_test_that_is_asked_compares_with_what_was_recorded() -> None:
    for file in {name.split("::")[0] for name in ASKED}:
        source = (TESTS.parent / file).read_text(encoding="utf-8")
        assert not any(word in source for word in ("golden", "digest(", "transcript")), file


def test_a_rule_that_is_replaced_keeps_its_name_and_what_it_is_given_and_all_others_are_left() -> None:
    names: dict[str, object] = {}
    exec(replaced(TWICE, "twice", 7.5), names)  # noqa: S102 - four lines of our own
    twice, once = names["twice"], names["once"]
    assert callable(twice)
    assert callable(once)
    assert [twice(x=1.0), twice(4.0), once(4.0)] == [7.5, 7.5, 4.0]


@pytest.fixture(scope="module")
def copy() -> Iterator[Path]:
    """Give a copy in which the bytecode of all that is asked is kept: without it everybody waits for it."""
    with copied() as folder:
        asked(folder, "--collect-only", *sorted(ASKED), keep=True)
        yield folder


def test_as_they_are_all_rules_pass_the_tests_that_are_about_them(copy: Path) -> None:
    run = asked(copy, *sorted(ASKED), keep=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_rule_that_is_missing_is_not_taken_for_one_that_is_found_out(copy: Path) -> None:
    with mutated(copy, "blame.fading", 1.0):
        (copy / "sim" / "rules" / "blame.py").write_text("belief = None\n", encoding="utf-8")
        run = asked(copy, about("blame.fading"))
    assert run.returncode != 0
    assert not is_found_out(run)


@pytest.mark.parametrize("rule", MUTANTS)
def test_the_test_that_is_about_a_rule_fails_if_it_always_gives_the_same(rule: str, copy: Path) -> None:
    with mutated(copy, rule, MUTANTS[rule][0]):
        run = asked(copy, about(rule))
    assert is_found_out(run), run.stdout + run.stderr
