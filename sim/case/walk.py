"""A walk through the nodes of a case: where it stands, and what it complains of."""

from collections.abc import Collection
from typing import Final, NamedTuple

from sim.case.council import Council
from sim.case.nearest import guess, nearest, several
from sim.case.node import Node, Row, Scalar, Table
from sim.case.place import MOST_MISTAKES, Mistake, Place, mistake
from sim.case.record import Record
from sim.case.scenario import Scenario

Path = tuple[str, ...]
MOST_GUESSES: Final = 200
SORTS: Final[dict[str, Path]] = {
    "issue": ("issues",),
    "delegation": ("delegations",),
    "front": ("ground",),
    "member of the Council": ("council", "members"),
    "threshold": ("thresholds",),
}
RECORDS: Final[tuple[type[Record], ...]] = (Scenario, Council)


class Enough(Exception):  # noqa: N818 - no error: the rest is not looked at
    """So much is wrong that the rest is not looked at."""


class Spot(NamedTuple):
    """A node, the key it stands under, and its path."""

    node: Node
    key: Scalar | None
    path: Path

    @property
    def place(self) -> Place:
        """Where to point: a scalar is pointed at itself, a mapping or a list at its key."""
        if self.key is None or isinstance(self.node, Scalar):
            return self.node.place
        return self.key.place


class Walk:
    """What was found wrong so far, and the names that the case gives."""

    def __init__(self, root: Node, *, partial: bool = False) -> None:
        """Look up the names that other parts of the case may refer to.

        Of a partial case, whose `extends` leads nowhere, only what is there is looked at.
        """
        self.partial = partial
        self.mistakes: list[Mistake] = []
        self.names = {sort: _given(root, path) for sort, path in SORTS.items()}
        self._guesses = MOST_GUESSES
        self._strays: dict[tuple[str, str], list[tuple[Place, Path]]] = {}

    def complain(self, place: Place, path: Path, message: str, suggestion: str | None = None) -> None:
        """Note a mistake.

        Raises
        ------
        Enough
            There are a thousand already.

        """
        self.mistakes.append(mistake(place, ".".join(path), message, suggestion))
        if len(self.mistakes) >= MOST_MISTAKES:
            raise Enough

    def knows(self, sort: str, name: str) -> bool:
        """Whether the case holds a thing of this sort and name, as far as that can be told."""
        names = self.names[sort]
        return self.partial or names is None or name in names

    def stray(self, sort: str, name: str, place: Place, path: Path) -> None:
        """Note a name that refers to nothing; the same one elsewhere is not a second mistake."""
        self._strays.setdefault((sort, name), []).append((place, path))

    def guess(self, name: str, names: Collection[str]) -> tuple[str | None, str]:
        """The nearest of some names, and a sentence on it; of the first two hundred wrong ones only."""
        self._guesses -= 1
        if self._guesses < 0:
            return None, ""
        near = nearest(name, names)
        return near, f" {guess(near, names)}"

    def gather(self) -> None:
        """Turn the names that refer to nothing into one mistake each."""
        for (sort, name), found in self._strays.items():
            (place, path), *others = sorted(found, key=lambda where: where[0][1:3])
            names = self.names[sort] or ()
            lines = sorted({other.line for other, _ in others if other.line != place.line})
            also = f" Also on line{'s' if len(lines) > 1 else ''} {several(map(str, lines))}." if lines else ""
            near, meant = self.guess(name, names)
            self.complain(place, path, f"There is no {sort} of this name.{meant}{also}", near)
        self._strays.clear()


def _given(root: Node, path: Path) -> Collection[str] | None:
    """The names given under a path; None if what stands there cannot tell."""
    node: Node = root
    for key, record in zip(path, RECORDS, strict=False):
        if not isinstance(node, Table):
            return None
        entry = node.get(key)
        if entry is None:
            return None if node.lossy or _is_misspelt(key, node, record) else ()
        node = entry.value
    return node.entries if isinstance(node, Table) else None


def _is_misspelt(key: str, table: Table, record: type[Record]) -> bool:
    """Whether a key that is missing may be there under a name that is none."""
    return nearest(key, [name for name in table.entries if name not in record.model_fields]) is not None


def spot(root: Node, path: Path) -> Spot:
    """The spot at a path, or the nearest one above it that is written."""
    here = Spot(root, None, ())
    for step in path:
        node = here.node
        if isinstance(node, Table) and (entry := node.get(step)):
            here = Spot(entry.value, entry.key, (*here.path, step))
        elif isinstance(node, Row) and step.isdecimal() and int(step) < len(node.items):
            here = Spot(node.items[int(step)], None, (*here.path, step))
        else:
            break
    return here
