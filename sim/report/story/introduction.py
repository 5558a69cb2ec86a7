"""The first lines of a story: what, when, who mediates, who stands behind whom."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sim.case.days import MONTHS, dated, listed
from sim.case.number import centre
from sim.report.story.cast import Cast
from sim.report.story.counts import counted, sentence, spelled
from sim.report.terminal.ink import inked

if TYPE_CHECKING:
    from datetime import date

    from sim.report.terminal.page import Page


def show(page: "Page", cast: Cast) -> None:
    """Print the title and one paragraph."""
    page.paragraph(inked(cast.case.title, "strong"))
    backing = behind(cast)
    parts = [when(cast), f"{chair(cast)} between {cast.sides(cast.places)}.", backing]
    page.paragraph(" ".join([*filter(None, parts), "One possible course, not a forecast."]))


def chair(cast: Cast) -> str:
    """Who mediates; one without a name is somebody."""
    return "A mediator sits" if cast.case.mediator.name == "the mediator" else f"{cast.mediator} mediates"


def when(cast: Cast) -> str:
    """How many sessions, and on which days of the first round; each year is told once."""
    calendar = cast.case.calendar
    last = calendar.start + timedelta(days=calendar.sessions_per_round - 1)
    first = calendar.start
    days = f"{span(first, last)} {last.year}" if first.year == last.year else f"{dated(first)} to {dated(last)}"
    more = f", and up to {spelled(calendar.rounds - 1)} more {'round' if calendar.rounds == 2 else 'rounds'}"
    return sentence(f"{counted(calendar.sessions_per_round, 'session')}, {days}{more if calendar.rounds > 1 else ''}")


def span(first: "date", last: "date") -> str:
    """From one day to another, as in ``10 to 15 February``; the year is not told."""
    if first == last:
        return f"{last.day} {MONTHS[last.month - 1]}"
    begins = f"{first.day}" if (first.year, first.month) == (last.year, last.month) else span(first, first)
    return f"{begins} to {span(last, last)}"


def behind(cast: Cast) -> str:
    """Who stands behind whom, where a hold is worth the name."""
    parts = []
    for key in cast.places:
        backers = [name for name, sponsor in cast.case.sponsors.items() if centre(sponsor.leverage.get(key, 0.0)) > 0]
        if backers:
            stand = "stands" if len(backers) == 1 else "stand"
            parts.append(f"{listed([cast.sponsor(name) for name in backers])} {stand} behind {cast.side(key)}")
    return f"{'; '.join(parts)}." if parts else ""
