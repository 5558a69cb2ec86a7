"""Where in the space of what is varied a sweep looks: at all combinations, or at a sample that fills it evenly."""

from collections.abc import Callable, Sequence
from itertools import product
from math import floor, log10, prod
from typing import Final, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from sim.study.axes import Axis
from sim.study.values import plain
from sim.talks import chance
from sim.talks.circumstances import Luck
from sim.talks.records import Vector

Points: TypeAlias = tuple[tuple[str, ...], ...]
Words: TypeAlias = NDArray[np.uint64]
MOST_POINTS: Final = 1_000_000
DIGITS: Final = 6
BITS: Final = 32


def grid(axes: Sequence[Axis], _: int, __: int) -> Points:
    """Every value of each axis with every value of all others; the last axis changes fastest."""
    return tuple(product(*(axis.texts for axis in axes)))


def lhs(axes: Sequence[Axis], points: int, seed: int) -> Points:
    """Each axis is cut into as many slices as there are points, and each slice is met once, at a random place.

    A Latin hypercube (McKay, Beckman and Conover 1979). A list of values is cut into equal parts.
    """
    luck = chance.luck_of(seed, 0)
    return _taken(axes, [_one_in_each_slice(luck, place, points) for place in range(len(axes))])


def _one_in_each_slice(luck: Luck, axis: int, count: int) -> Vector:
    numbers = uniforms(luck, axis, 2 * count)
    order = np.argsort(numbers[:count], kind="stable")
    shares: Vector = (order + numbers[count:]) / count
    return shares


def sobol(axes: Sequence[Axis], points: int, seed: int) -> Points:
    """Points that fill the space more evenly than chance would: a Sobol sequence, scrambled by the seed.

    `points` is a power of two. The sequence is that of Joe and Kuo (2008), as scipy has it. The scrambling is
    Matoušek's (1998): each digit is mixed with those before it, and all are shifted, by chance.
    """
    from scipy.stats import qmc  # noqa: PLC0415 - it takes its time, and only this needs it

    luck = chance.luck_of(seed, 0)
    even = qmc.Sobol(len(axes), scramble=False).random_base2(points.bit_length() - 1)
    digits = (even * 2.0**BITS).astype(np.uint64)
    return _taken(axes, [_scrambled(luck, place, digits[:, place]) for place in range(len(axes))])


def _scrambled(luck: Luck, axis: int, digits: Words) -> Vector:
    """Mix and shift the binary digits of numbers; the results are still spread as evenly."""
    words = (uniforms(luck, axis, BITS + 1) * 2.0**BITS).astype(np.uint64)
    mixed = np.full_like(digits, words[BITS])
    for place in range(BITS):
        weight = 1 << place
        mixed ^= (digits >> np.uint64(place) & np.uint64(1)) * np.uint64(weight | int(words[place]) & (weight - 1))
    return (mixed.astype(np.float64) + 0.5) / 2.0**BITS


def uniforms(luck: Luck, who: int, count: int) -> Vector:
    """So many numbers in (0, 1) for the design of a sweep: the same formula as in play, for many steps at once."""
    steps = cast("int", np.arange(count, dtype=np.uint64))
    return cast("Vector", chance.uniform(luck, steps, who, chance.DESIGN))


def _taken(axes: Sequence[Axis], shares: Sequence[Vector]) -> Points:
    """The values that lie at these shares of the way along each axis."""
    return tuple(zip(*(_values(axis, share) for axis, share in zip(axes, shares, strict=True)), strict=True))


def _values(axis: Axis, shares: Vector) -> list[str]:
    if not axis.between:
        last = len(axis.texts) - 1
        return [axis.texts[min(int(share * len(axis.texts)), last)] for share in shares.tolist()]
    low, high = (float(text) for text in axis.texts)
    return [rounded(low * (1 - share) + high * share, low, high) for share in shares.tolist()]


def rounded(value: float, low: float, high: float) -> str:
    """A number between two ends with six significant digits, so that a person can type it again.

    It has more of them where the two ends have their first digits in common.
    """
    common = floor(log10(max(abs(low), abs(high)) / abs(high - low)))
    near = float(f"{value:.{DIGITS + max(0, common)}g}")
    return plain(min(max(near, min(low, high)), max(low, high)))


DESIGNS: Final[dict[str, Callable[[Sequence[Axis], int, int], Points]]] = {"grid": grid, "lhs": lhs, "sobol": sobol}


def refusal(design: str, axes: Sequence[Axis], points: int | None) -> str | None:
    """Say why a design cannot be had with so many points, if it cannot."""
    if design == "grid":
        return _refused_grid(axes, points)
    if not axes:
        return f"Nothing is varied: {design} has nothing to take points from."
    if points is None:
        return "Say how many points the sample has: 512, for instance."
    if design == "sobol" and points & (points - 1):
        below = 1 << (points.bit_length() - 1)
        return f"The points of a Sobol sample are a power of two: {below:,} or {2 * below:,}, not {points:,}."
    return None


def _refused_grid(axes: Sequence[Axis], points: int | None) -> str | None:
    if points is not None:
        return "A grid has a point for each combination. For a sample of so many points, the design is lhs or sobol."
    count = prod(len(axis.texts) for axis in axes)
    return f"These are {count:,} points. At most {MOST_POINTS:,} are played." if count > MOST_POINTS else None
