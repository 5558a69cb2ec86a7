"""The command, imported once and forked for each test: starting Python anew takes longer than most of what is tested.

A test that sets variables of the shell starts the command itself; so do the tests of pages, of installing and of what
an import brings.
"""

import json
import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final

BROUGHT: Final = ("sim.cli", "sim.talks.model", "sim.talks.ensemble", "sim.study.table", "pandas", "duckdb")
LONGEST: Final = 1 << 20


class Nursery:
    """Where commands are born: one process, which does nothing but fork."""

    def __init__(self) -> None:
        """Start the process."""
        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.nursery", str(theirs.fileno())]
        self.process = subprocess.Popen(command, pass_fds=[theirs.fileno()], cwd=Path(__file__).parent.parent)
        theirs.close()

    def run(self, arguments: tuple[str, ...], folder: Path, stdin: str) -> subprocess.CompletedProcess[str]:
        """Let the command be born in a folder, with a pipe for each channel, and wait for its end."""
        pipes = [os.pipe() for _ in range(3)]
        (reads, given), (out, said), (err, complained) = pipes
        request = json.dumps({"arguments": arguments, "folder": str(folder)}).encode()
        socket.send_fds(self.ours, [request], [reads, said, complained])
        for handle in (reads, said, complained):
            os.close(handle)
        with ThreadPoolExecutor(3) as pool:
            pool.submit(_write, given, stdin.encode())
            told = [pool.submit(_read, handle) for handle in (out, err)]
            code = json.loads(self.ours.recv(LONGEST))
        stdout, stderr = (each.result().decode() for each in told)
        return subprocess.CompletedProcess(arguments, code, stdout, stderr)

    def close(self) -> None:
        """Let the process go."""
        self.ours.close()
        self.process.wait()


def _write(handle: int, content: bytes) -> None:
    with suppress(BrokenPipeError), os.fdopen(handle, "wb") as pipe:
        pipe.write(content)


def _read(handle: int) -> bytes:
    with os.fdopen(handle, "rb") as pipe:
        return pipe.read()


def bear(asked: socket.socket) -> None:
    """Fork for each request, until nobody asks any more."""
    for name in BROUGHT:
        import_module(name)
    while True:
        request, handles, _, _ = socket.recv_fds(asked, LONGEST, 3)
        if not request:
            return
        child = os.fork()
        if child == 0:
            asked.close()
            born(**json.loads(request), handles=handles)
        for handle in handles:
            os.close(handle)
        _, status = os.waitpid(child, 0)
        asked.send(json.dumps(os.waitstatus_to_exitcode(status)).encode())


def born(arguments: list[str], folder: str, handles: list[int]) -> None:
    """Be the command: in its folder, on its channels, with its arguments."""
    os.chdir(folder)
    for channel, handle in enumerate(handles):
        os.dup2(handle, channel)
        os.close(handle)
    sys.stdin, sys.stdout, sys.stderr = (
        open(channel, mode, encoding="utf-8", closefd=False, errors=errors)  # noqa: SIM115 - the process ends with them
        for channel, mode, errors in ((0, "r", "strict"), (1, "w", "strict"), (2, "w", "backslashreplace"))
    )
    sys.argv = ["sim", *arguments]
    code = import_module("sim.cli").main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    bear(socket.socket(fileno=int(sys.argv[1])))
