"""Whatever is typed, the answer is a sentence and a documented exit code, never a traceback."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import pytest

Sim = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parent.parent.parent
FULL = Path("/dev/full")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["shwo"], "No such command 'shwo'. Did you mean 'show'?"),
        (["show", "--jsn", "first_scenario"], "--json"),
        (["show"], "Missing argument 'SCENARIO'"),
        (["validate"], "Which file is to be checked?"),
        (["show", "geneva_ii_round2"], "Did you mean geneva_ii_round_2?"),
        (["show", "no/such/file.yaml"], "no/such/file.yaml"),
        (["validate", "frist_scenario"], "Did you mean first_scenario?"),
        (["show", "first_scenario", "--set", "mediator.stile=facilitation"], "Did you mean mediator.style?"),
        (["show", "first_scenario", "--set", "mediator.leverage=2"], "out of range"),
        (["show", "first_scenario", "--set", "mediator.leverage"], "--set"),
        (["show", ""], "no bundled scenario called “”. There are: aceh_2005, colombia_farc_2016"),
        (["show", "first_scenario", "--set", "title=a\x1bb"], "A character stands here that cannot be seen."),
        (["new", "no/such/folder/case.yaml"], "There is no folder no/such/folder"),
    ],
)
def test_wrong_usage_is_answered_with_what_was_meant(sim: Sim, arguments: list[str], words: str) -> None:
    answer = sim(*arguments)
    assert answer.returncode == 2
    assert words in answer.stderr.replace("\n", " ")
    assert answer.stdout == ""
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("command", ["show", "validate"])
def test_a_faulty_scenario_exits_3_with_one_line_for_each_mistake(sim: Sim, tmp_path: Path, command: str) -> None:
    (tmp_path / "case.yaml").write_text("format: 1\ntitle: 7:30\nspread: 0,5\n", encoding="utf-8")
    answer = sim(command, "case.yaml")
    report = (answer.stdout if command == "validate" else answer.stderr).splitlines()
    assert answer.returncode == 3
    assert "case.yaml:3:9: spread: A number is wanted here. Write 0.5, with a point." in report
    assert all(line.startswith("case.yaml:") for line in report)


def test_validate_shows_the_mistakes_of_every_file_and_what_is_right(sim: Sim, tmp_path: Path) -> None:
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text("format: 1\n", encoding="utf-8")
    answer = sim("validate", "one.yaml", "first_scenario", "two.yaml")
    assert answer.returncode == 3
    assert {line.split(":")[0] for line in answer.stdout.splitlines() if "yaml" in line} == {"one.yaml", "two.yaml"}
    assert "first_scenario has no mistakes" in answer.stdout


def test_new_never_writes_over_a_file(sim: Sim, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("mine", encoding="utf-8")
    answer = sim("new", "mine.yaml")
    assert answer.returncode == 2
    assert "exists already" in answer.stderr
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "mine"


def test_what_new_writes_has_no_mistakes(sim: Sim, tmp_path: Path) -> None:
    assert sim("new", "my case.yaml").returncode == 0
    assert (tmp_path / "my case.yaml").read_bytes() == (ROOT / "scenarios" / "first_scenario.yaml").read_bytes()
    assert sim("validate", "my case.yaml").returncode == 0


def test_the_commands_that_new_offers_run_as_printed(sim: Sim) -> None:
    offered = [line.strip() for line in sim("new", "my case.yaml").stdout.splitlines() if line.startswith("  sim ")]
    assert offered[0] == "sim show 'my case.yaml'"


def test_standard_input_is_a_scenario_too(sim: Sim) -> None:
    text = (ROOT / "scenarios" / "first_scenario.yaml").read_text(encoding="utf-8")
    assert sim("validate", "--digest", "-", stdin=text).stdout == sim("validate", "--digest", "first_scenario").stdout


def test_an_error_of_sim_itself_is_one_sentence_and_the_command_that_repeats_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sim.case
    from sim.cli import main

    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero\nsecond line")

    monkeypatch.delenv("SIM_TRACEBACK", raising=False)
    monkeypatch.setattr(sim.case, "read", broken)
    assert main(["show", "a file.yaml"]) == 1
    said = capsys.readouterr().err
    assert "This is an error of sim itself" in said
    assert "ZeroDivisionError" in said
    assert said.endswith("  sim show 'a file.yaml'\n")
    assert "Traceback" not in said
    assert "second line" not in said


def test_a_traceback_is_shown_to_those_who_ask(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sim.case
    from sim.cli import main

    monkeypatch.setenv("SIM_TRACEBACK", "1")
    monkeypatch.setattr(sim.case, "read", None)
    assert main(["show", "first_scenario"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_exits_130_in_silence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import sim.case
    from sim.cli import main

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sim.case, "read", interrupted)
    assert main(["show", "first_scenario"]) == 130
    assert capsys.readouterr().err == ""


def test_a_full_disk_exits_5_with_a_sentence() -> None:
    assert FULL.exists(), "this test needs the device that is always full"
    with FULL.open("w", encoding="utf-8") as full:
        answer = _start(full, "show", "first_scenario")
    assert answer.returncode == 5
    assert answer.stderr == "The disk or the system refused: No space left on device.\n"


def test_a_pipe_that_is_closed_ends_the_command_in_silence() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        answer = _start(closed, "show", "first_scenario")
    assert answer.returncode == 141
    assert answer.stderr == ""


def _start(out: TextIO, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sim", *arguments],
        cwd=ROOT,
        env={**os.environ},
        stdout=out,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", ["geneva_ii_round_2", "-", "-case.yaml"])
def test_what_new_offers_is_the_new_file_whatever_it_is_called(sim: Sim, name: str) -> None:
    offered = [line.split() for line in sim("new", "--", name).stdout.splitlines() if line.startswith("  sim ")]
    assert [words[-1] for words in offered] == [f"./{name}"] * 3
    assert "The bridge at Orlen" in sim(*offered[-1][1:]).stdout


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize(("command", "code"), [("run first_scenario --json", 0), ("show nothing_of_the_kind", 2)])
def test_a_channel_that_the_shell_has_closed_is_no_error(tmp_path: Path, closed: str, command: str, code: int) -> None:
    line = f"{shlex.quote(sys.executable)} -m sim {command} {closed}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(line, shell=True, cwd=tmp_path, env=environment, capture_output=True, check=False)  # noqa: S602
    assert answer.returncode == code
    assert b"error of sim itself" not in answer.stderr
