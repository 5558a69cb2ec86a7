"""What was kept is given back bit for bit, and people see names and dates."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.case import read
from sim.rules.endings import ENDINGS
from sim.study.chunks import Chunk, Played, cut
from sim.study.plan import Plan
from sim.study.store import opened, results
from sim.study.store.rows import kind
from sim.study.store.tables import Tables
from sim.talks.actors import NEVER
from sim.talks.outcome import quantities
from sim.talks.records import Vector
from tests.model.generated import FAST
from tests.store.sweeps import SIZE, made, plan, same, seated, swept

NOTHING = (float("nan"), -float("nan"), -0.0, 0.0, float("inf"), -float("inf"), 5e-324, 1.7976931348623157e308)
BITS = st.integers(0, 2**64 - 1).map(lambda bits: float(np.array([bits], np.uint64).view(np.float64)[0]))
AMOUNTS = st.sampled_from(NOTHING) | st.floats(width=64) | BITS
WHOLE = {"ending": (0, 7), "reason": (-1, 3), "count": (-(2**31), 2**31 - 1), "day": (-300_000, 300_000)}


def columns(what: str, rows: int) -> st.SearchStrategy[Vector]:
    if what == "amount":
        return arrays(np.float64, rows, elements=AMOUNTS)
    numbers = st.integers(*WHOLE[what])
    numbers = numbers | st.just(NEVER) if what == "day" else numbers
    return arrays(np.int64, rows, elements=numbers).map(lambda column: column.view(np.float64))


@st.composite
def chunks(draw: st.DrawFn) -> Played:
    """Any outcomes at all, of a chunk that has runs of both points."""
    rows = draw(st.lists(st.integers(0, 19), unique=True, max_size=6).map(sorted))
    found = [draw(columns(kind(seated(), one), len(rows))) for one in quantities(seated())]
    points, replicates = np.divmod(np.array(rows, np.int64), 10)
    return Played(points, replicates, np.array(found).T.reshape(len(rows), len(found)))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder = tmp_path_factory.mktemp("tables")
    (folder / "replicates").mkdir()
    return Tables(folder, plan(rounds=False))


@settings(max_examples=30, phases=FAST)
@given(played=chunks())
def test_any_outcome_at_all_is_given_back_bit_for_bit(tables: Tables, played: Played) -> None:
    chunk = Chunk(0, 0, 20)
    tables.put(chunk, played)
    assert same(tables.get(chunk, ()), played)


def test_chunks_are_given_back_with_their_failures_and_rounds(finished: Path) -> None:
    kept = results(finished)
    assert [one.count for one in kept.chunks] == [4, 4, 4, 4, 4]
    assert all(same(kept.load(chunk), made(plan(), chunk)) for chunk in kept.chunks)
    assert [(one.point, one.replicate) for one in kept.failures] == [(0, 6), (1, 6)]


def test_a_chunk_can_be_read_as_soon_as_it_is_kept(tmp_path: Path) -> None:
    with opened(tmp_path / "sweep", plan(), SIZE) as kept:
        kept.keep(kept.chunks[3], made(plan(), kept.chunks[3]))
        assert same(kept.load(kept.chunks[3]), made(plan(), kept.chunks[3]))
        assert kept.rows == 4
        assert kept.failures == made(plan(), kept.chunks[3]).failures


def test_the_plan_is_read_as_it_was_asked(finished: Path) -> None:
    assert results(finished).plan == plan()


def test_a_sweep_in_which_nothing_is_varied_has_one_point(tmp_path: Path) -> None:
    alone = Plan(read("first_scenario"), (), ((),), 5, 3)
    swept(tmp_path / "sweep", alone)
    kept = results(tmp_path / "sweep")
    assert kept.plan == alone
    assert kept.ask("from points").names == ("point",)
    assert list(kept.ask("from points").rows) == [(0,)]


def test_a_chunk_of_which_every_run_failed_is_kept(tmp_path: Path) -> None:
    one = plan(runs=1, rounds=False)
    with opened(tmp_path / "sweep", one, 1) as kept:
        nothing = Played(np.arange(0), np.arange(0), np.zeros((0, len(quantities(seated())))))
        kept.keep(kept.chunks[0], nothing)
        assert same(kept.load(kept.chunks[0]), nothing)


def test_people_see_names_and_dates(finished: Path) -> None:
    rows = results(finished).frame("replicates").to_dict("records")
    raw = np.concatenate([made(plan(), chunk).outcomes for chunk in cut(20, SIZE)]).view(np.int64)
    names = [one.name for one in quantities(seated())]
    assert len(rows) == len(raw) == 18
    for row, bits in zip(rows, raw, strict=True):
        numbers = dict(zip(names, bits.tolist(), strict=True))
        start = (date(2030, 1, 7), date(2030, 1, 9))[row["point"]]
        day = None if numbers["last_day"] == NEVER else start + timedelta(days=numbers["last_day"])
        assert (None if row["last_day"] is pd.NaT else row["last_day"].date()) == day
        assert row["ending"] == list(ENDINGS)[numbers["ending"]]


def test_what_is_varied_stands_in_the_table_of_points(finished: Path) -> None:
    answer = results(finished).ask("from points")
    assert answer.names == ("point", "calendar.start", "mediator.style")
    assert list(answer.rows) == [(0, "2030-01-07", "facilitation"), (1, "2030-01-09", "formulation")]


@pytest.mark.parametrize(
    ("texts", "kind", "values"),
    [
        (("1", "2", "10"), "BIGINT", [1, 2, 10]),
        (("0.5", "1", "1e-07"), "DOUBLE", [0.5, 1.0, 1e-07]),
        (("1", "two"), "VARCHAR", ["1", "two"]),
        (('"1"', '"2"'), "VARCHAR", ['"1"', '"2"']),
        (("null", "1"), "VARCHAR", ["null", "1"]),
        (("{normal: {mean: 0.5, sd: 0.1}}", "0.5"), "VARCHAR", ["{normal: {mean: 0.5, sd: 0.1}}", "0.5"]),
        (("12345678901234567890", "1"), "DOUBLE", [12345678901234567890.0, 1.0]),
    ],
)
def test_a_column_of_points_is_numbers_if_all_of_it_are(
    tmp_path: Path, texts: tuple[str, ...], kind: str, values: list[object]
) -> None:
    points = tuple((text,) for text in texts)
    Tables(tmp_path, Plan(read("first_scenario"), ("a.path",), points, 1, 1)).put_points()
    found = duckdb.execute("SELECT * FROM read_parquet(?)", [str(tmp_path / "points.parquet")])
    assert found.description is not None
    assert str(found.description[1][1]) == kind
    assert [row[1] for row in found.fetchall()] == values


@pytest.mark.parametrize("name", ["plain", "a b", "a'b", 'a"b', "a[b]*?", "style=facilitation", "ünï", "~", "#%"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "sweep"
    swept(folder, plan(runs=2))
    kept = results(folder)
    assert [row[0] for row in kept.ask("select count(*) from replicates").rows] == [4]
    assert kept.ask("from points").names == ("point", "calendar.start", "mediator.style")


def test_a_relative_folder_is_found_from_where_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    swept(Path("sweep"), plan(runs=2))
    assert list(results(Path("sweep")).ask("select count(*) from rounds").rows) == [(8,)]
