"""Charts made of letters. One scale: 28 cells are 100 %."""

import math
from collections.abc import Sequence

CELLS = 28
QUARTER = 7
SPARKS = "▁▂▃▄▅▆▇█"


def bar(share: float, *, hollow: bool = False) -> str:
    """Draw a share (0 to 1) as a bar of at most 28 cells, to half a cell, with a mark at each quarter.

    What was seen at all gets at least half a cell; a hollow bar (stalemate) is drawn in whole cells.
    """
    drawn = _whole(share) if hollow else _halves(share, CELLS)
    marks = "".join("·" if cell % QUARTER == QUARTER - 1 else " " for cell in range(CELLS))
    return drawn + marks[len(drawn) :]


def meter(share: float, cells: int = 10) -> str:
    """Draw a share (0 to 1) as a meter of so many cells, the empty ones dotted."""
    drawn = _halves(share, cells)
    return drawn + "·" * (cells - len(drawn))


def length(share: float, cells: int) -> str:
    """Draw a share (0 to 1) of so many cells as a bar and nothing else."""
    return _halves(share, cells)


def sparkline(counts: Sequence[float]) -> str:
    """Draw counts (0 or more) as a row of eighths, the tallest of them the greatest; nothing is a blank."""
    tallest = max(counts, default=0.0)
    return "".join(" " if count <= 0 else SPARKS[max(0, math.ceil(8 * count / tallest) - 1)] for count in counts)


def _halves(share: float, cells: int) -> str:
    halves = math.floor(2 * cells * share + 0.5)
    halves = min(max(halves, int(share > 0)), 2 * cells)
    return "━" * (halves // 2) + "╸" * (halves % 2)


def _whole(share: float) -> str:
    return "┅" * min(max(math.floor(CELLS * share + 0.5), int(share > 0)), CELLS)
