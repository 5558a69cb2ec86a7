"""What the light commands answer, word for word, and as one JSON document."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
BUNDLED = sorted(path.stem for path in (ROOT / "scenarios").glob("*.yaml"))

Sim = Callable[..., subprocess.CompletedProcess[str]]
Golden = Callable[[str, str], str]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("first_screen", ()),
        ("scenarios", ("scenarios",)),
        ("show_first_scenario", ("show", "first_scenario")),
        ("show_geneva_ii_round_2", ("show", "geneva_ii_round_2")),
        ("show_with_a_change", ("show", "first_scenario", "--set", "delegations.west_orlen.positions.tolls.limit=0.7")),
        ("validate", ("validate", *BUNDLED)),
        ("new", ("new", "my case.yaml")),
    ],
)
def test_an_answer_stays_as_it_was_recorded(sim: Sim, golden: Golden, name: str, arguments: tuple[str, ...]) -> None:
    answer = sim(*arguments)
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    assert answer.stdout == golden(f"{name}.txt", answer.stdout)


def test_a_case_that_uses_every_key_is_explained(sim: Sim, golden: Golden, tmp_path: Path) -> None:
    case = (ROOT / "tests" / "scenarios" / "everything.yaml").read_bytes()
    (tmp_path / "everything.yaml").write_bytes(case)
    said = sim("show", "everything.yaml").stdout
    assert said == golden("show_everything.txt", said)


@pytest.mark.parametrize(
    "arguments", [("scenarios",), ("show", "geneva_ii_round_2"), ("validate", "geneva_ii_round_2", "first_scenario")]
)
def test_json_is_one_document_and_nothing_else(sim: Sim, arguments: tuple[str, ...]) -> None:
    answer = sim(*arguments, "--json")
    assert answer.returncode == 0
    assert answer.stderr == ""
    assert json.loads(answer.stdout)["schema_version"] == 1
    assert answer.stdout.isascii()


def test_json_names_each_mistake_with_its_place(sim: Sim, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("format: 1\ntitel: no\n", encoding="utf-8")
    answer = sim("validate", "case.yaml", "--json")
    (entry,) = json.loads(answer.stdout)["scenarios"]
    assert answer.returncode == 3
    assert entry["valid"] is False
    found = next(mistake for mistake in entry["mistakes"] if mistake["path"] == "titel")
    assert (found["file"], found["line"], found["column"], found["suggestion"]) == ("case.yaml", 2, 1, "title")


def test_show_in_json_has_zones_defaults_and_the_whole_case(sim: Sim) -> None:
    shown = json.loads(sim("show", "geneva_ii_round_2", "--json").stdout)
    assert shown["zones"]["violence_and_terrorism"] == [0.45, 0.55]
    assert shown["zones"]["assads_role"] is None
    assert shown["scenario"]["delegations"]["government"]["influence"] == 1.2
    assert shown["defaults"]["sponsors.iran.proposes_meetings"] is False


def test_every_default_that_show_lists_is_left_out_in_the_file(sim: Sim) -> None:
    written = yaml.safe_load((ROOT / "scenarios" / "first_scenario.yaml").read_text(encoding="utf-8"))
    defaults = json.loads(sim("show", "first_scenario", "--json").stdout)["defaults"]
    assert "behaviour.walkout_base" in defaults
    assert [path for path in defaults if _holds(written, path.split("."))] == []


def _holds(tree: object, path: list[str]) -> bool:
    for name in path:
        if not isinstance(tree, dict) or name not in tree:
            return False
        tree = tree[name]
    return True


def test_digest_is_the_digest_and_nothing_else(sim: Sim) -> None:
    digest = sim("validate", "--digest", "geneva_ii_round_2").stdout
    shown = json.loads(sim("show", "geneva_ii_round_2", "--json").stdout)["digest"]
    assert digest == shown + "\n"
    assert len(digest) == 65


def test_a_change_changes_the_digest_and_the_zone(sim: Sim) -> None:
    setting = ("--set", "delegations.west_orlen.positions.tolls.limit=0.7")
    shown = json.loads(sim("show", "first_scenario", "--json", *setting).stdout)
    assert shown["zones"]["tolls"] is None
    assert shown["digest"] == sim("validate", "--digest", "first_scenario", *setting).stdout.strip()
    assert shown["digest"] != sim("validate", "--digest", "first_scenario").stdout.strip()


def test_the_schema_that_is_printed_takes_what_is_right_and_refuses_what_is_not(sim: Sim) -> None:
    schema = json.loads(sim("validate", "--schema").stdout)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    text = (ROOT / "scenarios" / "first_scenario.yaml").read_text(encoding="utf-8")
    case = json.loads(json.dumps(yaml.safe_load(text), default=str))
    assert list(validator(schema).iter_errors(case)) == []
    assert list(validator(schema).iter_errors(case | {"titel": "x"})) != []
