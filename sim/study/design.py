"""Where in the space of what is varied a sweep looks: all combinations, or a sample that fills it evenly."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Final, TypeAlias

from sim.study.axes import Axis

Points: TypeAlias = tuple[tuple[str, ...], ...]


def grid(axes: Sequence[Axis], _: int, __: int) -> Points:
    """Every value of each axis with every value of all others; the last axis changes fastest."""
    return tuple(product(*([value.text for value in axis.values] for axis in axes)))


DESIGNS: Final[dict[str, Callable[[Sequence[Axis], int, int], Points]]] = {"grid": grid}
