"""A list on the disk to which lines are added, each for good, and each of which checks itself."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sim.study import disk
from sim.study.seal import seal, unseal

KEY: Final = "key"


class Ledger:
    """The lines of one undertaking, known by its key.

    `lines` are those that are whole, in order; `wrong` says of each other one which it is; `strangers` counts the
    whole lines of another undertaking.
    """

    def __init__(self, path: Path, key: str) -> None:
        """Read what is there; nothing if there is no such file."""
        self.path, self.key = path, key
        self.lines: list[dict[str, Any]] = []
        self.wrong: list[str] = []
        self.strangers = 0
        self._seen: set[bytes] = set()
        for number, text in enumerate(disk.read(path).splitlines(keepends=True), 1):
            self._take(number, text)

    def add(self, content: Mapping[str, Any]) -> None:
        """Add a line, for good."""
        disk.append(self.path, self._sealed(content))
        self.lines.append(dict(content))

    def replace(self, contents: Sequence[Mapping[str, Any]]) -> None:
        """Have these lines and no others."""
        disk.write(self.path, b"".join(map(self._sealed, contents)))
        self.lines, self.wrong, self.strangers = [dict(content) for content in contents], [], 0

    def _sealed(self, content: Mapping[str, Any]) -> bytes:
        return seal({**content, KEY: self.key})

    def _take(self, number: int, text: bytes) -> None:
        content = unseal(text)
        known = content is not None and content.pop(KEY, None) == self.key
        if content is not None and known and text not in self._seen:
            self._seen.add(text)
            self.lines.append(content)
            return
        self.strangers += content is not None and not known
        what = "damaged" if text.endswith(b"\n") else "torn"
        self.wrong.append(f"Line {number} of {self.path.name} is {what if content is None else 'out of place'}.")
