"""On a terminal a mistake is shown with its line and carets; everywhere, 80 columns are enough."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.report.terminal.cells import width

ROOT = Path(__file__).parent.parent.parent
BUNDLED = sorted(path.stem for path in (ROOT / "scenarios").glob("*.yaml"))
CODES = re.compile(r"\x1b\[\d+m")
FAULTY = """\
format: 1
title: Three mistakes
calendar: {start: 2014-02-30}
issues:
  humanitarian_access: {track: humanitarian, at_0: none, at_1: everywhere, status_quo: 0,45}
delegations:
  government:
    positions:
      humanitarian_acess: {ideal: 0.35, limit: 0.65, salience: 1}
  opposition:
    positions:
      humanitarian_access: {ideal: 1, limit: 0.5, salience: 1}
"""
ARABIC = """\
format: 1
title: محادثات حمص
summary: لقاء بين وفدين
calendar: {start: 2014-02-10}
issues:
  road: {name: الطريق, track: security, at_0: مغلق, at_1: مفتوح}
delegations:
  one: {name: الحكومة السورية, positions: {road: {ideal: 0, limit: 0.6, salience: 1}}}
  two: {name: 日本語の代表団, positions: {road: {ideal: 1, limit: 0.4, salience: 1}}}
"""


def _shown(folder: Path, *arguments: str, **variables: str) -> str:
    """What the command shows on a terminal."""
    mine, its = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-m", "sim", *arguments]
    with subprocess.Popen(command, cwd=folder, env=environment, stdin=its, stdout=its, stderr=its) as process:
        os.close(its)
        shown = b"".join(iter(lambda: _some(mine), b""))
        process.wait()
    os.close(mine)
    return shown.decode("utf-8").replace("\r\n", "\n")


def _some(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A folder with a faulty scenario in it."""
    (tmp_path / "homs_first.yaml").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def test_a_terminal_shows_each_mistake_with_its_line_and_carets(
    faulty: Path, golden: Callable[[str, str], str]
) -> None:
    shown = CODES.sub("", _shown(faulty, "validate", "homs_first.yaml"))
    assert shown == golden("mistakes_on_a_terminal.txt", shown)


@pytest.mark.usefixtures("faulty")
def test_a_pipe_gets_one_line_for_each_mistake(
    sim: Callable[..., subprocess.CompletedProcess[str]], golden: Callable[[str, str], str]
) -> None:
    said = sim("validate", "homs_first.yaml").stdout
    assert len(said.splitlines()) == 3
    assert said == golden("mistakes_in_a_pipe.txt", said)


def test_carets_stand_below_what_is_meant(faulty: Path) -> None:
    lines = CODES.sub("", _shown(faulty, "validate", "homs_first.yaml")).splitlines()
    carets = [(number, line) for number, line in enumerate(lines) if set(line.strip()) == {"^"}]
    meant = [lines[number - 1][line.index("^") : len(line)] for number, line in carets]
    assert meant == ["2014-02-30", "0,45", "humanitarian_acess"]


def test_carets_stand_below_what_is_meant_in_any_script(tmp_path: Path) -> None:
    text = ARABIC.replace("日本語の代表団, positions: {road", "日本語の代表団, positions: {raod")
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    lines = CODES.sub("", _shown(tmp_path, "validate", "case.yaml")).splitlines()
    number = next(number for number, line in enumerate(lines) if set(line.strip()) == {"^"})
    before = lines[number - 1].partition("raod")[0]
    assert width(before) == lines[number].index("^")


def test_colour_says_nothing_alone(faulty: Path) -> None:
    coloured = _shown(faulty, "validate", "homs_first.yaml")
    assert CODES.search(coloured)
    assert CODES.sub("", coloured) == _shown(faulty, "validate", "homs_first.yaml", NO_COLOR="1")


def test_a_dumb_terminal_gets_ascii_alone(tmp_path: Path) -> None:
    assert _shown(tmp_path, "show", "first_scenario", TERM="dumb").isascii()


def test_a_locale_without_unicode_gets_ascii_alone(sim: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    old = sim("show", "first_scenario", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert old.returncode == 0, old.stderr
    assert old.stdout.isascii()


@pytest.mark.parametrize("name", BUNDLED)
def test_no_line_is_wider_than_80_cells(sim: Callable[..., subprocess.CompletedProcess[str]], name: str) -> None:
    shown = sim("show", name)
    assert shown.returncode == 0, shown.stderr
    assert [line for line in shown.stdout.splitlines() if width(line) > 80] == []


def test_names_of_any_script_keep_to_their_columns(
    sim: Callable[..., subprocess.CompletedProcess[str]], golden: Callable[[str, str], str]
) -> None:
    shown = sim("show", "-", stdin=ARABIC)
    assert shown.returncode == 0, shown.stderr
    assert [line for line in shown.stdout.splitlines() if width(line) > 80] == []
    assert shown.stdout == golden("show_arabic_and_japanese.txt", shown.stdout)


@pytest.mark.parametrize("arguments", [(), ("--help",), ("validate", "--help"), ("scenarios",), ("shwo",)])
def test_help_and_lists_fit_into_80_columns(
    sim: Callable[..., subprocess.CompletedProcess[str]], arguments: tuple[str, ...]
) -> None:
    answer = sim(*arguments, COLUMNS="200")
    lines = (answer.stdout + answer.stderr).splitlines()
    assert lines
    assert [line for line in lines if width(line) > 80] == []


def test_nothing_is_cut_off_in_a_pipe(sim: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    narrow, wide = (sim("show", "geneva_ii_round_2", COLUMNS=columns).stdout for columns in ("20", "300"))
    assert narrow == wide
    assert "..." not in narrow
    assert "…" not in narrow
