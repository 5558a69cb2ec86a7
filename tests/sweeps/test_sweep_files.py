"""A sweep file is read as a scenario is: every mistake in it at its place, and what it says is what is played."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.case import Mistake, Mistakes, Unknown, read
from sim.case import reading as module
from sim.study.request import asked
from sim.study.sweep_file import SweepFile
from tests.sweeps.varied import GENEVA, mistaken

FOLDER = Path(__file__).parent / "invalid"
FILES = sorted(path for path in FOLDER.glob("*.yaml") if path.read_text("utf-8").startswith("# kind: "))
EXPECTED = re.compile(r"# expect: (?:(?P<file>[\w.]+\.yaml):)?(?P<line>\d+):(?P<column>\d+) (?P<words>.+)")
SWEEP = """\
scenario: geneva_ii_round_2        # a bundled name, or a file beside this one
set: {mediator.joint_above: 0.3}
vary:
  sponsors.russia.commitment: 0:1:11
  mediator.style: [facilitation, formulation]
runs: 20
seed: 5
rounds: true
"""


def expected(file: Path) -> Iterator[tuple[str, int, int, str]]:
    """What a file says must be said of it: file, line, column, words."""
    for match in map(EXPECTED.fullmatch, file.read_text(encoding="utf-8").split("\n")):
        if match:
            yield match["file"] or file.name, int(match["line"]), int(match["column"]), match["words"]


@cache
def mistakes(file: Path) -> tuple[Mistake, ...]:
    """Every mistake in a file, found once."""
    return mistaken(file).items


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_exactly_the_mistakes_that_a_sweep_file_is_made_with_are_told(file: Path) -> None:
    wanted, told = list(expected(file)), mistakes(file)
    assert wanted
    assert [(Path(each.file).name, each.line, each.column) for each in told] == [where[:3] for where in wanted]
    assert [words for (*_, words), mistake in zip(wanted, told, strict=True) if words not in str(mistake)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_said_of_a_mistake_is_one_clean_sentence_or_more(file: Path) -> None:
    for mistake in mistakes(file):
        assert str(mistake).isprintable()
        assert mistake.message.endswith((".", "?"))
        assert 1 <= mistake.width <= max(1, len(mistake.excerpt) - mistake.column + 1)


def test_there_are_two_files_of_each_kind_of_mistake() -> None:
    counted = Counter(file.read_text("utf-8").split("\n")[0] for file in FILES)
    assert [kind for kind, count in counted.items() if count < 2] == []
    assert len(FILES) >= 40


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A sweep file without mistakes."""
    path = tmp_path / "sweep.yaml"
    path.write_text(SWEEP, encoding="utf-8")
    return path


def test_a_sweep_file_says_what_can_be_typed(file: Path) -> None:
    vary = ["sponsors.russia.commitment=0:1:11", "mediator.style=facilitation,formulation"]
    assert asked(str(file)) == asked(GENEVA, ["mediator.joint_above=0.3"], vary, runs=20, seed=5, rounds=True)


def test_what_is_typed_holds_in_the_stead_of_what_the_file_says(file: Path) -> None:
    plan = asked(str(file), runs=7, seed=1)
    assert (plan.runs, plan.seed, plan.rounds) == (7, 1, True)
    assert asked(str(file), ["mediator.joint_above=0.5"]).scenario.mediator.joint_above == 0.5


def test_what_is_typed_is_added_to_what_the_file_says(file: Path) -> None:
    plan = asked(str(file), ["spread=0"], ["great_powers.cooperation=0,1"])
    assert plan.paths == ("sponsors.russia.commitment", "mediator.style", "great_powers.cooperation")
    assert (plan.scenario.spread, plan.scenario.mediator.joint_above) == (0, 0.3)


def test_a_path_that_is_typed_is_varied_as_it_is_typed(file: Path) -> None:
    plan = asked(str(file), [], ["sponsors.russia.commitment=0.5"])
    assert plan.points == (("facilitation", "0.5"), ("formulation", "0.5"))


def test_a_design_that_is_typed_takes_the_points_of_its_own(file: Path) -> None:
    assert len(asked(str(file), [], ["spread=0:1"], design="sobol", points=8).points) == 8
    file.write_text(SWEEP + "design: lhs\npoints: 5\n", encoding="utf-8")
    assert len(asked(str(file)).points) == 5
    assert len(asked(str(file), points=6).points) == 6
    assert len(asked(str(file), design="grid").points) == 22


def test_defaults_are_those_of_the_command(tmp_path: Path) -> None:
    short = tmp_path / "short.yaml"
    short.write_text("scenario: first_scenario\n", encoding="utf-8")
    assert asked(str(short)) == asked("first_scenario")
    fields = SweepFile.model_fields
    assert (fields["runs"].default, fields["seed"].default, fields["design"].default) == (1000, 1, "grid")


def test_a_scenario_beside_the_sweep_file_is_found_wherever_one_stands(file: Path) -> None:
    beside = file.with_name("case.yaml")
    beside.write_text("extends: geneva_ii_round_2\nspread: 0.2\n", encoding="utf-8")
    file.write_text("scenario: case.yaml\nvary: {mediator.style: formulation}\n", encoding="utf-8")
    assert asked(str(file)).scenario == read(str(beside))


def test_a_value_keeps_its_kind_in_every_way_of_writing_it(file: Path) -> None:
    ways = ["[0.5, {uniform: [0, 1]}]", "\n  - 0.5\n  - uniform:\n    - 0\n    - 1", "\n  - 0.5\n  - {uniform: [0, 1]}"]
    plans = []
    for way in ways:
        file.write_text(f"scenario: geneva_ii_round_2\nvary:\n  great_powers.cooperation: {way}\n", encoding="utf-8")
        plans.append(asked(str(file)))
    typed = asked(GENEVA, [], ["great_powers.cooperation=0.5,{uniform: [0, 1]}"])
    assert plans == [typed] * 3


def test_a_sweep_file_can_be_piped_in(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(module, "read_input", SWEEP.encode)
    assert asked("-") == asked(str(file))


def test_a_sweep_file_where_a_scenario_is_wanted_is_called_by_its_name(file: Path) -> None:
    with pytest.raises(Mistakes, match=r"sweep\.yaml:1:1: This is a sweep file, not a scenario\. `sim sweep` plays it"):
        read(str(file))


def test_mistakes_that_were_typed_stand_beside_those_of_the_file(file: Path) -> None:
    file.write_text(SWEEP.replace("0:1:11", "0:2:3"), encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        asked(str(file), ["spred=0"], ["spread=2"], runs=0)
    assert [str(each).partition(": ")[0].removeprefix(f"{file.parent}/") for each in caught.value.items] == [
        "sweep.yaml:4:31", "--set spred=0", "-n 0", "With --vary spread=2",
    ]  # fmt: skip


def test_a_thousand_mistakes_are_the_most_that_are_told(file: Path) -> None:
    wrong = "".join(f"  a..{number}: [1]\n" for number in range(1200))
    file.write_text(f"scenario: {GENEVA}\nvary:\n{wrong}", encoding="utf-8")
    assert len(mistaken(file).items) == 1000


PIECES = [*"[]{}:,'\"#-* 0\n", "&a", "null", "0:1", "{a: b}", "\u202e", "1e999"]
EDIT = st.tuples(st.integers(0, len(SWEEP)), st.sampled_from(PIECES), st.integers(0, 5))


def said(*arguments: str | list[str]) -> str:
    """What is said of a sweep, or `fine`."""
    try:
        asked(*arguments)  # type: ignore[arg-type]
    except (Mistakes, Unknown) as refused:
        return str(refused)
    return "fine"


@given(st.lists(EDIT, min_size=1, max_size=3))
@settings(max_examples=60)
def test_no_slip_of_the_pen_ends_in_an_error_of_the_program(edits: list[tuple[int, str, int]]) -> None:
    text = SWEEP
    for place, piece, gone in edits:
        text = text[:place] + piece + text[place + gone :]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "read_input", text.encode)
        assert said("-").replace("\n", "").isprintable()


@given(st.lists(st.sampled_from(["spread=", "mediator.style=", "agenda.items.0=", *PIECES]), max_size=7).map("".join))
@settings(max_examples=60)
def test_no_slip_at_the_keyboard_does_either(text: str) -> None:
    assert said(GENEVA, [], [text]).replace("\n", "").isprintable()


def test_every_key_is_described() -> None:
    fields = {field.alias or name: field.description for name, field in SweepFile.model_fields.items()}
    assert list(fields) == ["scenario", "set", "vary", "design", "points", "runs", "seed", "rounds"]
    assert all(words and words.endswith(".") for words in fields.values())
