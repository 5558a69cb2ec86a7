"""The axis of shares under the bars: its end stays while something is moved."""

from typing import Final

ENDS: Final = (5, 10, 20, 30, 40, 50, 60, 80, 100)
STEPS: Final = (1, 2, 5, 10, 20, 25)
MOST_PARTS: Final = 5.5


def end(share: float) -> int:
    """The end of an axis that shows a share, in per cent."""
    return next(each for each in ENDS if 100 * share <= each + 1e-9)


def ticks(top: int) -> list[int]:
    """Where the axis has its ticks, in per cent; at most six."""
    step = next(step for step in STEPS if top / step < MOST_PARTS)
    return list(range(0, top + 1, step))
