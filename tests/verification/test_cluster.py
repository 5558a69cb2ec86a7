"""A sweep on a Dask cluster is the sweep on one machine, whoever of the cluster is lost."""

import socket
from functools import partial
from pathlib import Path

import pytest

from tests.survival.folders import kept, marks, tree
from tests.survival.started import ROOT, WAYS, Started
from tests.verification.cluster import cluster

SWEEP = (
    "sweep", "geneva_ii_round_2", "--vary", "mediator.style=facilitation,manipulation", "-n", "100000",
    "--engine", "compiled", "--json", "--out", "kept",
)  # fmt: skip
CHUNKS = 10


def has(folder: Path, chunks: int) -> bool:
    """Whether so many chunks are kept."""
    return len(kept(folder)) == chunks


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sweep as two threads of one process play it."""
    where = tmp_path_factory.mktemp("alone")
    assert Started(where, (*SWEEP, "--workers", "2")).ended().code == 0
    return where / "kept"


def test_a_worker_that_is_killed_changes_nothing(alone: Path, tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", 1) as machines:
        lost = machines.worker()
        running = Started(tmp_path, (*SWEEP, "--cluster", machines.address))
        running.until(partial(has, tmp_path / "kept", 2))
        lost.kill()
        assert len(kept(tmp_path / "kept")) < CHUNKS
        end = running.ended()
    assert end.code == 0, end.err
    assert tree(tmp_path / "kept") == tree(alone)


def test_a_sweep_on_a_cluster_that_is_killed_goes_on_on_it_and_without_it(alone: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    with cluster(tmp_path / "cluster", 2) as machines:
        for chunks, way in ((2, "kill -9 of all"), (4, "Ctrl-C"), (6, "SIGTERM")):
            before = marks(folder)
            running = Started(tmp_path, (*SWEEP, "--cluster", machines.address))
            running.until(partial(has, folder, chunks))
            running.stop(WAYS[way])
            end = running.ended()
            assert end.code == WAYS[way].code, end.err
            assert before.items() <= marks(folder).items()
        before = marks(folder)
    assert Started(tmp_path, (*SWEEP, "--workers", "1")).ended().code == 0
    assert before.items() <= marks(folder).items()
    assert tree(folder) == tree(alone)


def test_a_scheduler_that_is_lost_is_said_and_what_is_done_is_kept(alone: Path, tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", 2) as machines:
        running = Started(tmp_path, (*SWEEP, "--cluster", machines.address))
        running.until(partial(has, tmp_path / "kept", 2))
        machines.scheduler.kill()
        end = running.ended()
    assert end.code == 5, end.err
    assert "runs are kept in kept. The same command goes on from there: sim sweep" in end.said
    assert machines.address in end.said
    assert "Traceback" not in end.err
    assert Started(tmp_path, (*SWEEP, "--workers", "2")).ended().code == 0
    assert tree(tmp_path / "kept") == tree(alone)


def test_where_nobody_answers_the_address_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        end = Started(tmp_path, (*SWEEP, "--cluster", address)).ended()
    assert (end.code, end.out) == (5, "")
    assert address in end.said
    assert "Traceback" not in end.err


def test_an_address_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    end = Started(tmp_path, (*SWEEP, "--cluster", "nonsense://")).ended()
    assert (end.code, end.out) == (2, ""), end.err
    assert "--cluster" in end.said


@pytest.mark.parametrize(
    ("planted", "words"),
    [
        ("import sys; sys.modules['sim'] = None", "no sim"),
        ("import sys; sys.modules['numba'] = None", "without numba"),
        ("import sim.study.provenance as one; one.RESULT_VERSION = 1_000_001", "results 1000001"),
    ],
)
def test_a_worker_that_would_not_give_the_same_numbers_is_refused(planted: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(planted, encoding="utf-8")
    with cluster(tmp_path / "cluster", 1) as machines:
        machines.worker(PYTHONPATH=f"{tmp_path}:{ROOT}")
        end = Started(tmp_path, (*SWEEP, "--cluster", machines.address)).ended()
    assert (end.code, end.out) == (7, ""), end.err
    assert "The worker at tcp://127.0.0.1" in end.said
    assert words in end.said
    assert kept(tmp_path / "kept") == []


def test_a_cluster_without_workers_is_said(tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", 0) as machines:
        end = Started(tmp_path, (*SWEEP, "--cluster", machines.address)).ended()
    assert end.code == 5
    assert end.said.endswith(f"The disk or the system refused: {machines.address}: The scheduler has no workers.")
