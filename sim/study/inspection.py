"""Files held against the hashes that were noted when they were written, before anybody reads them."""

import errno
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

from sim.study import disk

OURS: Final = re.compile(r"[0-9]{6,}")


class Found(NamedTuple):
    """What is not as it was noted: files by their names, with a sentence each, and files that nobody noted.

    `unfinished` have a temporary name, `extra` one of ours, `strange` one of somebody else's where whoever reads
    all files would take them for ours.
    """

    wrong: dict[str, str]
    unfinished: tuple[str, ...]
    extra: tuple[str, ...]
    strange: tuple[str, ...]


def inspected(folder: Path, noted: Mapping[str, str], rooms: Sequence[str], kind: str) -> Found:
    """Hold all files that were noted against their SHA-256, and look for others of a kind in rooms of the folder."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        sentences = pool.map(lambda name: _wrong(folder, name, noted[name]), noted)
        wrong = {name: what for name, what in zip(noted, sentences, strict=True) if what}
    unfinished = tuple(name for name in _names(folder, ["", *rooms]) if name.endswith(disk.UNFINISHED))
    others = [name for name in _names(folder, rooms) if name.endswith(kind) and name not in noted]
    extra = tuple(name for name in others if OURS.fullmatch(Path(name).name.removesuffix(kind)))
    return Found(wrong, unfinished, extra, tuple(name for name in others if name not in extra))


def _wrong(folder: Path, name: str, noted: str) -> str:
    try:
        return "" if disk.hashed(folder / name) == noted else f"{name} is damaged: it is not what was written."
    except FileNotFoundError:
        return f"{name} is missing."
    except OSError as problem:
        if problem.errno != errno.EIO:
            raise
        return f"{name} is damaged: the disk cannot read it."


def _names(folder: Path, rooms: Sequence[str]) -> Iterator[str]:
    """The files in rooms of a folder, each with the name of its room."""
    for room in rooms:
        if (folder / room).is_dir():
            yield from sorted(path.relative_to(folder).as_posix() for path in (folder / room).iterdir())
