"""What is varied is tried before anything is played: whether paths lead somewhere, and each value by itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final, TypeAlias

from sim.case.node import Node
from sim.case.place import Mistake, Unknown
from sim.case.reading import each_by_itself
from sim.case.scenario import Scenario
from sim.case.variations import Setting, laid
from sim.study.axes import Axis
from sim.study.blame import Complaints, at, blamed, own
from sim.study.points import numeric
from sim.talks.seating import Seated, seat

Wrong: TypeAlias = Callable[[Setting], list[Mistake]]
MOST_TRIED: Final = 100
"""Of more values of one axis not each is tried: of numbers the ends will do, and others are met at their points."""


@dataclass(frozen=True)
class Trial:
    """The case of a sweep, as it is without what is varied, as nodes and as a scenario."""

    root: Node
    scenario: Scenario

    @cached_property
    def seated(self) -> Seated:
        """The case at the table."""
        return seat(self.scenario)

    def leading(self, axes: Iterable[Axis]) -> tuple[list[Axis], list[Mistake]]:
        """The axes whose paths lead somewhere, and what is wrong with the others; later ones stand on earlier ones."""
        good: list[Axis] = []
        found: list[Mistake] = []
        root = self.root
        for axis in axes:
            try:
                root = laid(root, axis.at(axis.texts[0]))
            except Unknown as unknown:
                found.append(at(axis.key, axis.path, str(unknown)))
            else:
                good.append(axis)
        return good, found

    def values(self, axes: Sequence[Axis]) -> list[Mistake]:
        """What is wrong with single values, each beside the first ones of the other axes."""
        complaints = Complaints("value")
        numbers = numeric(self.seated, [axis.path for axis in axes], [axis.texts for axis in axes])
        firsts = [axis.at(axis.texts[0]) for axis in axes]
        for place, (axis, number) in enumerate(zip(axes, numbers, strict=True)):
            wrong = partial(self._wrong, firsts[:place], firsts[place + 1 :])
            for text in _suspects(axis, wrong) if number else axis.texts[:MOST_TRIED]:
                for found in wrong(axis.at(text)):
                    complaints.note(axis.path if number else (axis.path, text, found.path), found)
        return complaints.mistakes()

    def _wrong(self, before: Sequence[Setting], after: Sequence[Setting], setting: Setting) -> list[Mistake]:
        try:
            root = together(self.root, [*before, setting, *after])
        except Unknown as unknown:
            return [blamed([setting], str(unknown))]
        return own(setting, each_by_itself(root)[1])


def _suspects(axis: Axis, wrong: Wrong) -> Iterator[str]:
    """The numbers of an axis that are worth trying: none, if the least and the greatest are right."""
    ends = [pick(axis.texts, key=float) for pick in (min, max)]
    if any(wrong(axis.at(end)) for end in ends):
        yield from ends if len(axis.texts) > MOST_TRIED else axis.texts


def together(root: Node, settings: Iterable[Setting]) -> Node:
    """The nodes of a case with all settings laid over them.

    Raises
    ------
    Unknown
        One of them takes out what is not there.

    """
    for setting in settings:
        root = laid(root, setting)
    return root
