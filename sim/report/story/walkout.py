"""A walkout in words and bars: what drove it, and what held it back."""

from sim.report.story.cast import Cast
from sim.report.terminal.bars import length
from sim.report.terminal.cells import left, wrapped
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page
from sim.talks.facts import Walkout

SEEN = 0.05
"""A term in logits that is smaller does not show."""

CELLS = 16


def show(page: Page, fact: Walkout, cast: Cast) -> None:
    """Print that a delegation walks out, and a bar for each term of its hazard."""
    page.fields(inked("✗", "walkout"), f"{cast.side(fact.delegation)} {inked('walks out.', 'walkout')}", 3)
    terms = {key: term for key, term in fact.terms.items() if abs(term) >= SEEN}
    longest = max(map(abs, terms.values()), default=1.0)
    drove = sorted((key for key in terms if terms[key] > 0), key=lambda key: -terms[key])
    held = sorted((key for key in terms if terms[key] < 0), key=lambda key: terms[key])
    page.line()
    for place, key in enumerate(drove):
        bar = inked(length(terms[key] / longest, CELLS), "walkout")
        _row(page, "" if place else "What drove it", cast.reason(key), bar)
    for place, key in enumerate(held):
        bar = length(-terms[key] / longest, CELLS)
        _row(page, "" if place else "What held it back", cast.reason(key, holds_back=True), bar)


def _row(page: Page, title: str, what: str, bar: str) -> None:
    for place, line in enumerate(wrapped(what, 31)):
        page.row("", left("" if place else title, 19) + left(line, 32) + ("" if place else bar))
