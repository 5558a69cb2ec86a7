"""Which numbers may be changed, and how far."""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from math import inf
from typing import Final, NamedTuple

from sim.analysis import ranges
from sim.case import Unknown
from sim.case.checks import check, touched
from sim.case.distribution import Distribution
from sim.case.variations import renumbered
from sim.talks.seating import Seated

FREE: Final = ("mediator.*", "great_powers.cooperation", "sponsors.*.commitment")
"""What is freed where nothing is said: what outsiders could do."""
FOLD: Final = 4.0
"""A number without an upper end goes from a quarter of itself to four times itself."""


class Room(NamedTuple):
    """A number that is freed: its value, and how far down and up it may go."""

    path: str
    value: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """Its range, the unit in which changes of it are measured."""
        return self.high - self.low


def freed(seated: Seated, free: Sequence[str] = ()) -> tuple[Room, ...]:
    """The numbers that fit a pattern, each with its range: that of the format, or a quarter to four times itself.

    Left out are numbers that are drawn, and those that cannot stand at the ends of their range.

    Raises
    ------
    sim.case.Unknown
        A pattern fits no number, or none that can be changed alone.

    """
    if free:
        paths = ranges.chosen(seated, free)
    else:
        paths = [path for path in seated.paths if any(fnmatchcase(path, pattern) for pattern in FREE)]
    rooms = [room for path in paths if (room := _room(seated, path)) is not None]
    checks = touched(seated.scenario, [room.path for room in rooms])
    kept = tuple(
        room
        for room in rooms
        if not any(
            check(renumbered(seated.scenario, {room.path: end}), hope=False, checks=checks)[0]
            for end in (room.low, room.high)
        )
    )
    if not kept:
        raise Unknown("None of these numbers can be changed by itself: free others, as in --free 'mediator.*'.")
    return kept


def _room(seated: Seated, path: str) -> Room | None:
    number, within = ranges.found(seated.scenario, path)
    if isinstance(number, Distribution):
        return None
    value = float(seated.template[seated.paths[path][0]])
    low, high = max(within.low, within.above), min(within.high, within.below)
    if within.unit == "logit":
        low, high = value - 3.0, value + 3.0
    if high == inf or high - low > ranges.WIDE:
        low, high = sorted((value / FOLD, value * FOLD))
        low, high = max(low, within.low), min(high, within.high)
    if low == within.above:
        low = value / FOLD
    if high == within.below:
        high = (value + high) / 2
    return Room(path, value, low, high) if low < high and low <= value <= high else None
