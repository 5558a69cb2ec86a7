"""What doing something costs: seconds on the wall, seconds of processors, a process as a whole."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from tests.benchmarks.ratio import Cost

ROOT: Final = Path(__file__).parents[2]
KIB: Final = 1 if sys.platform == "darwin" else 1024
"""The unit in which the system tells the most memory that a process had."""


def wall(do: Callable[[], object]) -> float:
    """The seconds that go by."""
    begin = time.perf_counter()
    do()
    return time.perf_counter() - begin


def processor(do: Callable[[], object]) -> float:
    """The seconds for which the processors worked, all threads together."""
    begin = time.process_time()
    do()
    return time.process_time() - begin


def a_run(play: Callable[[int], object], count: int, clock: Callable[[Callable[[], object]], float] = wall) -> Cost:
    """What a run costs when so many are played."""
    return lambda: clock(partial(play, count)) / count


class Spent(NamedTuple):
    """What a process took from its start to its end: seconds on the wall, and bytes of memory at most."""

    seconds: float
    memory: float


def process(arguments: tuple[str, ...], variables: Mapping[str, str]) -> Spent:
    """Start Python with some arguments and wait for its end."""
    begin = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *arguments], env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"python {' '.join(arguments)} ended with exit code {child.returncode}.")
    return Spent(seconds, float(usage.ru_maxrss * KIB))


def sim(*arguments: str) -> tuple[str, ...]:
    """The arguments for Python that start the command."""
    return ("-m", "sim", *arguments)


@contextmanager
def home() -> Iterator[tuple[Path, dict[str, str]]]:
    """An empty folder for all that processes keep, and the environment that tells them of it.

    The modules that Python compiles lie there as well, so that none is written or read elsewhere.
    """
    with tempfile.TemporaryDirectory() as folder:
        ours = {
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(Path(folder) / "modules"),
            "PYTHONDONTWRITEBYTECODE": "",
            "XDG_CACHE_HOME": str(Path(folder) / "cache"),
        }
        yield Path(folder), {**os.environ, **ours}
