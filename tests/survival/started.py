"""The command as a person starts it, in a process group of its own, and how it is stopped."""

import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

ROOT: Final = Path(__file__).parent.parent.parent
PLANTED: Final = str(Path(__file__).with_name("planted.py"))
PATIENCE: Final = 300.0
"""Seconds after which something hangs."""


class Way(NamedTuple):
    """A way to be stopped: the signal, whether the whole group gets it, and the exit code as a shell tells it."""

    number: signal.Signals
    group: bool
    code: int


WAYS: Final = {
    "kill -9 of all": Way(signal.SIGKILL, group=True, code=137),
    "kill -9 of the parent": Way(signal.SIGKILL, group=False, code=137),
    "Ctrl-C": Way(signal.SIGINT, group=True, code=130),
    "SIGTERM": Way(signal.SIGTERM, group=False, code=143),
}


class Ended(NamedTuple):
    """What a command that has ended left: its exit code as a shell tells it, and what it said."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """What it said on standard error, however the lines were broken."""
        return " ".join(self.err.split())

    @property
    def command(self) -> list[str]:
        """The arguments of the first command of `sim` that it printed, as a shell reads them."""
        lines = self.err.replace("\\\n", " ").splitlines()
        printed = next(line for line in lines if line.strip().startswith("sim "))
        return shlex.split(printed)[1:]

    @property
    def document(self) -> dict[str, Any]:
        """What it said on standard output, with --json."""
        found: dict[str, Any] = json.loads(self.out)
        return found


class Started:
    """A command that runs, in a folder, perhaps with something planted in it."""

    def __init__(
        self, where: Path, arguments: Sequence[str], plant: Mapping[str, object] | None = None, **variables: str
    ) -> None:
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # would be passed on, and nobody could be interrupted
            signal.signal(signal.SIGINT, signal.default_int_handler)
        program = ["-m", "sim"] if plant is None else [PLANTED, json.dumps(plant)]
        self._out, self._err = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 - closed by `ended`
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", *program, *arguments],
            cwd=where,
            env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
            stdin=subprocess.DEVNULL,
            stdout=self._out,
            stderr=self._err,
            start_new_session=True,
        )

    @property
    def number(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def uses(self, folder: Path) -> bool:
        """Whether the folder says that this process uses it."""
        in_use = folder / "in-use"
        return in_use.exists() and f'"process": {self._process.pid},' in in_use.read_text(encoding="utf-8")

    def until(self, met: Callable[[], bool]) -> None:
        """Wait until something is so, or the command has ended."""
        waited(lambda: met() or not self.runs)

    def stop(self, way: Way) -> None:
        """Send it the signal; nothing happens if it has ended."""
        if self.runs:
            (os.killpg if way.group else os.kill)(self._process.pid, way.number)

    def ended(self) -> Ended:
        """Wait until everything that it started is gone."""
        code = self._process.wait(PATIENCE)
        waited(lambda: not _alive(self._process.pid))
        with self._out, self._err:
            return Ended(128 - code if code < 0 else code, _all_of(self._out), _all_of(self._err))


def waited(met: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < end, "this takes so long that it hangs"
        time.sleep(0.002)


def _all_of(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
