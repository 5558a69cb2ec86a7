"""A run that is told is the row of the sweep with its number."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.survival.started import Started


def answered(where: Path, *arguments: str) -> Any:  # noqa: ANN401
    """What a command answers, as JSON."""
    end = Started(where, [*arguments, "--json"]).ended()
    assert end.code == 0, end.err
    return json.loads(end.out)


@pytest.mark.parametrize("case", ["first_scenario", "geneva_ii_round_2"])
def test_run_4711_of_a_seed_is_row_4711_of_its_sweep(case: str, tmp_path: Path) -> None:
    answered(tmp_path, "sweep", case, "-n", "4720", "--seed", "7", "--out", "kept")
    (row,) = answered(tmp_path, "query", "kept", "select * from replicates where replicate = 4711")
    told = answered(tmp_path, "run", case, "--replicate", "4711", "--seed", "7")
    assert row == {"point": 0, "replicate": 4711, **told["outcome"]}
    assert len(row) > 20


def test_a_row_of_a_point_is_the_run_with_its_settings(tmp_path: Path) -> None:
    varied = ["--vary", "mediator.style=facilitation,manipulation", "--vary", "mediator.leverage=0.2:0.8:3"]
    answered(tmp_path, "sweep", "first_scenario", *varied, "-n", "60", "--seed", "7", "--out", "kept")
    for point in answered(tmp_path, "query", "kept", "select * from points where point in (1, 5)"):
        number = point.pop("point")
        settings = [word for path, value in point.items() for word in ("--set", f"{path}={value}")]
        told = answered(tmp_path, "run", "first_scenario", "--replicate", "47", "--seed", "7", *settings)
        asked = f"select * from replicates where point = {number} and replicate = 47"  # noqa: S608 - a number
        assert answered(tmp_path, "query", "kept", asked) == [{"point": number, "replicate": 47, **told["outcome"]}]
        assert len(settings) == 4
