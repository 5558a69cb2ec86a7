"""A cluster of Dask as a user starts it: a scheduler and workers, each a process of its own, on this machine alone."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.survival.started import ROOT, waited

HERE: Final = ("--host", "127.0.0.1")
LISTENS: Final = "Scheduler at:"
JOINED: Final = "Registered to:"


class Cluster:
    """A scheduler and its workers; each writes what it says into a file."""

    def __init__(self, where: Path) -> None:
        self._where = where
        self._processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start("scheduler", LISTENS, *HERE, "--port", "0", "--no-dashboard")
        said = (where / "0.log").read_text(encoding="utf-8")
        self.address = next(line.split()[-1] for line in said.splitlines() if LISTENS in line)

    def worker(self, **variables: str) -> subprocess.Popen[bytes]:
        """One more worker, with one thread."""
        alone = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self._where))
        return self._start("worker", JOINED, self.address, *HERE, *alone, **variables)

    def end(self) -> None:
        """Kill all of it."""
        for process in self._processes:
            process.kill()
            process.wait()

    def _start(self, verb: str, ready: str, *options: str, **variables: str) -> subprocess.Popen[bytes]:
        log = self._where / f"{len(self._processes)}.log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "dask", verb, *options],
                cwd=self._where,
                env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        self._processes.append(process)
        waited(lambda: ready in log.read_text(encoding="utf-8") or process.poll() is not None)
        assert process.poll() is None, log.read_text(encoding="utf-8")
        return process


@contextmanager
def cluster(where: Path, workers: int) -> Iterator[Cluster]:
    """A cluster for a while."""
    where.mkdir()
    started = Cluster(where)
    try:
        for _ in range(workers):
            started.worker()
        yield started
    finally:
        started.end()
