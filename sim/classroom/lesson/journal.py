"""The journal of a lesson: a line a record, each on the disk before anybody is told. It is the state, the replay, all.

Each line begins with a seal over itself and all lines before it, so that damage is noticed where it begins. A last
line that was cut short, by a power cut or a kill, was never acknowledged, and is dropped.
"""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, NoReturn

from pydantic import ValidationError

from sim.classroom.lesson.records import READING, Any
from sim.study import disk
from sim.study.trouble import Unusable

SEAL: Final = 16
BEGINS: Final = re.compile(rb'[0-9a-f]{16} \{"kind":"opened"')
LONGEST: Final = 64 * 1024 * 1024
"""A file with more bytes than this is no journal of a lesson."""


class Journal:
    """A file that only grows, in use by one server at a time."""

    def __init__(self, path: Path) -> None:
        """Open a journal, or begin one; raises Unusable where it is damaged or in use, OSError where it cannot be."""
        self.path = path
        self.handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self.handle)
            raise Unusable(f"{path} is the journal of a lesson that is open now. Close that server first.") from None
        self.seal, self.length = "", 0
        try:
            self.records = list(self._read())
        except BaseException:
            os.close(self.handle)
            raise

    def _read(self) -> Iterator[Any]:
        content = self.path.read_bytes() if self.path.stat().st_size <= LONGEST else b"too long\n"
        *lines, torn = content.split(b"\n")
        for number, line in enumerate(lines, 1):
            yield self._record(line, number)
        self.length = len(content) - len(torn)
        if torn:
            if not lines and not BEGINS.match(torn):
                self._damaged(1)  # somebody else's file
            if sealed(self.seal, torn[SEAL + 1 : -1]).encode() == torn[:SEAL]:
                self._damaged(len(lines) + 1)  # a whole record that no new line follows was not cut short
            os.ftruncate(self.handle, self.length)
            disk.settle(self.path)

    def _record(self, line: bytes, number: int) -> Any:
        seal, _, text = line.partition(b" ")
        self.seal = sealed(self.seal, text)
        whole = seal == self.seal.encode()
        try:
            return READING.validate_json(text if whole else b"")
        except ValidationError:
            self._damaged(number)

    def _damaged(self, number: int) -> NoReturn:
        raise Unusable(
            f"{self.path}:{number}: this is no journal of a lesson, or it is damaged from here on. "
            "What stands before is whole: cut the file here, or begin a new lesson."
        ) from None

    def write(self, record: Any) -> None:
        """Write down what happened; once this returns, it outlasts a power cut. Raises OSError."""
        text = READING.dump_json(record)
        seal = sealed(self.seal, text)
        line = f"{seal} ".encode() + text + b"\n"
        try:
            os.ftruncate(self.handle, self.length)  # what could not be written, nor taken away, goes now
            os.lseek(self.handle, self.length, os.SEEK_SET)
            disk.extend(self.handle, line)
            os.fsync(self.handle)
        except OSError as problem:
            with suppress(OSError):
                os.ftruncate(self.handle, self.length)
            problem.filename = problem.filename or str(self.path)
            raise
        self.seal = seal
        self.length += len(line)
        self.records.append(record)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self.handle)


def sealed(before: str, text: bytes) -> str:
    """The seal of a line, over it and all lines before."""
    return sha256(before.encode() + text).hexdigest()[:SEAL]
