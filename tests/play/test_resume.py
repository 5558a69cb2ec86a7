"""A game that is left is kept, and goes on where it was left; a file that is none is refused."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.play.playing import CASE, SHORT, Sim, digest_of, games, typed

FIRST = Path(__file__).parents[2] / "scenarios" / "first_scenario.yaml"
FILE = f"{CASE}-opposition.play.json"
BEGUN = ("1", "0", "2", "0", "0", "5")


def left(sim: Sim, *lines: str) -> subprocess.CompletedProcess[str]:
    return sim("play", CASE, "--as", "opposition", *SHORT, stdin=typed(*lines))


@pytest.mark.parametrize("end", ["q", "", "Q"])
def test_a_game_that_is_left_goes_on_to_the_same_end(sim: Sim, tmp_path: Path, end: str) -> None:
    whole = left(sim, *BEGUN, "r")
    done = left(sim, *BEGUN, *filter(None, [end]))
    assert done.returncode == 0
    assert games(tmp_path) == [FILE]
    assert f"sim play --resume {FILE}" in done.stdout
    again = sim("play", "--resume", FILE, stdin=typed("r"))
    assert (again.returncode, again.stderr) == (0, "")
    assert digest_of(again.stdout) == digest_of(whole.stdout)


def test_what_was_chosen_for_the_day_is_kept_too(sim: Sim, tmp_path: Path) -> None:
    left(sim, "1", "q")
    assert [one["name"] for one in json.loads((tmp_path / FILE).read_text())["choices"]] == ["comes"]
    assert "Chosen for this day: come to the opening." in sim("play", "--resume", FILE, stdin=typed("q")).stdout


def test_a_game_is_never_written_over_by_a_new_one(sim: Sim, tmp_path: Path) -> None:
    left(sim, "1", "q")
    before = (tmp_path / FILE).read_bytes()
    done = left(sim, "2", "q")
    assert done.returncode == 2
    assert "exists already" in done.stderr
    assert (tmp_path / FILE).read_bytes() == before


def test_ctrl_c_keeps_the_choices(sim: Sim, tmp_path: Path) -> None:
    assert sim is not None
    command = [sys.executable, "-m", "sim", "play", CASE, "--as", "opposition", *SHORT]
    with subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as game:
        assert game.stdin
        assert game.stdout
        game.stdin.write("1\n")
        game.stdin.flush()
        while "Noted" not in game.stdout.readline():
            pass
        game.send_signal(signal.SIGINT)
        game.communicate(timeout=60)
    assert game.returncode == 130
    assert games(tmp_path) == [FILE]


def test_a_case_that_was_changed_since_is_refused(sim: Sim, tmp_path: Path) -> None:
    case = tmp_path / "mine.yaml"
    case.write_text(FIRST.read_text(encoding="utf-8"), encoding="utf-8")
    sim("play", "mine.yaml", "--as", "mediator", stdin=typed("q"))
    case.write_text(FIRST.read_text(encoding="utf-8").replace("trust: 0.3", "trust: 0.4"), encoding="utf-8")
    done = sim("play", "--resume", "mine-mediator.play.json", stdin=typed("r"))
    assert (done.returncode, done.stdout) == (7, "")


def test_another_case_is_refused(sim: Sim) -> None:
    sim("play", CASE, "--as", "opposition", stdin=typed("1", "q"))
    done = sim("play", "first_scenario", "--resume", FILE, stdin=typed("r"))
    assert done.returncode == 7
    assert "another scenario" in " ".join(done.stderr.split())


def broken(content: dict[str, Any]) -> list[str]:
    whole = json.dumps(content)
    return ["", "{}", "[]", "null", "7", '"seal"', whole[:-20], whole.replace('"seed": 1', '"seed": 2'), "[" * 100_000]


def test_a_damaged_file_is_refused_with_a_sentence(sim: Sim, tmp_path: Path) -> None:
    left(sim, "1", "q")
    for text in broken(json.loads((tmp_path / FILE).read_text())):
        (tmp_path / "bad.json").write_text(text)
        done = sim("play", "--resume", "bad.json", stdin=typed("r"))
        assert done.returncode == 7, text[:80]
        assert "is damaged" in " ".join(done.stderr.split())
        assert done.stdout == ""
    (tmp_path / "bad.json").write_bytes(b"\xff\x00\xfe")
    assert sim("play", "--resume", "bad.json").returncode == 7


def test_a_file_that_is_not_there_is_named(sim: Sim) -> None:
    done = sim("play", "--resume", "none.json")
    assert done.returncode == 5
    assert "none.json" in done.stderr
