"""The case with some of its numbers moved, played many times; what was played lately is known still."""

import sys
import time
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from threading import Event, Thread
from typing import Final, NamedTuple

from sim.analysis import counts
from sim.analysis.counts import Count
from sim.case.place import Mistakes, Sheet
from sim.case.reading import each_by_itself
from sim.case.scenario import Scenario
from sim.case.stream import compose
from sim.case.variations import laid, setting
from sim.case.writing import dump
from sim.classroom.web.watch.moved import Settings
from sim.study import runs
from sim.study.values import is_number
from sim.talks.seating import Seated, seat

FRAMES, LATEST = 16, 256
MODEL: Final = "sim.talks.model"
NAME: Final = "the case"
FEW, MANY = 1_000, 10_000
"""Runs that are played while something is moved, and once it rests."""
BY_MESA: Final = {FEW: 100, MANY: 500}
"""So many are played instead where nothing can be compiled."""


class Ends(NamedTuple):
    """How many runs ended how, and the seconds it took to play them."""

    endings: dict[str, Count]
    seconds: float

    @property
    def runs(self) -> int:
        """How many there are."""
        return next(iter(self.endings.values())).runs


class Worlds:
    """A case and its variations. Threads may share it.

    Variations that differ in plain numbers alone have one *frame*: it is read, checked and seated once, and the
    numbers are written over its own.
    """

    ends: Callable[[Settings, int, int], Ends]

    def __init__(self, case: Scenario) -> None:
        """Write down the case, so that settings can be laid over it."""
        text = dump(case)
        self._root, _ = compose(Sheet(NAME, tuple(text.splitlines())), text)
        self._warmed = Event()
        self.engine = "compiled" if runs.can_compile() else "mesa"
        self._frame = lru_cache(FRAMES)(self._seated_anew)
        self.ends = lru_cache(LATEST)(self._ends)

    @property
    def awake(self) -> bool:
        """Whether one run can be played at once; it takes a second to bring what that needs."""
        return hasattr(sys.modules.get(MODEL), "watch")  # what stands last in it: it is there, and whole

    @property
    def ready(self) -> bool:
        """Whether many runs can be played at once: the rules are compiled, or cannot be."""
        return self._warmed.is_set() or self.engine == "mesa"

    def warm(self, seed: int) -> None:
        """Compile the rules, or load them from where they are kept, while the room is open already."""
        Thread(target=self._warm, args=(seed,), daemon=True).start()

    def seated(self, settings: Settings) -> Seated:
        """The case with some settings, at the table."""
        pairs = [(each, *each.partition("=")[::2]) for each in settings]
        whole = self._frame(())
        numbers = {path: float(text) for _, path, text in pairs if path in whole.paths and is_number(text)}
        return self._frame(tuple(each for each, path, _ in pairs if path not in numbers)).varied(numbers)

    def _warm(self, seed: int) -> None:
        import_module(MODEL)
        try:
            self.ends((), seed, FEW)
        except Exception:  # noqa: BLE001 - whatever a compiler may say: the same is played without it
            self.engine = "mesa"
        self._warmed.set()
        self.ends((), seed, MANY)

    def _ends(self, settings: Settings, seed: int, count: int) -> Ends:
        count = BY_MESA[count] if self.engine == "mesa" else count
        begin = time.perf_counter()
        found = counts.endings(runs.outcomes(self.seated(settings), seed, count, engine=self.engine))
        return Ends(found, time.perf_counter() - begin)

    def _seated_anew(self, settings: Settings) -> Seated:
        root = self._root
        for text in settings:
            root = laid(root, setting(text))
        scenario, mistakes = each_by_itself(root)
        if mistakes:
            raise Mistakes(NAME, tuple(mistakes))
        return seat(scenario)
