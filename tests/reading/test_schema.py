"""The JSON Schema takes what the reader takes, for the hints that editors give."""

from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from sim.case import schema
from tests.reading.written import CASES, EVERYTHING

VALIDATOR = jsonschema.Draft202012Validator(schema())


def as_an_editor_sees_it(file: Path) -> object:
    """The plain data of a file, with days as text and all keys as text."""
    return _plain(yaml.safe_load(file.read_text(encoding="utf-8")))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_plain(below) for below in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("file", [*CASES, EVERYTHING], ids=lambda file: file.stem)
def test_every_case_fits_the_schema_as_it_is_written(file: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(as_an_editor_sees_it(file))] == []


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema() == schema()
    assert schema()["$defs"]["Delegation"]["properties"]["influence"]["description"]


SEEN = (
    "misspelt_key ideal_above_1 style_of_nobody nothing_but_a_title list_for_a_number capital_in_a_name "
    "uniform_of_three number_for_a_mapping another_format branching_of_1 temperature_of_0"
)


@pytest.mark.parametrize("name", SEEN.split())
def test_what_the_schema_can_see_is_wrong_is_underlined_by_the_editor(name: str) -> None:
    file = EVERYTHING.parent / "invalid" / f"{name}.yaml"
    assert list(VALIDATOR.iter_errors(as_an_editor_sees_it(file)))


def test_a_case_that_builds_on_another_may_leave_out_and_take_out() -> None:
    assert VALIDATOR.is_valid({"extends": "geneva_ii_round_2", "events": None, "behaviour": {"norm": None}})
    assert not VALIDATOR.is_valid({"extends": "geneva_ii_round_2", "evnts": None})
    assert not VALIDATOR.is_valid({"title": "Nothing else"})
