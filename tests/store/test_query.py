"""`sim query` prints an answer for people, for a spreadsheet, or for a program."""

import csv
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from sim.cli import main
from tests.store.damage import CHUNKS, flip_at

Sim: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def query(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sim:
    """Ask a copy of the results, in the folder `kept`, without starting a process."""
    shutil.copytree(finished, tmp_path / "kept")
    monkeypatch.chdir(tmp_path)

    def ask(*asked: str) -> subprocess.CompletedProcess[str]:
        code = main(["query", "kept", *asked])
        return subprocess.CompletedProcess(asked, code, *capsys.readouterr())

    return ask


def test_an_answer_is_a_table_with_numbers_at_the_right(query: Sim) -> None:
    said = query("select mediator.style, count(*) as runs, max(point) as last from points group by all order by all")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout == (
        "mediator.style  runs  last\n"
        "──────────────  ────  ────\n"
        "facilitation       1     0\n"
        "formulation        1     1\n"
    )


def test_an_answer_without_rows_says_so(query: Sim) -> None:
    assert query("select point from points where point > 9").stdout == "point\n─────\n0 rows\n"


def test_nothing_of_an_answer_is_cut_off(query: Sim) -> None:
    said = query(f"select '{'long ' * 60}' as a, 0.1::double + 0.2::double as b").stdout
    assert "long " * 60 in said
    assert "0.30000000000000004" in said


def test_what_would_act_on_a_terminal_is_shown(query: Sim) -> None:
    said = query("select 'a' || chr(27) || '[31m' as x, 'two' || chr(10) || 'lines' as y").stdout
    assert said.splitlines()[2:] == ["a\\x1b[31m  two", "           lines"]


def test_an_answer_as_csv_is_read_by_a_spreadsheet_and_is_no_formula(query: Sim) -> None:
    said = query(
        "select '=1+1' as \"=a\", date '2030-01-07' as day, null as none, 'a,\"b\"' as text, -1.5 as n, [1, 2] as l",
        "--csv",
    )
    assert said.returncode == 0
    assert list(csv.reader(said.stdout.splitlines())) == [
        ["'=a", "day", "none", "text", "n", "l"],
        ["'=1+1", "2030-01-07", "", 'a,"b"', "-1.5", "[1, 2]"],
    ]


def test_an_answer_as_json_is_a_list_of_rows(query: Sim) -> None:
    said = query(
        "select 'a' as text, 1 as whole, 1.5 as part, date '2030-01-07' as day, null as none, 'nan'::double as nan, "
        "1e400 as large, true as yes, [1, null] as list, {'a': 1.5} as thing, '\\x01'::blob as bytes, "
        "interval 1 day as time, 2::hugeint ** 100 as power from range(2)",
        "--json",
    )
    row = {
        "text": "a", "whole": 1, "part": 1.5, "day": "2030-01-07", "none": None, "nan": None, "large": None,
        "yes": True, "list": [1, None], "thing": {"a": 1.5}, "bytes": "01", "time": "1 day, 0:00:00", "power": 2.0**100,
    }  # fmt: skip
    assert (said.returncode, said.stderr) == (0, "")
    assert json.loads(said.stdout) == [row, row]


def test_an_empty_answer_as_json_is_an_empty_list(query: Sim) -> None:
    assert query("select point from points where point > 9", "--json").stdout == "[]\n"


def test_two_columns_of_one_name_are_refused_as_json(query: Sim) -> None:
    said = query("select 1 as a, 2 as a", "--json")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == "Two columns are called a. Give one of them another name, with AS.\n"


def test_the_schema_says_what_every_column_means(query: Sim) -> None:
    said = query("--schema").stdout
    for text in ("points\n", "replicates\n", "rounds\n", "failures\n", "mediator.style", "The style of mediation."):
        assert text in said
    assert "a day; NULL if it never came" in said
    assert max(map(len, said.splitlines())) <= 80


def test_the_schema_as_json_is_that_of_the_tables(query: Sim) -> None:
    tables = json.loads(query("--schema", "--json").stdout)["tables"]
    for name, columns in tables.items():
        described = json.loads(query(f"describe {name}", "--json").stdout)
        assert [(one["name"], one["type"]) for one in columns] == [
            (one["column_name"], one["column_type"]) for one in described
        ]
        assert all(one["meaning"] for one in columns)


@pytest.mark.parametrize(
    "asked", [(), ("select 1", "--schema"), ("select 1", "--csv", "--json"), ("--schema", "--csv")], ids=str
)
def test_a_question_and_options_that_do_not_fit_are_refused(query: Sim, asked: tuple[str, ...]) -> None:
    said = query(*asked)
    assert (said.returncode, said.stdout) == (2, "")
    assert "How it is used:  sim query --help" in said.stderr


def test_a_question_that_cannot_be_answered_is_wrong_usage(query: Sim) -> None:
    said = query("select endin from replicates")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == "There is no column endin. Did you mean ending?\n"


def test_damaged_results_are_refused_before_a_question_is_asked(query: Sim, tmp_path: Path) -> None:
    flip_at(tmp_path / "kept", CHUNKS[3], 0.5)
    said = query("from points")
    assert (said.returncode, said.stdout) == (7, "")
    assert said.stderr.startswith(f"kept is damaged:\n{CHUNKS[3]} is damaged: it is not what was written.\n")


def test_a_folder_that_is_not_there_is_an_unknown_name(sim: Sim) -> None:
    said = sim("query", "nowhere", "select 1")
    assert (said.returncode, said.stdout, said.stderr) == (2, "", "There is no folder nowhere.\n")
