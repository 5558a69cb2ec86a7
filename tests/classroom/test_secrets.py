"""No sheet of a role holds another role's secret, and only the facilitator reads how it went in life."""

import re
from typing import Any

import pytest

from sim.case.scenario import Scenario
from tests.classroom.sheeted import made, plain, told

SECRET = ("ideal", "limit", "salience")
TEMPER = ("grievance", "trust", "agenda_demand", "required_progress")
LIFE = "It ended in a way that nobody else may read"


def _canaries() -> tuple[Scenario, dict[str, list[str]]]:
    """The default case with a number of its own in each place that somebody alone may know."""
    values, secrets = plain(), dict[str, list[str]]()
    numbers = iter([round(0.1003 + 0.0011 * place, 4) for place in range(80)])
    for key, one in values["delegations"].items():
        stakes = list(one["positions"].values())
        places: list[tuple[dict[str, Any], str]] = [(stake, field) for stake in stakes for field in SECRET[:2]]
        places += [(stake, "salience") for stake in stakes[1:]] + [(one, field) for field in TEMPER]
        secrets[key] = _put(places, numbers)
        first = round(1 - sum(stake["salience"] for stake in stakes[1:]), 4)
        secrets[key] += _put([(stakes[0], "salience")], iter([first]))
    for key, one in values["sponsors"].items():
        (backed,) = one["leverage"]
        secrets[key] = _put([(one["leverage"], backed), (one, "commitment")], numbers)
    chair = values["mediator"]
    secrets["mediator"] = _put([(chair, field) for field in ("joint_above", "suspend_below", "agenda_step")], numbers)
    values["agenda"]["items"][0]["objections"] = {"opposition": 0.2301}
    secrets["opposition"].append("0.2301")
    values["happened"]["summary"] = LIFE
    return made(values), secrets


def _put(places: list[tuple[dict[str, Any], str]], numbers: Any) -> list[str]:  # noqa: ANN401
    """Write a number of its own into each place; a salience is told in hundredths."""
    written = []
    for record, field in places:
        record[field] = next(numbers)
        told = round(100 * record[field], 1) if field == "salience" else record[field]
        written.append(f"({told:g} %)" if field == "salience" else f"{told}")
    return written


CASE, SECRETS = _canaries()
SHEETS = told(CASE)


def _holds(sheet: str, number: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(number)}(?!\d)", sheet) is not None


@pytest.mark.parametrize("role", SECRETS)
def test_a_role_reads_all_its_own_numbers(role: str) -> None:
    assert [number for number in SECRETS[role] if not _holds(SHEETS[role], number)] == []


@pytest.mark.parametrize("role", [role for role in SHEETS if role != "facilitator"])
def test_no_role_reads_a_number_of_another(role: str) -> None:
    others = {number for other, numbers in SECRETS.items() if other != role for number in numbers}
    assert len(others) > 30
    assert [number for number in others - set(SECRETS.get(role, [])) if _holds(SHEETS[role], number)] == []


def test_only_the_facilitator_reads_how_it_went_in_life() -> None:
    assert [role for role, sheet in SHEETS.items() if LIFE in sheet or "in life" in sheet] == ["facilitator"]


def test_the_facilitator_reads_every_ideal_and_limit() -> None:
    stakes = [at for one in CASE.delegations.values() for at in one.positions.values()]
    guide = SHEETS["facilitator"]
    assert [at for at in stakes if not (_holds(guide, str(at.ideal)) and _holds(guide, str(at.limit)))] == []


def test_who_attacks_how_often_stands_on_no_sheet() -> None:
    values = plain()
    values["ground"]["homs"]["authors"] = {"government": 0.5987, "opposition": 0.3789}
    values["council"]["members"]["china"]["tolerance"] = 0.4567
    said = "".join(told(made(values)).values())
    assert [number for number in ("0.5987", "59.9", "0.3789", "37.9", "0.4567") if number in said] == []


def test_the_public_brief_tells_no_news_of_days_to_come() -> None:
    assert "Mortars fall" in SHEETS["public"]
    told_early = [role for role, sheet in SHEETS.items() if "extended to Wednesday" in sheet]
    assert told_early == ["facilitator"]
