"""The example that is kept with the project is whole, and is what its command makes."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from sim.cli import main
from sim.study.store import results

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "results" / "example"
README = (ROOT / "results" / "README.md").read_text("utf-8")


def test_the_example_is_whole() -> None:
    kept = results(EXAMPLE)
    assert kept.failures == ()
    assert list(kept.ask("select count(*) from replicates").rows) == [(kept.plan.size,)]


def test_the_example_is_what_is_played_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(EXAMPLE), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["same"] is True


def test_the_readme_says_where_the_example_comes_from() -> None:
    page = results(EXAMPLE).page
    assert f"    {page['command']}\n" in README
    assert f"sim {page['sim_version']}, results {page['result_version']}, seed {page['seed']}." in README


def test_every_file_of_the_example_stands_in_the_readme() -> None:
    named = set(re.findall(r"^\| `(.+?)/?` \|", README, re.MULTILINE)) - {"rounds"}
    assert {path.name for path in EXAMPLE.iterdir()} == named


def test_the_commands_of_the_readme_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "results" / "example")
    monkeypatch.chdir(tmp_path)
    commands = [shlex.split(line)[1:] for line in README.splitlines() if line.startswith("    sim ")]
    assert [main(command) for command in commands] == [0, 0, 0]
    said = capsys.readouterr().out
    assert "This was played before: nothing was to be done." in said
    assert "manipulation" in said
