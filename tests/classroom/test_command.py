"""``sim brief``: what it prints, what it writes, and what it leaves alone."""

import errno
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.cli import main
from sim.commands import exits

Start = Callable[..., subprocess.CompletedProcess[str]]


def test_the_public_brief_is_printed_if_nothing_else_is_asked_for(sim: Start) -> None:
    done = sim("brief", "first_scenario")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# The bridge at Orlen\n")
    assert sim("brief", "first_scenario", "--role", "public").stdout == done.stdout


def test_one_role_is_printed_alone(sim: Start) -> None:
    done = sim("brief", "first_scenario", "--role", "mediator", "--set", "mediator.style=manipulation")
    assert "Your style is manipulation" in done.stdout
    wrong = sim("brief", "first_scenario", "--role", "mediatr")
    assert wrong.returncode == exits.USAGE
    assert "Did you mean mediator?" in wrong.stderr


def test_a_folder_gets_a_file_for_each_sheet_and_a_page(sim: Start, tmp_path: Path) -> None:
    done = sim("brief", "first_scenario", "--out", "handouts")
    assert (done.returncode, done.stdout) == (0, "")
    names = sorted(path.name for path in (tmp_path / "handouts").iterdir())
    assert names[0] == "01-public.md"
    assert names[-1] == "brief.html"
    page = (tmp_path / "handouts" / "brief.html").read_text(encoding="utf-8")
    assert page.count('<article class="handout"') == len(names) - 1
    assert sim("brief", "first_scenario", "--out", "again").returncode == 0
    for name in names:
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "handouts" / name).read_bytes()


def test_json_has_every_sheet_under_its_role(sim: Start) -> None:
    done = sim("brief", "first_scenario", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr, told["schema_version"]) == (0, "", 1)
    assert list(told["sheets"]) == ["public", "east_orlen", "west_orlen", "mediator", "facilitator"]
    sheet = told["sheets"]["east_orlen"]
    assert sheet["parts"][0]["grid"]["head"] == ["issue", "ideal", "limit", "matters"]
    alone = json.loads(sim("brief", "first_scenario", "--json", "--role", "east_orlen").stdout)
    assert alone["sheets"] == {"east_orlen": sheet}


def test_json_writes_no_folder(sim: Start, tmp_path: Path) -> None:
    done = sim("brief", "first_scenario", "--json", "--out", "handouts")
    assert (done.returncode, done.stdout) == (exits.USAGE, "")
    assert list(tmp_path.iterdir()) == []


def test_one_role_alone_is_written_without_the_others(sim: Start, tmp_path: Path) -> None:
    sim("brief", "geneva_ii_round_2", "--role", "opposition", "--out", "one")
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == ["01-opposition.md", "brief.html"]
    assert "Confidential brief: Government" not in (tmp_path / "one" / "brief.html").read_text(encoding="utf-8")


def test_other_files_are_never_written_over(sim: Start, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "brief.html").write_text("mine", encoding="utf-8")
    done = sim("brief", "first_scenario", "--out", "mine")
    assert done.returncode == exits.USAGE
    assert "--out" in done.stderr
    assert (tmp_path / "mine" / "brief.html").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_text

    def full(path: Path, text: str, **more: str) -> int:
        if path.name == "brief.html":
            write(path, text[:10], encoding="utf-8")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return write(path, text, encoding="utf-8", newline=more["newline"])

    monkeypatch.setattr(Path, "write_text", full)
    assert main(["brief", "first_scenario", "--out", str(tmp_path / "handouts")]) == exits.REFUSED
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_that_knows_no_other_letters_gets_the_sheets_all_the_same(sim: Start) -> None:
    done = sim("brief", "geneva_ii_round_2", "--role", "opposition", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()


def test_a_sheet_names_the_case_and_not_the_folder_it_lay_in(sim: Start, tmp_path: Path) -> None:
    sim("new", "my_case.yaml")
    done = sim("brief", str(tmp_path / "my_case.yaml"))
    assert done.returncode == 0
    assert "my\\_case.yaml" in done.stdout
    assert tmp_path.name not in done.stdout.replace("\\", "")
