"""A question in SQL reads the tables of the results, and can do nothing else."""

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from sim.case import Unknown
from sim.study.store import parquet, results
from sim.study.store.question import quoted
from tests.store.damage import CHUNKS
from tests.store.sweeps import tree

CANARY: Final = "canary"
ATTACKS: Final = {
    "a file read as a table": "select * from read_csv('{outside}')",
    "a file named as a table": "select * from '{outside}'",
    "a file beside, named as a table": "from 'outside.csv'",
    "a file as text": "select * from read_text('{outside}')",
    "a file as bytes": "select * from read_blob('{outside}')",
    "a file as JSON": "select * from read_json('{outside}')",
    "a Parquet file of somebody else": "select * from '{outside}.parquet'",
    "what a Parquet file says of itself": "select * from parquet_metadata('{outside}.parquet')",
    "a guess at a file": "select * from sniff_csv('{outside}')",
    "the files of a folder": "select * from glob('{folder}/*')",
    "a file on the network": "select * from 'https://example.org/a.csv'",
    "a file in a bucket": "select * from read_parquet('s3://bucket/a.parquet')",
    "writing a table out": "copy replicates to '{written}'",
    "writing over a chunk": "copy (select 1) to '{chunk}'",
    "writing inside a question": "with x as (copy (select 1) to '{written}') select * from x",
    "writing over a chunk inside a question": "with x as (copy (select 1) to '{chunk}' (use_tmp_file false)) from x",
    "writing inside a question inside a question": "from query('with x as (copy (select 1) to ''{chunk}'') from x')",
    "writing while explaining": "explain analyze copy (select 1) to '{chunk}'",
    "writing while explaining what is explained": "explain explain analyze copy (select 1) to '{chunk}'",
    "a question made of data": "from json_execute_serialized_sql(json_serialize_sql('from read_text(''{outside}'')'))",
    "all tables as files": "export database '{written}'",
    "files as tables": "import database '{folder}'",
    "another database": "attach '{written}' as other",
    "an extension from the network": "install httpfs",
    "an extension": "load httpfs",
    "an extension of somebody else": "install h3 from community",
    "a setting": "set enable_external_access = true",
    "another setting": "set allowed_paths = ['{outside}']",
    "a setting undone": "reset enable_external_access",
    "a pragma": "pragma database_list",
    "a call": "call duckdb_settings()",
    "a variable of the shell": "select getenv('HOME')",
    "a variable of ours": "select * from CANARIES",
    "a global name of ours": "select * from ATTACKS",
    "two questions": "select 1; select 2",
    "a second one behind a comment": "select 1; -- harmless\ncopy replicates to '{written}'",
    "a new table": "create table mine as select 1",
    "rows taken out": "delete from failures",
    "rows taken out inside a question": "with x as (delete from failures returning *) select * from x",
    "rows put in inside a question": "with x as (insert into failures values (1, 1, '', '') returning *) from x",
    "rows changed": "update failures set error = ''",
    "a table taken away": "drop view replicates",
    "a transaction": "begin",
    "a prepared statement": "prepare mine as select 1",
    "a prepared statement, done": "execute mine",
    "a secret": "create secret (type s3)",
    "what is kept of secrets": "from duckdb_secrets()",
    "a function of Python": "select * from python_map_function()",
    "nothing": "",
    "a comment alone": "-- nothing",
    "not even SQL": "give me everything",
    "a text that does not end": "select 'abc",
    "a parameter": "select ?",
}


@pytest.fixture
def asked(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], object]:
    """Ask a copy of the results, from a folder with a secret in it."""
    outside = tmp_path / "outside.csv"
    outside.write_text(f"{CANARY}\n{CANARY}\n")
    (tmp_path / "outside.csv.parquet").write_bytes((folder / CHUNKS[0]).read_bytes())
    monkeypatch.chdir(tmp_path)
    names = {"outside": outside, "folder": folder, "written": tmp_path / "written", "chunk": folder / CHUNKS[1]}
    return lambda text: list(results(folder).ask(text.format(**names)).rows)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_question_that_does_more_than_read_the_tables_is_refused(
    asked: Callable[[str], object], tmp_path: Path, attack: str
) -> None:
    before, CANARIES = tree(tmp_path), [[CANARY]]  # noqa: N806 - a question must not see it
    with pytest.raises(Unknown) as refused:
        asked(attack)
    said = str(refused.value)
    assert CANARY not in said
    assert len(said.splitlines()) == 1
    assert said.endswith((".", "?"))
    assert tree(tmp_path) == before
    assert CANARIES


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("select endin from replicates", "There is no column endin. Did you mean ending?"),
        ("select r.endin from replicates r", "There is no column endin. Did you mean ending?"),
        ("select mediator.styl from points", "There is no column mediator.styl. Did you mean mediator.style?"),
        ("select x.ending from replicates", "There is no column x.ending. Did you mean ending?"),
        ("from replicate", "There is no table replicate. Did you mean replicates?"),
        ("from plots", "There is no table plots. Did you mean points?"),
        ("select * from replicates where", 'The question cannot be answered: syntax error at or near "where".'),
        ("select median(ending::int) from replicates", "The question cannot be answered: Could not convert string"),
        (
            "select foo(point) from points",
            "The question cannot be answered: Scalar Function with name foo does not exist.",
        ),
        ("select sum(point) from points where sum(point) > 1", "The question cannot be answered: WHERE clause cannot"),
        ("select error('boo')", "The question cannot be answered: boo."),
        ("pivot replicates on ending using count(*)", "A PIVOT has to name its values, as in: pivot"),
        ("select '\udcff'", "The question is not written in UTF-8."),
    ],
)
def test_what_is_wrong_with_a_question_is_a_sentence_with_the_nearest_name(
    finished: Path, text: str, said: str
) -> None:
    with pytest.raises(Unknown) as refused:
        results(finished).ask(text)
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("select count(*) from replicates", [(18,)]),
        ("SELECT count(*) FROM rounds;", [(36,)]),
        ("from points select point order by point desc", [(1,), (0,)]),
        ("with x as (select 1 as a) select a from x", [(1,)]),
        ("values (1), (2)", [(1,), (2,)]),
        ("select point, replicate, error from failures", [(0, 6, "ArithmeticError"), (1, 6, "ArithmeticError")]),
        ("select mediator.style from points", [("facilitation",), ("formulation",)]),
        ("select p.mediator.style from points p", [("facilitation",), ("formulation",)]),
        ("select points.Mediator.Style from points where Mediator.style = 'formulation'", [("formulation",)]),
        ('select "mediator.style" from points limit 1', [("facilitation",)]),
        ("select mediator.style.upper() from points limit 1", [("FACILITATION",)]),
        ("select 'mediator.style' -- mediator.style\n from points limit 1 /* mediator.style */", [("mediator.style",)]),
        ("select 'é', mediator.style from points limit 1", [("é", "facilitation")]),
        ("select 1.5::double, point from points limit 1", [(1.5, 0)]),
        (
            "pivot points on point in (0, 1) using count(*) group by mediator.style",
            [("facilitation", 1, 0), ("formulation", 0, 1)],
        ),
        ("select count(*) from (describe points)", [(3,)]),
    ],
)
def test_a_question_that_reads_is_answered(finished: Path, text: str, rows: list[tuple[object, ...]]) -> None:
    assert list(results(finished).ask(text).rows) == rows


@pytest.mark.parametrize(
    "text", ["explain select 1", "EXPLAIN\nfrom points", "show tables", "describe replicates", "summarize points"]
)
def test_tables_and_plans_can_be_looked_at(finished: Path, text: str) -> None:
    assert len(list(results(finished).ask(text).rows)) > 0


def test_an_answer_that_does_not_fit_into_memory_is_refused(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(parquet.ALONE, "memory_limit", "20MB")
    with pytest.raises(OSError, match="does not fit into memory"):
        results(finished).ask("select count(distinct i) from range(10_000_000) t(i)")


def test_a_file_that_goes_away_while_it_is_asked_is_a_refusal_of_the_system(folder: Path) -> None:
    kept = results(folder)
    (folder / CHUNKS[0]).unlink()
    with pytest.raises(OSError, match="replicates"):
        kept.ask("from replicates")


def test_a_question_that_takes_too_long_is_stopped_from_the_keyboard(finished: Path) -> None:
    kept = results(finished)
    stop = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    stop.start()
    with pytest.raises(KeyboardInterrupt):
        kept.ask("select count(*) from range(1_000_000_000_000) t(i) where i % 7 = 3")
    stop.join()


def test_a_name_is_quoted_where_it_is_known_and_nowhere_else() -> None:
    names = ["a.b", "a.b.c", "point", "x.0.y"]
    assert quoted("select a.b, a.b.c, t.a.b, a.d, x.0.y, 'a.b', \"a.b\" -- a.b", names) == (
        'select "a.b", "a.b.c", t."a.b", a.d, "x.0.y", \'a.b\', "a.b" -- a.b'
    )
