"""A run that raises an error is a row of its own: which, why and how it is played again; the sweep goes on."""

import json
from pathlib import Path
from typing import Final

import pytest

from sim.study.request import asked
from sim.study.runs import PLAYERS
from tests.survival.folders import kept, lines
from tests.survival.planted import raising
from tests.survival.started import WAYS, Ended, Started
from tests.survival.swept import swept
from tests.survival.trials import CHUNK, RUNS, SWEEP, VARIED, WORKERS, held, started

POINTS: Final = 6
FEW: Final = (*SWEEP, "-n", "40", "--json")


def few(where: Path, engine: str, workers: int, chunk: int, *raises: int) -> Ended:
    """A sweep of few runs, some of which fail at each point."""
    where.mkdir(exist_ok=True)
    options = ("--engine", engine, "--workers", str(workers))
    return Started(where, (*FEW, *options), {"chunk": chunk, "raises": raises}).ended()


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """A folder with results of which two runs failed at each point, and what was said."""
    where = tmp_path_factory.mktemp("failed")
    return where, few(where, "compiled", 1, 50, 17, 39)


def test_a_sweep_with_failed_runs_ends_and_counts_them(failed: tuple[Path, Ended]) -> None:
    _, end = failed
    assert end.code == 6
    assert end.document["played"] == POINTS * 40
    assert [(each["point"], each["replicate"]) for each in end.document["failures"]] == [
        (point, replicate) for point in range(POINTS) for replicate in (17, 39)
    ]
    assert {(each["error"], each["message"]) for each in end.document["failures"]} == {
        ("ArithmeticError", "planted at 17"), ("ArithmeticError", "planted at 39")
    }  # fmt: skip
    assert "12 runs failed. All others are there. Point 0, replicate 17: ArithmeticError: planted at 17" in end.said
    assert "Traceback" not in end.err


def test_the_command_of_a_failed_run_plays_it_again_and_the_table_of_failures_has_it(
    failed: tuple[Path, Ended],
) -> None:
    where, end = failed
    again = Started(where, [*end.command, "--json"]).ended()
    assert again.code == 0, again.err
    assert (again.document["replicate"], again.document["seed"]) == (17, 7)
    table = Started(where, ["query", "kept", "select * from failures", "--json"]).ended()
    assert len(json.loads(table.out)) == 12
    rows = Started(where, ["query", "kept", "select count(*) as runs from replicates", "--json"]).ended()
    assert json.loads(rows.out) == [{"runs": POINTS * 38}]


@pytest.mark.parametrize(("engine", "workers", "chunk"), [("mesa", 1, 40), ("compiled", 7, 1), ("compiled", 3, 97)])
def test_failed_runs_are_the_same_for_every_engine_number_of_workers_and_chunk(
    failed: tuple[Path, Ended], monkeypatch: pytest.MonkeyPatch, engine: str, workers: int, chunk: int
) -> None:
    _, first = failed
    monkeypatch.setitem(PLAYERS, engine, raising(PLAYERS[engine], [17, 39]))
    done = swept(asked(SWEEP[1], [], VARIED, runs=40, seed=7), engine, workers, chunk)
    assert done.digest == first.document["digest"]
    assert [failure._asdict() for failure in done.failures] == first.document["failures"]


def test_a_sweep_of_which_every_run_fails_ends_too(tmp_path: Path) -> None:
    end = Started(
        tmp_path, (*FEW, "-n", "4", "--engine", "mesa"), {"chunk": 5, "raises": [0, 1, 2, 3]}
    ).ended()  # fmt: skip
    assert (end.code, len(end.document["failures"])) == (6, 24), end.err
    assert Started(tmp_path, ["verify", "kept", "--digest"]).ended().out.strip() == end.document["digest"]


def test_more_failures_than_are_borne_with_stop_a_sweep_and_it_goes_on_when_more_are(tmp_path: Path) -> None:
    end = few(tmp_path, "compiled", 1, 10, 3, 5, 7)
    stopped = Started(
        tmp_path, (*FEW, "--engine", "compiled", "--out", "other", "--max-failures", "4"),
        {"chunk": 10, "raises": [3, 5, 7]},
    ).ended()  # fmt: skip
    assert (stopped.code, stopped.out) == (6, "")
    assert "That is more than --max-failures bears with: stopped." in stopped.said
    assert 0 < len(kept(tmp_path / "other")) < POINTS * 4
    on = Started(tmp_path, (*FEW, "--out", "other"), {"raises": [3, 5, 7]}).ended()
    assert (on.code, on.document["digest"]) == (6, end.document["digest"])
    assert on.document["failures"] == end.document["failures"]


def test_a_killed_sweep_and_one_that_is_done_count_their_failed_runs_again(tmp_path: Path) -> None:
    running = held(tmp_path, raises=[11])
    running.stop(WAYS["kill -9 of all"])
    assert running.ended().code == 137
    on = started(tmp_path, WORKERS[-1], raises=[11]).ended()
    done = started(tmp_path, 1, raises=[11]).ended()
    failures = [{"point": point, "replicate": 11, "error": "ArithmeticError", "message": "planted at 11"}
                for point in range(POINTS)]  # fmt: skip
    assert (on.code, on.document["failures"]) == (6, failures)
    assert (done.code, done.document["failures"], done.document["played"]) == (6, failures, 0)
    assert lines(tmp_path / "kept")[-1]["digest"] == on.document["digest"] == done.document["digest"]
    assert on.document["played"] == POINTS * RUNS - 3 * CHUNK
