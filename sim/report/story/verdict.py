"""How a run ended, on one screen: the ending and its reason, what was reached, who blames whom for what."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.case.days import MONTHS, listed, long
from sim.report.story.cast import Cast
from sim.report.story.counts import gap, heads
from sim.report.story.course import Course
from sim.report.story.ending import ended, why
from sim.report.terminal.ink import inked

if TYPE_CHECKING:
    from datetime import date

    from sim.report.terminal.page import Page


def show(page: "Page", course: Course, cast: Cast) -> None:
    """Print how it ended, why, what was reached and what was not, and who blames whom."""
    page.line()
    page.paragraph(inked(f"Outcome: {ended(course, cast)}", "strong"))
    for who, what in rows(course, cast):
        if what:
            page.said(who, what)


def rows(course: Course, cast: Cast) -> Iterator[tuple[str, str]]:
    """The rows below the ending; an empty one is not printed."""
    yield "Why", "; ".join(why(course, cast))
    met = {key: course.day(f"met_on.{key}") for key in cast.case.thresholds}
    reached = [f"{cast.threshold(key)} ({brief(day)})" for key, day in met.items() if day]
    yield inked("Reached", "reached"), "; ".join(reached)
    yield "Not reached", "; ".join(cast.threshold(key) for key, day in met.items() if not day)
    yield "At the end", "; ".join(at_the_end(course, cast))
    yield "Blame", blame(course, cast)


def brief(day: "date") -> str:
    """A day in brackets: ``12 Feb``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def at_the_end(course: Course, cast: Cast) -> Iterator[str]:
    """How things stand when the story ends."""
    for key in cast.case.ground:
        if course.number(f"out.{key}") >= 1:
            out = heads(course.number(f"out.{key}"))
            yield f"{out} {'person' if out == '1' else 'people'} out of {cast.front(key)}"
    agreed = course.agreed()
    yield f"agreed: {cast.quoted(agreed)}" if agreed else "no text agreed"
    yield gap(course.number("gap_closed"))
    opened, dated = course.day("next_round_opened_on"), course.day("next_round_agreed_on")
    if opened:
        yield f"another round opened on {long(opened)}"
    elif dated:
        yield f"on {long(dated)} all named a date for another round"


def blame(course: Course, cast: Cast) -> str:
    """The attacks in all, how many are established, and how many each lays at another's door."""
    attacks, established = int(course.number("attacks")), int(course.number("established"))
    if not attacks:
        return ""
    blames = [part for key in cast.places if (part := _blames(key, course, cast))]
    return "; ".join([f"{attacks:,} {'attack' if attacks == 1 else 'attacks'}, {established:,} established", *blames])


def _blames(delegation: str, course: Course, cast: Cast) -> str:
    """How many attacks one lays at each other's door, each as far as it believes it."""
    numbers = {key: int(course.number(f"blamed.{delegation}.{key}") + 0.5) for key in cast.places}
    parts = [f"{cast.side(key)} for {number}" for key, number in numbers.items() if number]
    return f"{cast.side(delegation)} blames {listed(parts)}" if parts else ""
