"""The classes of years together: how talks end when people hold them, as an ensemble of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sim.case import Mistakes, Scenario, Unknown, digest
from sim.case.reading import reread
from sim.classroom.lesson.kept import BEGINS, Cell, Kept, Row, kept_in
from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.study.store.rows import kind
from sim.study.trouble import Unusable
from sim.talks.actors import NEVER
from sim.talks.outcome import quantities
from sim.talks.seating import Seated, seat

if TYPE_CHECKING:
    from sim.analysis.ensemble import Ensemble

SIGNS: Final = 8
"""So many signs of a digest name a case."""


class Classes(NamedTuple):
    """The lessons of one case, and the tables of them that count: at which people sat, and only what is in the case."""

    case: Scenario
    lessons: int
    rows: tuple[tuple[Path, Row], ...]

    @property
    def digest(self) -> str:
        """What names the case."""
        return digest(self.case)[:SIGNS]


def is_kept(source: str) -> bool:
    """Whether what is named is a lesson that was saved, or a folder of such: ``results/classes@1f2e3d4c``."""
    path, _ = parts(source)
    if path.is_dir():
        return any(map(_begins_so, path.glob("*.json")))
    return path.is_file() and _begins_so(path)


def parts(source: str) -> tuple[Path, str]:
    """The path, and the digest of a case after an @."""
    path, at, which = source.rpartition("@")
    return (Path(path), which) if at and not Path(source).exists() else (Path(source), "")


def _begins_so(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(BEGINS)) == BEGINS


def lessons(path: Path) -> Iterator[tuple[Path, Kept]]:
    """The lessons in a file or a folder, each once; raises Unusable, OSError."""
    seen: set[str] = set()
    for one in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        kept = _kept(one, one.stat().st_mtime_ns, one.stat().st_size)
        if kept.journal not in seen:
            seen.add(kept.journal)
            yield one, kept


@lru_cache(1024)
def _kept(path: Path, _changed: int, _size: int) -> Kept:
    """A file, read once as long as it stays as it is."""
    return kept_in(path)


def classes(found: Iterable[tuple[Path, Kept]]) -> dict[str, Classes]:
    """Lessons by the digest of their case."""
    by_case: dict[str, Classes] = {}
    for path, kept in found:
        case = read_again(path, kept.scenario)
        before = by_case.get(digest(case), Classes(case, 0, ()))
        rows = tuple((path, row) for row in kept.tables if row.people and not row.events)
        by_case[digest(case)] = Classes(before.case, before.lessons + 1, before.rows + rows)
    return by_case


def read_again(path: Path, scenario: str) -> Scenario:
    """The case of a lesson; raises Unusable where this version of sim reads it no more."""
    try:
        return _read(scenario)
    except Mistakes:
        raise Unusable(f"{path} was played by a case that this version of sim cannot read.") from None


@lru_cache(64)
def _read(scenario: str) -> Scenario:
    return reread(scenario)


def pooled(source: str) -> "Ensemble":
    """All tables of one case in a file or a folder, as an ensemble.

    Raises
    ------
    Unknown
        There are several cases and none is named, there is no such case, or nobody sat at any table.
    Unusable, OSError
        A file is damaged, of other columns, or cannot be read.

    """
    path, which = parts(source)
    found = [one for one in classes(lessons(path)).values() if one.digest.startswith(which)]
    if len(found) != 1:
        raise Unknown(_which(path, list(classes(lessons(path)).values()), which))
    return together(found[0], path)


def _which(path: Path, there: list[Classes], which: str) -> str:
    named = "; ".join(f"{path}@{one.digest} ({one.case.title}, {len(one.rows)} tables)" for one in there)
    none = f"There is no case {which} in {path}." if which else f"{path} holds lessons of several cases."
    return f"{none} Name one: {named}."


def together(one: Classes, path: Path) -> "Ensemble":
    """The tables of a case as an ensemble: a row a table."""
    if not one.rows:
        raise Unknown(f"{path} has no table of {one.case.title} at which people sat and nothing was let happen.")
    seated = seat(one.case)
    rows = [numbers(seated, path, row.outcome) for path, row in one.rows]
    kinds = {each.name: seated.layout.type_of(each.noun, each.field) for each in quantities(seated)}
    columns = {name: np.array([row[name] for row in rows], dtype=kind) for name, kind in kinds.items()}
    from sim.analysis.ensemble import Ensemble  # noqa: PLC0415 - it brings pandas, and a room opens before that

    return Ensemble(seated, 0, columns, of_people=True)


def numbers(seated: Seated, path: Path, outcome: Mapping[str, Cell]) -> dict[str, float]:
    """What a table came to, as the model has it; raises Unusable where it was written by other columns."""
    wanted = {one.name: one for one in quantities(seated)}
    if outcome.keys() != wanted.keys():
        other = sorted(outcome.keys() ^ wanted.keys())
        raise Unusable(f"{path} was saved by a version of sim with other columns: {', '.join(other[:5])}.")
    try:
        return {name: NUMBERS[kind(seated, one)](outcome[name], seated) for name, one in wanted.items()}
    except (ValueError, TypeError):
        raise Unusable(f"{path} was saved by a version of sim with other names for endings or reasons.") from None


def _day(value: Cell, seated: Seated) -> float:
    return NEVER if value is None else (date.fromisoformat(str(value)) - seated.scenario.calendar.start).days


def _number(value: Cell, _: Seated) -> float:
    if not isinstance(value, int | float):
        raise TypeError("a number")
    return value


NUMBERS: "Final[dict[str, Callable[[Cell, Seated], float]]]" = {
    "ending": lambda value, _: list(ENDINGS).index(str(value)),
    "reason": lambda value, _: -1 if value is None else list(REASONS).index(str(value)),
    "day": _day,
    "count": _number,
    "amount": _number,
}
"""How a value that was written as people read it becomes a number again."""
