"""A folder is in use by one process at a time. The system's own lock says so, and ends with its process."""

import fcntl
import json
import os
import platform
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from sim.study.trouble import Unusable

NAME: Final = "in-use"


@contextmanager
def occupied(folder: Path) -> Iterator[None]:
    """Use a folder alone; what is left of a process that was killed is no hindrance.

    Raises
    ------
    Unusable
        Another process uses it: which, on what machine, since when.
    OSError
        Nothing can be written there.

    """
    path = folder / NAME
    while (handle := _locked(path)) is None:
        pass
    try:
        os.ftruncate(handle, 0)
        os.write(handle, _who())
        yield
    finally:
        with suppress(OSError):
            path.unlink()  # still locked: whoever has opened this file sees that its name is gone, and tries anew
        os.close(handle)


def _locked(path: Path) -> int | None:
    """Open and lock the file of this name; None if it lost its name in between."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    with ExitStack() as unwanted:
        unwanted.callback(os.close, handle)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Unusable(_refusal(path.parent, os.read(handle, 1000))) from None
        if not _has_name(handle, path):
            return None
        unwanted.pop_all()
    return handle


def _has_name(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _who() -> bytes:
    since = datetime.now().astimezone().isoformat(" ", "seconds")
    return json.dumps({"process": os.getpid(), "machine": platform.node(), "since": since}).encode()


def _refusal(folder: Path, who: bytes) -> str:
    try:
        first = json.loads(who)
        by = f"process {first['process']} on {first['machine']}, since {first['since']}"
    except (ValueError, KeyError, TypeError):
        by = "another process"
    return f"{folder} is in use by {by}. Wait until it has ended, or name another folder with --out."
