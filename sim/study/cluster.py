"""Chunks are played by the workers of a Dask cluster; what they come to is kept here, by one process alone."""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import sim
from sim.study.chunks import Chunk, Played
from sim.study.plan import Plan
from sim.study.playing import played
from sim.study.points import Points
from sim.study.provenance import RESULT_VERSION
from sim.study.sweep import Crew
from sim.study.trouble import Unusable

RETRIES = 3
"""So many times a chunk is given to another worker when the one that had it is lost."""


@contextmanager
def on_cluster(plan: Plan, engine: str, address: str) -> Iterator[Crew]:
    """A crew of the workers that a scheduler has; there may be more or fewer of them at any time.

    Raises
    ------
    Unusable
        `distributed` is not installed, or a worker has another version of sim.
    OSError
        Nobody answers at the address.

    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra: only who has a cluster needs it
    except ImportError:
        raise Unusable('For --cluster install sim with its extra "cluster" (the package distributed).') from None
    with Client(address, timeout="10s", set_as_default=False) as client:  # type: ignore[no-untyped-call]
        _agree(client.run(version_here))
        case = pickle.dumps(plan)
        hands = sum(client.nthreads().values()) or 1
        executor = client.get_executor(pure=False, retries=RETRIES)
        yield Crew(lambda chunk: executor.submit(play, case, chunk, engine), 2 * hands)


def version_here() -> tuple[str, int]:
    """What a worker has installed."""
    return sim.__version__, RESULT_VERSION


def _agree(versions: dict[str, tuple[str, int]]) -> None:
    for worker, (version, results) in versions.items():
        if results != RESULT_VERSION:
            raise Unusable(
                f"The worker at {worker} has sim {version}, results {results}; here it is sim {sim.__version__}, "
                f"results {RESULT_VERSION}. Their numbers would not be the same: install one version everywhere."
            )


def play(case: bytes, chunk: Chunk, engine: str) -> Played:
    """Play one chunk of a plan, where the worker is."""
    plan, points = _seated(case)
    return played(plan, points, chunk, engine)


@lru_cache(2)
def _seated(case: bytes) -> tuple[Plan, Points]:
    plan: Plan = pickle.loads(case)  # noqa: S301 - it comes from the client that the worker serves
    return plan, Points(plan)
