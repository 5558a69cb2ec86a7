"""Chunks are played by the workers of a Dask cluster; what they come to is kept here, by one process alone."""

import errno
import logging
import pickle
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import sim
from sim.case import Unknown
from sim.study.chunks import Chunk, Played
from sim.study.plan import Plan
from sim.study.playing import played
from sim.study.points import Points
from sim.study.provenance import RESULT_VERSION
from sim.study.runs import can_compile
from sim.study.sweep import Crew
from sim.study.trouble import Unusable

RETRIES = 3
"""So many times a chunk is given to another worker when the one that had it is lost."""
PATIENCE = 10
"""Seconds in which a scheduler answers, and has a worker."""


@contextmanager
def on_cluster(plan: Plan, engine: str, address: str) -> Iterator[Crew]:
    """A crew of the workers that a scheduler has; there may be more or fewer of them at any time.

    Raises
    ------
    Unknown
        The address is none.
    Unusable
        `distributed` is not installed, or a worker would give other numbers.
    OSError
        Nobody answers at the address, there is no worker, or the scheduler is lost.

    """
    with _client(address) as client:
        _agree(client.run(here, on_error="return"), engine)
        case = pickle.dumps(plan)
        hands = sum(client.nthreads().values())
        executor = client.get_executor(pure=False, retries=RETRIES)
        try:
            yield Crew(lambda chunk: executor.submit(play, case, chunk, engine), 2 * hands)
        except CancelledError:
            raise ConnectionError(errno.ECONNRESET, "The scheduler is lost", address) from None


def _client(address: str) -> Any:  # noqa: ANN401 - it tells no types
    """The client of a scheduler that has workers; whatever it would log we say ourselves."""
    if not re.fullmatch(r"((tcp|tls|ucx|ws|wss)://)?[^/\s]+:\d+", address):
        raise Unknown(f"--cluster {address}: Write an address as in tcp://host:8786.")
    try:
        from distributed import Client  # noqa: PLC0415 - an extra: only who has a cluster needs it
    except ImportError:
        raise Unusable('For --cluster install sim with its extra "cluster" (the package distributed).') from None
    for name in ("distributed", "distributed.client"):  # the second has a level of its own
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=f"{PATIENCE}s", set_as_default=False)  # type: ignore[no-untyped-call]
    except OSError:
        raise ConnectionError(errno.ECONNREFUSED, "No scheduler answers", address) from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        client.close()  # type: ignore[no-untyped-call]
        raise TimeoutError(errno.ETIMEDOUT, "The scheduler has no workers", address) from None
    return client


def here() -> tuple[str, int, bool]:
    """What a worker has installed: the version of sim and of its results, and whether it can compile."""
    return sim.__version__, RESULT_VERSION, can_compile()


def _agree(found: Mapping[str, object], engine: str) -> None:
    for worker, has in found.items():
        match has:
            case (_, int(results), bool(compiles)) if results == RESULT_VERSION and (compiles or engine == "mesa"):
                continue
            case (version, int(results), _) if results == RESULT_VERSION:
                what = f"sim {version} without numba"
            case (version, results, _):
                what = f"sim {version}, results {results}"
            case _:
                what = f"no sim ({has})"
        raise Unusable(
            f"The worker at {worker} has {what}; here it is sim {sim.__version__}, results {RESULT_VERSION}. "
            "Install the same everywhere."
        )


def play(case: bytes, chunk: Chunk, engine: str) -> Played:
    """Play one chunk of a plan, where the worker is."""
    plan, points = _seated(case)
    return played(plan, points, chunk, engine)


@lru_cache(2)
def _seated(case: bytes) -> tuple[Plan, Points]:
    plan: Plan = pickle.loads(case)  # noqa: S301 - it comes from the client that the worker serves
    return plan, Points(plan)
