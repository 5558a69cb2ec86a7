"""What `sim score` prints."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from sim.case.bundle import library

Sim = Callable[..., subprocess.CompletedProcess[str]]
OWN = ("geneva_ii_round_2", "geneva_ii_2014")


def test_it_prints_each_case_the_scores_and_how_to_repeat_it(sim: Sim) -> None:
    said = sim("score", *OWN, "-n", "50")
    assert said.returncode == 0
    assert max(map(len, said.stdout.splitlines())) <= 80
    for text in (*OWN, "base rate of the other cases", "coin", "uniform", "weighted mean", "Brier score", "Green 2002"):
        assert text in said.stdout
    assert "sim score geneva_ii_round_2 geneva_ii_2014 -n 50 --seed 1" in said.stdout


def test_for_a_program_it_is_one_document_as_it_is_promised(sim: Sim) -> None:
    document = json.loads(sim("score", *OWN, "-n", "50", "--json").stdout)
    assert [one["name"] for one in document["cases"]] == list(OWN)
    assert set(document["cases"][0]) == {"name", "happened", "probability", "modal"}
    assert {"log_score", "brier", "baselines"} <= set(document)
    assert {"log_score", "brier"} <= set(document["baselines"]["coin"])


def test_the_library_is_played_in_both_codings(sim: Sim, tmp_path: Path) -> None:
    said = json.loads(sim("score", "-n", "2", "--json", "--plot", "said.svg").stdout)
    assert set(said["codings"]) == {"first", "second"}
    assert [one["name"] for one in said["cases"]] == list(library())
    assert (tmp_path / "said.svg").read_text().startswith("<?xml")


def test_what_cannot_be_scored_is_told(sim: Sim) -> None:
    said = sim("score", "first_scenario", "geneva_ii_round_2")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == "first_scenario does not tell what happened.\n"
    assert sim("score", "geneva_ii_round_2").stderr == "Name two cases or more.\n"
    assert sim("score", "--plot", "x.pdf").returncode == 2
