"""Mistakes in a scenario as they are shown: with the line and carets on a terminal, one line each in a pipe."""

from typing import TYPE_CHECKING

from sim.commands.options import DEFAULT
from sim.report.terminal.cells import WIDTH, width, wrapped
from sim.report.terminal.inert import inert
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page

if TYPE_CHECKING:
    from sim.case import Mistake, Mistakes

EXPLAINED = f"A scenario without mistakes, explained:  sim show {DEFAULT}"
_GUTTER = 9


def show(page: Page, mistakes: "Mistakes") -> None:
    """Show all mistakes of one scenario on this page."""
    if not page.terminal:
        for mistake in mistakes.items:
            page.line(str(mistake))
        return
    page.line()
    page.paragraph(f"{inked(count(mistakes), 'strong')} Nothing was run.")
    for mistake in mistakes.items:
        page.line()
        _one(page, mistake)
    page.line()
    if mistakes.unchecked:
        from sim.case.days import listed

        page.paragraph(inked(f"Not checked until these are mended: {listed(mistakes.unchecked)}.", "dim"))
    page.line(EXPLAINED)


def count(mistakes: "Mistakes") -> str:
    """Say how many mistakes the scenario has."""
    found = len(mistakes.items)
    return f"{inert(mistakes.source)} has {'1 mistake' if found == 1 else f'{found} mistakes'}."


def _one(page: Page, mistake: "Mistake") -> None:
    place = f"{inert(mistake.file)}:{mistake.line}:{mistake.column}" if mistake.line else inert(mistake.file)
    page.paragraph(f"{inked(place, 'strong')}: {inert(mistake.path)}")
    if mistake.excerpt.strip():
        _excerpt(page, mistake)
    for line in wrapped(_message(mistake), WIDTH - 3):
        page.line("   " + line)


def _message(mistake: "Mistake") -> str:
    message = inert(mistake.message)
    if not mistake.suggestion:
        return message
    return message.replace(mistake.suggestion, inked(mistake.suggestion, "reached"))


def _excerpt(page: Page, mistake: "Mistake") -> None:
    """Print the line of the file with carets below the place; only the part of a long line round the place."""
    start = mistake.column - 1
    before, meant, after = (
        inert(part.replace("\t", " "))
        for part in (
            mistake.excerpt[:start],
            mistake.excerpt[start : start + mistake.width],
            mistake.excerpt[start + mistake.width :],
        )
    )
    room = WIDTH - _GUTTER
    meant = _first(meant, room)
    before = _last(before, room - max(1, width(meant)))
    after = _first(after, room - width(before + meant))
    page.line(inked(f"{mistake.line:>6}", "dim") + " " * (_GUTTER - 6) + before + inked(meant, "mistake") + after)
    page.line(" " * (_GUTTER + width(before)) + inked("^" * max(1, width(meant)), "mistake"))


def _first(text: str, cells: int) -> str:
    while width(text) > cells:
        text = text[:-1]
    return text


def _last(text: str, cells: int) -> str:
    return _first(text[::-1], cells)[::-1]
