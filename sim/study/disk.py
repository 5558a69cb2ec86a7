"""Files that are whole or not there: what these functions have done outlasts a power cut.

Every step that touches the disk is a function of its own, so that tests can let any one of them fail.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import file_digest
from pathlib import Path
from typing import Final

UNFINISHED: Final = ".unfinished"
"""How the name of a file ends that was not finished."""


def write(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all."""
    fill(path, lambda unfinished: unfinished.write_bytes(content))


def fill(path: Path, writer: Callable[[Path], object]) -> None:
    """Let somebody write a file under a temporary name in its folder; give it its name once it is on the disk."""
    unfinished = path.with_name(f".{path.name}{UNFINISHED}")
    try:
        let(writer, unfinished)
        settle(unfinished)
        rename(unfinished, path)
        settle(path.parent)
    except BaseException as problem:
        with suppress(OSError):
            remove(unfinished)
        if isinstance(problem, OSError):
            problem.filename = str(path)
        raise


def append(path: Path, line: bytes) -> None:
    """Add a line to a file, whole or not at all."""
    with named(path), path.open("ab") as file:
        before = file.tell()
        try:
            extend(file.fileno(), line)
            settle(path)
        except OSError:
            with suppress(OSError):
                os.ftruncate(file.fileno(), before)
            raise


def move(path: Path, target: Path) -> None:
    """Give a file another name, on the disk too."""
    rename(path, target)
    settle(target.parent)
    settle(path.parent)


def let(writer: Callable[[Path], object], path: Path) -> None:
    """Step: let somebody write a new file."""
    with named(path):
        writer(path)


def extend(handle: int, content: bytes) -> None:
    """Step: write bytes at the end of an open file."""
    while content:
        content = content[os.write(handle, content) :]


def settle(path: Path) -> None:
    """Step: wait until a file, or the names in a folder, are on the disk."""
    with named(path):
        handle = os.open(path, os.O_RDONLY)
        try:
            _sync(handle)
        except OSError as problem:
            if problem.errno != errno.EINVAL or not path.is_dir():  # some shares cannot do this for a folder
                raise
        finally:
            os.close(handle)


def rename(path: Path, target: Path) -> None:
    """Step: give a file its name."""
    path.replace(target)


def remove(path: Path) -> None:
    """Step: take a file away, if it is there."""
    path.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Step: make a folder and those above it, unless they are there."""
    path.mkdir(parents=True, exist_ok=True)


def read(path: Path) -> bytes:
    """Step: the bytes of a file; none if there is no such file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def hashed(path: Path) -> str:
    """Step: the SHA-256 of a file, in hex."""
    with named(path), path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Whatever the system refuses in here is said to be about this file."""
    try:
        yield
    except OSError as problem:
        problem.filename = problem.filename or str(path)
        raise


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - only where it is another call

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)
