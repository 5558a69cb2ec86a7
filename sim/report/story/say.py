"""Who at column 1, what at column 14; a name too long for its column has a line of its own."""

from sim.report.terminal.cells import width
from sim.report.terminal.page import WHO, Page


def say(page: Page, who: str, what: str) -> None:
    """Print who and what."""
    if width(who) > 2 * (WHO - 1) or any(width(word) >= WHO for word in who.split()):
        page.paragraph(who)
        page.said("", what)
    else:
        page.said(who, what)


def draw(page: Page, who: str, drawn: str) -> None:
    """Print who and a row of a chart."""
    if width(who) >= WHO:
        page.paragraph(who)
        page.row("", drawn)
    else:
        page.row(who, drawn)
