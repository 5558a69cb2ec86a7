"""`sim run`: one run is told, many are counted; what is written is whole, and every claim is tested."""

import csv
import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sim import __version__

Sim = Callable[..., subprocess.CompletedProcess[str]]
CASE = "first_scenario"
ROOT = Path(__file__).parent.parent.parent


def test_the_default_is_the_second_round_of_geneva_and_ends_with_where_it_comes_from(sim: Sim) -> None:
    answer = sim("run")
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    lines = answer.stdout.splitlines()
    assert lines[0] == "Geneva II, second round"
    digest = sim("validate", "--digest", "geneva_ii_round_2").stdout
    assert lines[-1].startswith(f"sim {__version__}, results 1, scenario {digest[:8]}, seed 1, replicate 0, digest ")


def test_every_command_that_is_suggested_runs(sim: Sim) -> None:
    said = sim("run", CASE, "--set", "spread=0.1").stdout.replace("\\\n", " ")
    commands = [
        line[line.index("sim ") :].split() for line in said.splitlines() if "sim run" in line or "sim show" in line
    ]
    assert len(commands) == 5
    for command in commands:
        answer = sim(*[word if word != "500" else "2" for word in command[1:]])
        assert answer.returncode == 0, answer.stderr


def test_a_scenario_from_standard_input_suggests_nothing_that_could_not_run(sim: Sim) -> None:
    text = (ROOT / "scenarios" / f"{CASE}.yaml").read_text(encoding="utf-8")
    answer = sim("run", "-", stdin=text)
    assert answer.returncode == 0, answer.stderr
    assert "Outcome:" in answer.stdout
    assert "sim run" not in answer.stdout


def test_one_run_as_a_document_has_its_days_and_its_outcome(sim: Sim) -> None:
    shown = json.loads(sim("run", CASE, "--json").stdout)
    assert (shown["schema_version"], shown["seed"], shown["replicate"]) == (1, 1, 0)
    assert [day["session"] for day in shown["days"] if day["session"]] == [1, 2, 3, 4, 5]
    assert shown["outcome"]["ending"] == "adjourned_with_date"
    assert shown["outcome"]["met_on.prisoners_go"] == "2030-05-08"
    assert shown["outcome"]["walked_on.east_orlen"] is None


def test_many_runs_as_a_document_keep_the_contract(sim: Sim) -> None:
    answer = sim("run", "geneva_ii_round_2", "-n", "30", "--json", "--set", "behaviour.walkout_base=-5")
    shown = json.loads(answer.stdout)
    assert list(shown) == [
        "schema_version", "sim_version", "result_version", "scenario", "seed", "replicates", "engine", "digest",
        "outcomes", "walkouts", "thresholds", "means",
    ]  # fmt: skip
    assert set(shown["scenario"]) == {"name", "digest"}
    assert sum(one["count"] for one in shown["outcomes"].values()) == 30
    by = shown["walkouts"]["by"]
    assert set(by) == {"government", "opposition"}
    assert set(by["government"]) == {"share", "reasons"}
    walked = by["government"]["share"]
    assert set(walked) == {"share", "low", "high", "count"}
    assert walked["low"] < walked["share"] == walked["count"] / 30 < walked["high"]
    assert sum(one["count"] for one in by["government"]["reasons"].values()) == walked["count"]
    blamed = shown["means"]["blamed.government.opposition"]
    assert set(blamed) == {"mean", "low", "high"}
    assert 0 < blamed["low"] < blamed["mean"] < blamed["high"]


def test_rows_begin_with_replicate_and_ending_and_the_digest_is_theirs(sim: Sim, tmp_path: Path) -> None:
    answer = sim("run", CASE, "-n", "4", "--json", "--csv", "rows.csv")
    assert answer.returncode == 0, answer.stderr
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    assert head[:2] == ["replicate", "ending"]
    assert [row[0] for row in rows] == ["0", "1", "2", "3"]
    counted = json.loads(answer.stdout)["outcomes"]
    assert [row[1] for row in rows].count("comprehensive") == counted["comprehensive"]["count"]
    days = [row[head.index("agreed_on.bridge")] for row in rows]
    assert set(days) <= {"", "2030-05-06", "2030-05-07", "2030-05-08", "2030-05-09", "2030-05-10"}
    assert all(len(row) == len(head) for row in rows)


def test_the_row_of_one_run_is_its_row_among_many(sim: Sim, tmp_path: Path) -> None:
    many, one = (
        sim("run", CASE, "-n", "3", "--csv", "many.csv"),
        sim("run", CASE, "--replicate", "2", "--csv", "one.csv"),
    )
    assert (many.returncode, one.returncode) == (0, 0)
    rows = (tmp_path / "many.csv").read_text(encoding="utf-8").splitlines()
    assert (tmp_path / "one.csv").read_text(encoding="utf-8").splitlines() == [rows[0], rows[3]]


def test_a_recording_holds_the_story_the_outcome_the_case_and_the_series(sim: Sim, tmp_path: Path) -> None:
    answer = sim("run", CASE, "--save", "kept/run")
    folder = tmp_path / "kept" / "run"
    assert answer.returncode == 0, answer.stderr
    assert sorted(path.name for path in folder.iterdir()) == [
        "outcome.json", "scenario.json", "series.csv", "transcript.txt",
    ]  # fmt: skip
    assert (folder / "transcript.txt").read_text(encoding="utf-8") == answer.stdout
    case = (folder / "scenario.json").read_bytes()
    kept = json.loads((folder / "outcome.json").read_bytes())
    assert hashlib.sha256(case.rstrip(b"\n")).hexdigest() == kept["scenario"]["digest"]
    series = (folder / "series.csv").read_text(encoding="utf-8").splitlines()
    assert series[0].startswith("date,day,session,atmosphere")
    assert len(series) == len(kept["days"]) + 1
    assert list((tmp_path / "kept").iterdir()) == [folder]


def test_a_recording_never_writes_over_another(sim: Sim, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    answer = sim("run", CASE, "--save", "mine")
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert "mine exists already" in answer.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_rows_that_cannot_be_written_leave_nothing_behind(sim: Sim, tmp_path: Path) -> None:
    answer = sim("run", CASE, "-n", "2", "--csv", "no/such/rows.csv")
    assert answer.returncode == 5
    assert "Traceback" not in answer.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        (["ending.comprehensive<=1"], 0),
        (["walkout.any<=0", "threshold.prisoners_go>=1"], 0),
        (["walkout.any<=0", "mean.progress>1"], 4),
        (["walkout.any<=0", "--sure"], 4),
        (["walkout.west_orlen < 0.9", "--sure"], 0),
    ],
)
def test_a_claim_that_does_not_hold_exits_4(sim: Sim, claims: list[str], code: int) -> None:
    options = [word for claim in claims for word in (["--expect", claim] if claim[0] != "-" else [claim])]
    answer = sim("run", CASE, "-n", "5", *options)
    assert answer.returncode == code, answer.stderr
    assert ("does not hold" in answer.stderr) == (code == 4)
    assert "How the talks end" in answer.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-n", "0"], "From 1 to 1,000,000 runs can be played, not 0."),
        (["-n", "-3"], "not -3."),
        (["-n", "some"], "a valid integer"),
        (["--seed", "-1"], "--seed"),
        (["-n", "2", "--replicate", "1"], "This is for one run: leave -n out."),
        (["-n", "2", "--save", "here"], "This is for one run: leave -n out."),
        (["--expect", "walkout.any<=1"], "This is for many runs: add -n."),
        (["-n", "2", "--expect", "walkout.any"], "is no claim"),
        (["-n", "2", "--expect", "walkout.anny<=1"], "Did you mean walkout.any?"),
        (["-n", "2", "--engine", "steam"], "There are: auto, compiled, mesa."),
        (["--set", "mediator.stile=facilitation"], "Did you mean mediator.style?"),
    ],
)
def test_wrong_usage_is_a_sentence_and_plays_nothing(sim: Sim, arguments: list[str], words: str) -> None:
    answer = sim("run", CASE, *arguments)
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert words in answer.stderr.replace("\n", " ")
    assert "Traceback" not in answer.stderr


def test_help_names_every_option(sim: Sim) -> None:
    said = sim("run", "--help").stdout
    options = ("--set", "--seed", "--replicate", "-n", "--csv", "--save", "--expect", "--sure", "--engine", "--json")
    assert [option for option in options if option not in said] == []
