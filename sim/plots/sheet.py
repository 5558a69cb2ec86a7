"""The sheet that a picture is drawn on: a title above, how to read it below, and where it comes from."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from sim import __version__
from sim.case.text import visible
from sim.plots.ink import INK, PAPER, QUIET, RULE
from sim.plots.picture import Picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

DOTS: Final = 100
"""Dots an inch: all places below are in dots of a sheet that is 1,200 wide."""
WIDE: Final = 1200
LEFT, RIGHT = 54, 54
LARGE, MIDDLE, SMALL, TINY = 18.5, 13, 11.5, 10
HOW: Final = 105


class Sheet:
    """A sheet with its title; `axes` opens a place to draw, and `done` makes it a picture."""

    def __init__(self, title: str, about: str, height: int) -> None:
        """Take a sheet so many dots high, and write what is seen on top, and of what it is."""
        self.height, self.title = height, plain(title)
        self.figure = Figure(figsize=(WIDE / DOTS, height / DOTS), dpi=DOTS, facecolor=PAPER)
        lines = wrap(self.title, 72)[:2]
        self.extra = 30 * (len(lines) - 1)
        for place, line in enumerate(lines):
            self.write(LEFT, 64 + 30 * place, line, size=LARGE, weight="bold")
        self.write(LEFT, 100 + self.extra, cut(about, WIDE - LEFT - RIGHT, MIDDLE), size=MIDDLE, color=QUIET)

    def write(self, x: float, y: float, text: str, **how: Any) -> "Text":  # noqa: ANN401 - whatever a text can be
        """Write a text with its baseline so many dots from the left and from the top."""
        look = {"color": INK, "fontsize": how.pop("size", SMALL), "va": "baseline"} | how
        return self.figure.text(x / WIDE, 1 - y / self.height, plain(text), parse_math=False, **look)

    def axes(self, left: float, top: float, width: float, height: float) -> "Axes":
        """Open a place to draw, without a frame."""
        box = (left / WIDE, 1 - (top + height) / self.height, width / WIDE, height / self.height)
        axes = self.figure.add_axes(box)
        axes.set_facecolor("none")
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(length=0, labelsize=SMALL, labelcolor=QUIET, pad=6)
        axes.tick_params(axis="x", pad=10)
        axes.set_axisbelow(True)
        return axes

    def rule(self, y: float, left: float = LEFT, right: float = WIDE - RIGHT) -> None:
        """Draw a line across."""
        from matplotlib.lines import Line2D  # noqa: PLC0415 - beside its only use

        at = 1 - y / self.height
        self.figure.add_artist(Line2D([left / WIDE, right / WIDE], [at, at], color=RULE, linewidth=1.3))

    def done(self, alt: str, how_to_read: str, origin: Sequence[str]) -> Picture:
        """Write how it is read and where it comes from, and give the picture."""
        self.rule(self.height - 140)
        for place, line in enumerate(lines(f"How to read: {how_to_read}", WIDE - LEFT - RIGHT, SMALL)):
            self.write(LEFT, self.height - HOW + 23 * place, line)
        footer = " · ".join([f"sim {__version__}", *map(plain, origin)])
        self.write(LEFT, self.height - 35, cut(footer, WIDE - LEFT - RIGHT, TINY), size=TINY, color=QUIET)
        return Picture(self.figure, self.title, plain(alt), how_to_read, footer)


def plain(text: str) -> str:
    """A text in which nothing but letters is left: no formula, no sign that cannot be seen."""
    return visible(" ".join(text.split()))


def width(text: str, size: float, weight: str = "normal") -> float:
    """How many dots a text takes."""
    font = FontProperties(family="DejaVu Sans", weight=weight, size=size * DOTS / 72)
    return float(text_to_path.get_text_width_height_descent(text, font, ismath=False)[0])


def cut(text: str, dots: float, size: float, weight: str = "normal") -> str:
    """A text that fits into so many dots: its end is left out if need be, and three dots say so."""
    text = plain(text)
    if width(text, size, weight) <= dots:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle] + "…", size, weight) <= dots else (low, middle - 1)
    return text[:low].rstrip() + "…"


def lines(text: str, dots: float, size: float, most: int = 2) -> list[str]:
    """A text in at most so many lines of so many dots; what is too long is cut."""
    found: list[str] = [""]
    for word in plain(text).split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) <= dots or not found[-1]:
            found[-1] = longer
        elif len(found) < most:
            found.append(word)
        else:
            found[-1] = longer
    return [cut(line, dots, size) for line in found]


def apart(places: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Places of labels, pushed apart to a least distance between two ends, each as near to its own as can be."""
    order = sorted(range(len(places)), key=places.__getitem__)
    found = [min(max(places[one], low), high) for one in order]
    for _ in range(200):
        for place in range(1, len(found)):
            gap = least - (found[place] - found[place - 1])
            if gap > 1e-9:
                found[place - 1] -= gap / 2
                found[place] += gap / 2
        shift = max(0.0, low - found[0]) if found else 0.0
        shift = shift or min(0.0, high - found[-1]) if found else 0.0
        found = [one + shift for one in found]
    return [one for _, one in sorted(zip(order, found, strict=True))]
