"""How many people get out, and who blames whom for how much."""

import math
from collections.abc import Mapping

from sim.analysis.means import Mean, histogram, mean, spread
from sim.report.story.cast import Cast
from sim.report.terminal.bars import sparkline
from sim.report.terminal.cells import left, right
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page
from sim.talks.outcome import Column

CELLS = 45
"""Cells of the picture of people out."""


def show(page: Page, columns: Mapping[str, Column], cast: Cast) -> None:
    """Print people out of each front, then attacks and blame."""
    for key in cast.case.ground:
        if columns[f"out.{key}"].max() >= 1:
            page.line()
            _people(page, cast.front(key), columns[f"out.{key}"])
    if columns["attacks"].max() > 0:
        page.line()
        _blame(page, columns, cast)


def _people(page: Page, front: str, out: Column) -> None:
    title = inked(f"People out of {front}", "strong")
    page.header(title, right("median", 8) + right("middle half", 17))
    top = ceiling(float(out.max()))
    found = spread(out)
    drawn = inked(sparkline(histogram(out, top, CELLS)), "outcome")
    half = f"{found.low:,.0f} to {found.high:,.0f}"
    page.line(left(drawn, 55) + right(f"{found.median:,.0f}", 8) + right(half, 17))
    ticks = [f"{top / 2:,.0f}" if top > 5 else "", f"{top:,.0f}"]
    page.line(
        inked(left(left("0", CELLS // 2 - len(ticks[0]) // 2) + ticks[0], CELLS - len(ticks[1])) + ticks[1], "dim")
    )


def ceiling(most: float) -> float:
    """A round number at or above the most: 1, 2, 3 or 5 and noughts."""
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power for step in (1, 2, 3, 5, 10) if step * power >= most)


def _blame(page: Page, columns: Mapping[str, Column], cast: Cast) -> None:
    page.header(inked("Attacks, and who is blamed for how many", "strong"), "mean, 95 % interval")
    _row(page, "in all", mean(columns["attacks"]))
    _row(page, "established", mean(columns["established"]))
    for key in cast.places:
        for other in cast.places:
            if key != other and columns[f"blamed.{key}.{other}"].max() > 0:
                who = f"{cast.side(key)} blames {cast.side(other)}"
                _row(page, who, mean(columns[f"blamed.{key}.{other}"]))


def _row(page: Page, what: str, found: Mean) -> None:
    page.across(what, between(found))


def between(found: Mean) -> str:
    """A mean with its interval, with as many digits as that supports: ``41 (40 to 42)``."""
    digits = 0 if found.high - found.low >= 1 else 1
    unit = 10**digits
    low, high = math.floor(found.low * unit) / unit, math.ceil(found.high * unit) / unit
    return f"{found.mean:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})"
