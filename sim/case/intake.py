"""From a file, or from standard input, to text: never more than a scenario can be, and nothing that is not text."""

import os
import re
import stat
import sys
from functools import cache
from pathlib import Path
from typing import Final

from sim.case.place import Mistake, Mistakes, Place, Sheet, Unknown, mistake
from sim.case.text import character

LARGEST: Final = 2**20
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MANY: Final = 20


def read_file(path: Path) -> bytes:
    """The bytes of a regular file, at most one more than a scenario may have."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Unknown(f"{path} is not a regular file. To read from a pipe, give - and pipe it in.")
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise Unknown(f"{path} cannot be read: {reason}.") from None


@cache
def read_input() -> bytes:
    """The bytes that are piped in, at most one more than a scenario may have."""
    return sys.stdin.buffer.read(LARGEST + 1)


def decoded(raw: bytes, name: str) -> tuple[Sheet, str]:
    """The text of a scenario, as lines for people and as one string for the parser.

    Raises
    ------
    Mistakes
        More than 1 MiB, not UTF-8, empty, or with characters that no text file has.

    """
    start = Place(Sheet(name, ("",)), 1, 1)
    if len(raw) > LARGEST:
        raise Mistakes(name, (mistake(start, "", "A scenario has at most 1 MiB. This is more."),))
    try:
        content = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Mistakes(name, (_undecodable(raw, error, name),)) from None
    text = Sheet(name, tuple(_BREAK.split(content)))
    if _UNPRINTABLE.search(content):
        raise Mistakes(name, tuple(_unprintable(text)))
    return text, content


def _undecodable(raw: bytes, error: UnicodeDecodeError, name: str) -> Mistake:
    before = raw[: error.start].decode("utf-8").removeprefix("\ufeff")
    lines = _BREAK.split(before)
    place = Place(Sheet(name, ("",)), len(lines), len(lines[-1]) + 1)
    byte = raw[error.start]
    return mistake(place, "", f"This is not UTF-8: the byte {byte:02x}. Save the file as UTF-8.")


def _unprintable(text: Sheet) -> list[Mistake]:
    found = (
        (number, match) for number, line in enumerate(text.lines, start=1) for match in _UNPRINTABLE.finditer(line)
    )
    return [
        mistake(Place(text, number, match.start() + 1), "", f"{character(match[0])} stands here. Take it out.")
        for _, (number, match) in zip(range(_MANY), found, strict=False)
    ]
