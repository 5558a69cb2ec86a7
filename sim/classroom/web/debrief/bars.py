"""Shares of simulated talks as bars, and beside each the tables of the class that came to the same."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sim.analysis.card import told
from sim.analysis.counts import Count
from sim.analysis.intervals import wilson
from sim.analysis.percentages import per_cent, share
from sim.classroom.lesson.ended import Played
from sim.classroom.web.lesson.plan import letter

ROOM: Final = 80.0
"""Per cent of the drawing that bars may fill; the rest is for the number of the longest."""


@dataclass(frozen=True)
class Disc:
    """A table: its letter, and whether people sat at it."""

    letter: str
    people: bool


@dataclass(frozen=True)
class Bar:
    """One row: how often it is so in simulated talks, at which tables it was so, and in how many classes before."""

    key: str
    words: str
    discs: tuple[Disc, ...]
    in_life: bool
    share: str = ""
    said: str = ""
    width: float = 0.0
    low: float = 0.0
    high: float = 0.0
    classes: str = ""


@dataclass(frozen=True)
class Scale:
    """Where bars end: the largest share that is drawn, a multiple of its step, and the steps in per cent."""

    end: float
    steps: tuple[int, ...]

    def place(self, part: float) -> float:
        """Where a share lies, in per cent of the drawing."""
        return round(ROOM * part / self.end, 2)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Each step: where it lies, and its number."""
        return [(self.place(step / 100), f"{step} %" if step == self.steps[-1] else f"{step}") for step in self.steps]


def scale(counts: Iterable[Count]) -> Scale:
    """The scale that has room for all."""
    highest = max(wilson(*one)[1] for one in counts)
    step = 10 if highest <= 0.5 else 20
    end = step * math.ceil(100 * highest / step)
    return Scale(end / 100, tuple(range(0, end + 1, step)))


def bars(
    names: Mapping[str, str], at: Callable[[Played, str], bool], tables: Sequence[Played], in_life: Sequence[str],
    counts: tuple[Mapping[str, Count] | None, Mapping[str, Count] | None],
) -> Iterator[Bar]:  # fmt: skip
    """A row for each name; without counts of simulated talks there are only the tables."""
    simulated, before = counts
    drawn = scale(simulated.values()) if simulated else None
    for key, words in names.items():
        discs = tuple(Disc(letter(one.number), bool(one.people)) for one in tables if at(one, key))
        bar = Bar(key, words, discs, key in in_life, classes=told(before[key]) if before else "")
        yield drawn_out(bar, simulated[key], drawn) if simulated and drawn else bar


def drawn_out(bar: Bar, often: Count, drawn: Scale) -> Bar:
    """The row with its bar, as long as the share is, and its interval."""
    low, high = map(drawn.place, wilson(*often))
    width = drawn.place(often.times / often.runs)
    return replace(bar, share=per_cent(*often), said=share(*often), width=width, low=low, high=high)
