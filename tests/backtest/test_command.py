"""What `sim backtest` prints."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.backtest.tables import HEAD
from tests.backtest.test_backtest import LINES

Sim = Callable[..., subprocess.CompletedProcess[str]]


def test_it_prints_a_table_that_fits_and_how_to_repeat_it(sim: Sim, tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text("\n".join([HEAD, *LINES]))
    said = sim("backtest", "issues.csv", "-n", "5")
    assert said.returncode == 0
    assert "10 issues of 5 proposals" in said.stdout
    assert "sim backtest issues.csv -n 5 --seed 1" in said.stdout
    assert max(map(len, said.stdout.splitlines())) <= 80


def test_for_a_program_it_is_one_document(sim: Sim, tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text("\n".join([HEAD, *LINES]))
    document = json.loads(sim("backtest", "issues.csv", "-n", "5", "--json").stdout)
    assert document["issues"] == 10
    assert {"name", "error", "covered", "apart"} <= set(document["methods"][0])


def test_bad_input_is_told_and_nothing_else(sim: Sim, tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text("prnr;rp\n1;2\n")
    said = sim("backtest", "issues.csv")
    assert (said.returncode, said.stdout) == (3, "")
    assert "issues.csv:1:1: out: There is no column out." in said.stderr
    assert sim("backtest", "missing.csv").returncode == 2
    (tmp_path / "one.csv").write_text(f"{HEAD}\n{LINES[0]}\n")
    assert "two proposals" in sim("backtest", "one.csv").stderr
