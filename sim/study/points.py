"""The case as it is at each point of a plan, at the table."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sim.case.place import Mistakes, Sheet
from sim.case.reading import each_by_itself
from sim.case.stream import compose
from sim.case.variations import laid, setting
from sim.case.writing import dump
from sim.study.values import is_number
from sim.talks.seating import Seated, seat

if TYPE_CHECKING:
    from sim.study.plan import Plan

LATEST: Final = 8
FRAMES: Final = 64
NAME: Final = "the scenario of the plan"


class Points:
    """The points of a plan, seated when they are asked for; the latest few are kept. Threads may share it.

    Points that differ in plain numbers alone have one *frame*: it is read, checked and seated once, and at the
    other points the numbers are written over its own.
    """

    def __init__(self, plan: "Plan") -> None:
        """Write down the case of the plan, so that values can be laid over it."""
        text = dump(plan.scenario)
        self._plan = plan
        self._root, _ = compose(Sheet(NAME, tuple(text.splitlines())), text)
        self._numeric = numeric(seat(plan.scenario), plan.paths, zip(*plan.points, strict=True))
        self._first: dict[tuple[str, ...], int] = {}
        self._frame = lru_cache(FRAMES)(self._seated_anew)
        self.seated = lru_cache(LATEST)(self._seated)

    def _seated(self, point: int) -> Seated:
        texts = self._plan.points[point]
        first = self._first.setdefault(frame_of(self._numeric, texts), point)
        frame = self._frame(first)
        if first == point:
            return frame
        numbers = zip(self._plan.paths, texts, self._numeric, strict=True)
        return frame.varied({path: float(text) for path, text, is_one in numbers if is_one})

    def _seated_anew(self, point: int) -> Seated:
        root = self._root
        for text in self._plan.settings_at(point):
            root = laid(root, setting(text))
        scenario, mistakes = each_by_itself(root)
        if mistakes:
            raise Mistakes(NAME, tuple(mistakes))
        return seat(scenario)


def numeric(seated: Seated, paths: Sequence[str], columns: Iterable[Iterable[str]]) -> tuple[bool, ...]:
    """Which of these paths are varied in plain numbers alone, each of which is a few entries on the vector.

    None is, if an item is taken out of a list: then its places are others.
    """
    values = [set(column) for column in columns] or [set() for _ in paths]
    pairs = list(zip(paths, values, strict=True))
    if any("null" in texts and path.rpartition(".")[2].isdecimal() for path, texts in pairs):
        return (False,) * len(paths)
    return tuple(path in seated.paths and all(map(is_number, texts)) for path, texts in pairs)


def frame_of(numeric: Sequence[bool], texts: Sequence[str]) -> tuple[str, ...]:
    """What a point has beside plain numbers."""
    return tuple("" if is_one else text for is_one, text in zip(numeric, texts, strict=True))


def frames(numeric: Sequence[bool], points: Sequence[Sequence[str]]) -> dict[tuple[str, ...], list[int]]:
    """The points of each frame."""
    members: dict[tuple[str, ...], list[int]] = {}
    for point, texts in enumerate(points):
        members.setdefault(frame_of(numeric, texts), []).append(point)
    return members
