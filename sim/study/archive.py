"""Files under a ledger whose lines name them with their hashes: what holds, what is wrong, and how it is mended.

What the files are and what else the lines say, whoever keeps them knows.
"""

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, Final

from sim.study import disk
from sim.study.inspection import inspected
from sim.study.ledger import Ledger

ASIDE: Final = "set-aside"
"""Where files go that somebody else has put among ours."""


class Archive:
    """The files of a folder that a ledger names; its rooms hold those of one kind.

    `lines` are those that are whole and whose files all are; `wrong` says what is not as it was written, and
    `unfinished` what was left behind by a process that was killed, a sentence each.
    """

    def __init__(self, folder: Path, ledger: str, key: str, rooms: Sequence[str], kind: str) -> None:
        """Look at every file; nothing is changed."""
        self.folder = folder
        self.ledger = Ledger(folder / ledger, key)
        noted = {name: hashed for line in self.ledger.lines for name, hashed in line["files"].items()}
        self._found = inspected(folder, noted, rooms, kind)
        bad = self._found.wrong.keys()
        self.lines = [line for line in self.ledger.lines if not bad & line["files"].keys()]
        self.wrong = [
            *self.ledger.wrong, *self._found.wrong.values(),
            *(f"{name} is not named in {ledger}." for name in self._found.extra),
            *(f"{name} is not a file of these results, and belongs in {ASIDE}." for name in self._found.strange),
        ]  # fmt: skip
        self.unfinished = [f"{name} was left unfinished." for name in self._found.unfinished]

    def clear(self) -> None:
        """Throw away what is wrong, and set aside what is strange. Raises OSError."""
        for name in (*self._found.wrong, *self._found.extra, *self._found.unfinished):
            disk.remove(self.folder / name)
        for name in self._found.strange:
            disk.make_folder(self.folder / ASIDE)
            disk.move(self.folder / name, self._place_for(Path(name)))

    def settle(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Have these lines in the ledger and no others. Raises OSError."""
        if self.ledger.wrong or list(lines) != self.ledger.lines:
            self.ledger.replace(lines)

    def _place_for(self, name: Path) -> Path:
        """A place aside that nobody has taken."""
        places = (self.folder / ASIDE / f"{name.stem}{number or ''}{name.suffix}" for number in count())
        return next(place for place in places if not place.exists())
