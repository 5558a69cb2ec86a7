"""A sweep beside the same runs without one: many points, kept on disk, asked, on a cluster."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Final

from sim.study.memory import Memory
from sim.study.plan import Plan
from sim.study.store import opened
from sim.study.sweep import Crew, in_threads, sweep
from tests.benchmarks.cases import CHUNK, at, counted, plan
from tests.benchmarks.clocks import a_run, home, process, sim, wall
from tests.benchmarks.ratio import Benchmark, Cost, Goal

RUNS: Final = 1_000_000
POINTS: Final = 100
WORKERS: Final = 2
SHARES: Final = "select point, ending, count(*) / {runs} as share from replicates group by point, ending order by all"


def played(whole: Plan) -> Cost:
    """The seconds that a plan takes from its scenario to its digest, on two threads."""

    def play() -> None:
        with in_threads(whole, "compiled", WORKERS) as crew:
            counted(whole, crew)

    return lambda: wall(play)


@contextmanager
def points_and_one(size: float) -> Iterator[tuple[Cost, Cost]]:
    """Many points, and as many runs of one."""
    yield played(plan(POINTS, at(size, RUNS // POINTS))), played(plan(1, POINTS * at(size, RUNS // POINTS)))


@contextmanager
def disk_and_memory(size: float) -> Iterator[tuple[Cost, Cost]]:
    """A sweep whose chunks are kept in a folder with their hashes, and one whose chunks are kept in memory."""
    whole = plan(POINTS, at(size, RUNS // POINTS))
    with home() as (folder, _), in_threads(whole, "compiled", WORKERS) as crew:
        numbers = count()

        def on_disk() -> None:
            with opened(folder / str(next(numbers)), whole, CHUNK) as kept:
                sweep(whole, kept, crew)

        yield lambda: wall(on_disk), lambda: wall(lambda: sweep(whole, Memory(whole.size, CHUNK), crew))


@contextmanager
def asked_and_played(size: float) -> Iterator[tuple[Cost, Cost]]:
    """The shares of all endings at each point, asked of a folder of 10^7 rows; and playing these rows."""
    whole = plan(POINTS, at(size, 10 * RUNS // POINTS))
    with home() as (folder, variables), in_threads(whole, "compiled", WORKERS) as crew:
        with opened(folder / "results", whole, CHUNK) as kept:
            sweep(whole, kept, crew)
        question = sim("query", str(folder / "results"), SHARES.format(runs=whole.runs))
        yield lambda: process(question, variables).seconds, lambda: wall(lambda: counted(whole, crew))


@contextmanager
def cluster_and_threads(size: float) -> Iterator[tuple[Cost, Cost]]:
    """Two Dask workers on this machine, and two threads; both have started, and have what is compiled."""
    from distributed import LocalCluster

    from sim.study.cluster import on_cluster

    whole = plan(1, at(size, RUNS))
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,  # type: ignore[no-untyped-call]
        on_cluster(whole, "compiled", cluster.scheduler_address) as far,
        in_threads(whole, "compiled", 2) as near,
    ):

        def by(crew: Crew) -> Cost:
            return a_run(lambda _: counted(whole, crew), whole.size)

        yield by(far), by(near)


BENCHMARKS: Final = {
    "points": Benchmark(
        "100 points of 10,000 runs", "one of 1,000,000 runs", "seconds", Goal(most=1.1), points_and_one
    ),
    "disk": Benchmark(
        "a sweep of 1,000,000 runs to checked chunks on disk", "the same in memory", "seconds", Goal(most=1.25),
        disk_and_memory,
    ),
    "query": Benchmark(
        "`sim query`: shares by point of 10,000,000 rows", "playing them", "seconds", Goal(most=0.02), asked_and_played
    ),
    "dask": Benchmark(
        "two Dask workers on this machine, started before", "two threads", "seconds a run", Goal(most=1.05),
        cluster_and_threads,
    ),
}  # fmt: skip
