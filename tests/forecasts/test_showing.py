"""What `sim show --forecasts` prints."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.forecasts import FORECASTS
from tests.model.cases import EVERYTHING

Sim = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("source", ["geneva_ii_round_2", "first_scenario", "dayton_1995", EVERYTHING])
def test_every_theory_has_a_line_and_the_page_fits(sim: Sim, source: str) -> None:
    said = sim("show", source, "--forecasts")
    assert said.returncode == 0
    assert max(map(len, said.stdout.splitlines())) <= 80
    lines = [line.split(" ")[0] for line in said.stdout.splitlines()]
    assert set(FORECASTS) <= set(lines)


def test_red_lines_that_leave_no_package_are_told(sim: Sim) -> None:
    assert "there is no package of all" in sim("show", "geneva_ii_round_2", "--forecasts").stdout
    assert "All in one package" in sim("show", "first_scenario", "--forecasts").stdout


def test_more_issues_than_fit_abreast_go_on_below(sim: Sim, tmp_path: Path) -> None:
    issues = "".join(f"  issue_{number}: {{track: political, at_0: none, at_1: all}}\n" for number in range(13))
    held = "".join(
        f"      issue_{number}: {{ideal: IDEAL, limit: 0.5, salience: {int(not number)}}}\n" for number in range(13)
    )
    sides = "".join(f"  {who}:\n    positions:\n{held.replace('IDEAL', str(place))}" for place, who in enumerate("ab"))
    text = f"format: 1\ntitle: Many\ncalendar: {{start: 2030-01-01}}\nissues:\n{issues}delegations:\n{sides}"
    (tmp_path / "many.yaml").write_text(text)
    said = sim("show", "many.yaml", "--forecasts").stdout
    assert said.count("\nweighted_mean ") == 2
    assert max(map(len, said.splitlines())) <= 80


def test_for_a_program_all_theories_stand_in_the_document(sim: Sim) -> None:
    document = json.loads(sim("show", "first_scenario", "--forecasts", "--json").stdout)
    assert set(document["forecasts"]["bridge"]) == {*FORECASTS, "chance_of_zone"}
    assert set(document["packages"]) == {"nash", "kalai_smorodinsky", "egalitarian", "utilitarian"}
    assert "forecasts" not in json.loads(sim("show", "first_scenario", "--json").stdout)
