"""Where theories of bargaining settle on a frontier of two sides.

Each takes the corners of the frontier (corners x 2, the first side's worth falling, the second's rising, straight lines
between, bent outwards) and the worth of no deal to both, and gives the worth of the settlement to both, or None where
no deal is better than that for both.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Point = Vector
EQUAL = 1e-12


def nash(corners: Vector, floor: Point, first: float = 0.5) -> Point | None:
    """The settlement at which the product of the gains is highest.

    argmax of (u - floor)^weight, weights `first` and 1 - `first`, in (0, 1). Source: Nash (1950).
    """
    rational = better(corners, floor)
    if rational is None:
        return None
    gains = rational - floor
    start, step = gains[:-1], np.diff(gains, axis=0)
    product = step[:, 0] * step[:, 1]
    slope = first * step[:, 0] * start[:, 1] + (1 - first) * step[:, 1] * start[:, 0]
    along = np.clip(np.divide(-slope, product, out=np.zeros(len(product)), where=product != 0), 0, 1)
    points = np.concatenate([gains, start + along[:, None] * step])
    with np.errstate(divide="ignore"):
        value = first * np.log(np.maximum(points[:, 0], 0)) + (1 - first) * np.log(np.maximum(points[:, 1], 0))
    best: Point = points[np.argmax(value)] + floor
    return best


def kalai_smorodinsky(corners: Vector, floor: Point) -> Point | None:
    """Both get the same share of the most that each could have without the other being worse off than by no deal.

    Source: Kalai and Smorodinsky (1975).
    """
    rational = better(corners, floor)
    return None if rational is None else _alike(rational, floor, rational.max(axis=0) - floor)


def egalitarian(corners: Vector, floor: Point) -> Point | None:
    """Both gain alike. Source: Kalai (1977)."""
    rational = better(corners, floor)
    return None if rational is None else _alike(rational, floor, np.ones(2))


def utilitarian(corners: Vector, floor: Point) -> Point | None:
    """The highest sum, whoever has it; half way where several are as high. Source: Harsanyi (1955)."""
    rational = better(corners, floor)
    if rational is None:
        return None
    total = rational.sum(axis=1)
    middle: Point = rational[total >= total.max() - EQUAL].mean(axis=0)
    return middle


SOLUTIONS: Final[dict[str, Callable[[Vector, Point], Point | None]]] = {
    "nash": nash,
    "kalai_smorodinsky": kalai_smorodinsky,
    "egalitarian": egalitarian,
    "utilitarian": utilitarian,
}


def better(corners: Vector, floor: Point) -> Vector | None:
    """The part of the frontier that is no worse than no deal for both: its corners, or None."""
    cut = corners
    for side in (0, 1):
        cut = _cut(cut, side, float(floor[side]))
        if not len(cut):
            return None
    return cut


def _cut(corners: Vector, side: int, floor: float) -> Vector:
    """The corners at which one side has its floor or more, and the points where the frontier crosses it."""
    worth = corners[:, side]
    crossing = (worth[:-1] - floor) * (worth[1:] - floor) < 0
    before, after = corners[:-1][crossing], corners[1:][crossing]
    along = (floor - before[:, side]) / (after[:, side] - before[:, side])
    kept = np.concatenate([corners[worth >= floor - EQUAL], before + along[:, None] * (after - before)])
    ordered: Vector = kept[np.lexsort((kept[:, 1], -kept[:, 0]))]
    return ordered


def _alike(rational: Vector, floor: Point, most: Point) -> Point:
    """The point at which both gains, each by its most, are alike; else the one where the lesser is largest."""
    gains = (rational - floor) / np.where(most > 0, most, 1)
    start, step = gains[:-1], np.diff(gains, axis=0)
    apart, closing = start[:, 0] - start[:, 1], step[:, 1] - step[:, 0]
    along = np.clip(np.divide(apart, closing, out=np.zeros(len(closing)), where=closing != 0), 0, 1)
    points = np.concatenate([rational, rational[:-1] + along[:, None] * np.diff(rational, axis=0)])
    lesser = np.concatenate([gains, start + along[:, None] * step]).min(axis=1)
    best: Point = points[np.argmax(lesser)]
    return best
