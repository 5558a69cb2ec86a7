"""Colours, hatches and marks: hue says whose side, shape says which role, lightness how much agreement."""

from typing import Any, Final

PAPER, WASH, RULE = "#FFFFFF", "#F5F4F0", "#D8D6CF"
INK, QUIET, NEUTRAL = "#1A2026", "#5C646C", "#39424B"
SIDES: Final = ("#6B3FA0", "#B45309", "#0F7173", "#7C3238")
MARKS: Final = ("o", "^", "s", "v")
AGREED, PALE, WALKED, REACHED = "#175E8C", "#DCE9F2", "#A32A24", "#2F6B1E"
HOLLOW, EDGE = "#ECE8DF", "#7B7364"
FILLS: Final[dict[str, dict[str, Any]]] = {
    "comprehensive": {"facecolor": "#082F4E"},
    "partial": {"facecolor": AGREED},
    "adjourned_with_date": {"facecolor": "#3B82B0"},
    "adjourned_without_date": {"facecolor": "#6694B5"},
    "stalemate": {"facecolor": HOLLOW, "edgecolor": EDGE, "linewidth": 1.5},
    "suspended": {"facecolor": HOLLOW, "edgecolor": EDGE, "linewidth": 1.5, "linestyle": (0, (3, 2))},
    "walkout": {"facecolor": WALKED, "edgecolor": PAPER, "hatch": "///", "linewidth": 0},
    "no_show": {"facecolor": WALKED, "edgecolor": PAPER, "hatch": "xxx", "linewidth": 0},
}
"""How each ending is filled."""
LINES: Final[dict[str, tuple[str, Any]]] = {
    "comprehensive": ("#082F4E", "-"),
    "partial": (AGREED, (0, (6, 2))),
    "adjourned_with_date": ("#3B82B0", "-"),
    "adjourned_without_date": ("#6694B5", (0, (6, 2))),
    "stalemate": (EDGE, (0, (1.5, 1.5))),
    "suspended": (EDGE, (0, (4, 2, 1, 2))),
    "walkout": (WALKED, "-"),
    "no_show": (WALKED, (0, (1.5, 1.5))),
}
"""How the line of each ending is drawn."""


def side(place: int) -> str:
    """The hue of the delegation at this place in the case; beyond the fourth there is none."""
    return SIDES[place] if place < len(SIDES) else NEUTRAL


def mark(place: int) -> str:
    """The mark of the delegation at this place in the case."""
    return MARKS[place] if place < len(MARKS) else "D"
