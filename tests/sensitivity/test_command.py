"""`sim sensitivity`: what it says, what it refuses, and that it goes on where it was stopped."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from tests.survival.started import ROOT, WAYS, Started

Sim = Callable[..., subprocess.CompletedProcess[str]]
CASE: Final = "first_scenario"
SMALL: Final = (
    "sensitivity", CASE, "--outcome", "ending.comprehensive", "--only", "behaviour.*", "--trajectories", "4",
    "-n", "50", "--top", "2", "--points", "8",
)  # fmt: skip

COMPILED: Final = (*SMALL, "--json", "--engine", "compiled", "--workers", "1", "--out", "study")


def test_a_small_study_says_what_it_always_says(sim: Sim, golden: Callable[[str, str], str]) -> None:
    answer = sim(*SMALL, "--out", "results/small")
    assert answer.returncode == 0, answer.stderr
    assert max(map(len, answer.stdout.splitlines())) <= 80
    assert answer.stdout == golden("small.txt", answer.stdout)


def test_a_finished_study_says_the_same_and_plays_nothing(sim: Sim, tmp_path: Path) -> None:
    first = sim(*SMALL, "--out", "results/small", "--workers", "1")
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    again = sim(*SMALL, "--out", "results/small", "--workers", "2", "--engine", "compiled")
    assert again.stdout == first.stdout
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")} == files


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a study comes to that nobody stopped."""
    return Started(tmp_path_factory.mktemp("whole"), COMPILED, {"chunk": 250}).ended().document


@pytest.mark.parametrize("way", ["kill -9 of the parent", "Ctrl-C", "SIGTERM"])
def test_a_study_that_was_stopped_goes_on_and_comes_to_the_same(
    way: str, whole: dict[str, Any], tmp_path: Path
) -> None:
    stopped = Started(tmp_path, COMPILED, {"chunk": 250, "hold": 5})
    stopped.until(lambda: chunks(tmp_path / "study" / "screening") == 5)
    stopped.stop(WAYS[way])
    assert stopped.ended().code == WAYS[way].code
    rest = Started(tmp_path, COMPILED, {"chunk": 250, "log": str(tmp_path / "log")}).ended()
    assert rest.document == whole
    played = (tmp_path / "log").read_text(encoding="utf-8").split()
    assert played[0] in {"4", "5"}  # the last one may have been there without its line in the manifest


def chunks(folder: Path) -> int:
    """How many chunks are kept."""
    return len(list((folder / "replicates").glob("*.parquet")))


def test_a_failed_run_refuses_the_study_by_its_number(tmp_path: Path) -> None:
    arguments = (*SMALL, "--engine", "mesa", "--workers", "1", "--out", "study")
    end = Started(tmp_path, arguments, {"raises": [17]}).ended()
    assert end.code == 6
    sentence = "replicate 17 of point 0 failed: ArithmeticError: planted at 17; sensitivity cannot be computed."
    assert f"In study/screening: {sentence}" in end.said
    assert end.out == ""


def test_both_sweeps_of_a_study_can_be_asked(sim: Sim) -> None:
    assert sim(*SMALL, "--out", "study").returncode == 0
    for name, points in (("screening", 4 * 21), ("indices/ending.comprehensive", 8 * 4)):
        answer = sim("query", f"study/{name}", "select count(*) as runs from replicates", "--json")
        assert json.loads(answer.stdout) == [{"runs": points * 50}]


def test_for_another_outcome_nothing_is_screened_again(sim: Sim, tmp_path: Path) -> None:
    first = json.loads(sim(*SMALL, "--out", "study", "--json").stdout)
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    other = json.loads(sim(*SMALL, "--outcome", "mean.sessions_held", "--out", "study", "--json").stdout)
    assert other["digest"]["screening"] == first["digest"]["screening"]
    assert {path: path.stat().st_mtime_ns for path in files} == files
    assert {path.name for path in (tmp_path / "study" / "indices").iterdir()} == {
        "ending.comprehensive",
        "mean.sessions_held",
    }


def test_a_study_as_a_document_has_every_number_and_its_range(sim: Sim) -> None:
    shown = json.loads(sim(*SMALL, "--out", "study", "--json").stdout)
    assert list(shown) == [
        "schema_version", "sim_version", "result_version", "scenario", "seed", "outcome", "replicates", "trajectories",
        "points", "folder", "digest", "screening", "left_out", "indices", "words",
    ]  # fmt: skip
    assert len(shown["screening"]) == 20
    assert list(shown["screening"][0]) == [
        "path", "mu_star", "mu_star_low", "mu_star_high", "mu", "sigma", "luck", "value", "low", "high", "why"
    ]  # fmt: skip
    assert [each["path"] for each in shown["indices"]] == ["behaviour.distrust", "behaviour.temperature"]
    values = [each["mu_star"] for each in shown["screening"]]
    assert values == sorted(values, reverse=True)


def test_a_study_that_only_screens_measures_nothing(sim: Sim, tmp_path: Path) -> None:
    shown = json.loads(sim(*SMALL, "--screen-only", "--out", "study", "--json").stdout)
    assert (shown["indices"], shown["points"]) == (None, None)
    assert [path.name for path in sorted((tmp_path / "study").iterdir())] == ["screening"]


def test_where_nothing_moves_the_outcome_it_says_so_and_measures_nothing(sim: Sim) -> None:
    given = ("sensitivity", CASE, "--only", "mediator.leverage", "--trajectories", "2", "-n", "50", "--out", "study")
    answer = sim(*given)
    assert answer.returncode == 0, answer.stderr
    assert "The number is not shown to move the share of “walkout by anybody”" in answer.stdout.replace("\n", " ")
    assert "No influence shown: 1 number." in answer.stdout
    assert "Share of the variance" not in answer.stdout


def test_what_is_suggested_is_sweep_and_whatif_of_a_number_that_can_be_varied_alone(sim: Sim) -> None:
    said = sim(*SMALL, "--out", "study").stdout.replace("\\\n", " ")
    assert "sim sweep first_scenario --vary behaviour.distrust=0.075:0.25:11" in said
    assert "sim whatif first_scenario --set behaviour.distrust=0.25" in said
    again = re.search(r"This study again:\s+(sim sensitivity .*)", said)
    assert again is not None
    assert sim(*again[1].replace("'", "").split()[1:]).stdout.replace("\\\n", " ") == said


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--outcome", "walkout.west"), "There is no outcome walkout.west. Did you mean walkout.west_orlen?"),
        (("--only", "mediator.leverge"), "No number is called mediator.leverge. Did you mean mediator.leverage?"),
        (("--points", "100"), "points is a power of two: 64 or 128, not 100."),
        (("--trajectories", "0"), "Invalid value for '--trajectories'"),
        (("-n", "1"), "Invalid value for '-n'"),
        (("--plot", "picture.pdf"), "A picture is a .svg or a .png; picture.pdf is neither."),
        (("--engine", "steam"), "There is no steam."),
        (("--set", "mediator.leverge=1"), "There is no mediator.leverge."),
    ],
)
def test_what_cannot_be_answered_is_refused_before_anything_is_played(
    sim: Sim, tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    answer = sim("sensitivity", CASE, *options, "--out", "study")
    assert answer.returncode == 2
    assert sentence in " ".join(answer.stderr.split())
    assert answer.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_files_that_cannot_be_written_are_refused_before_anything_is_played(sim: Sim, tmp_path: Path) -> None:
    for option in ("--plot", "--report"):
        answer = sim("sensitivity", CASE, option, "nowhere/picture.svg", "--out", "study")
        assert answer.returncode == 5
    assert list(tmp_path.iterdir()) == []


def test_without_salib_it_says_what_installs_it(tmp_path: Path) -> None:
    lines = ("import sys", "sys.modules['SALib'] = None", "from sim.cli import main", "sys.exit(main(sys.argv[1:]))")
    answer = subprocess.run(
        [sys.executable, "-c", "\n".join(lines), "sensitivity", CASE],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert answer.returncode == 2
    assert 'pip install "negotiation-rounds[sensitivity]"' in answer.stderr
    assert list(tmp_path.iterdir()) == []


def test_another_case_in_the_same_folder_is_refused(sim: Sim) -> None:
    assert sim(*SMALL, "--out", "study").returncode == 0
    answer = sim(*SMALL, "--out", "study", "--seed", "2")
    assert answer.returncode == 7
    assert "study/screening holds a sweep of something else" in answer.stderr
