"""Handouts as one page to print: each sheet begins on paper of its own."""

from collections.abc import Sequence

from sim.report.handout import Sheet
from sim.report.page import filled


def html(sheets: Sequence[Sheet], title: str) -> str:
    """All sheets as the text of a page that asks for nothing outside of itself; the same for the same sheets."""
    return filled("handouts.html", "handouts.css", sheets=sheets, title=title)
