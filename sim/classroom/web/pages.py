"""Pages: a template filled, with the words of a case as text and its inks as classes."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape
from starlette.responses import HTMLResponse, RedirectResponse

from sim.case.text import visible
from sim.report.page import environment
from sim.report.terminal.ink import parts

if TYPE_CHECKING:
    from jinja2 import Environment

SEE_OTHER: Final = 303


@lru_cache(1)
def templates() -> "Environment":
    """The templates of the room, read once."""
    filling = environment("sim.classroom.web")
    filling.filters["inked"] = inked
    return filling


@lru_cache(8192)
def inked(text: str) -> Markup:
    """Words whose ink is told by a class: ``<span class="ink-government">``; all else is text."""
    return Markup("").join(
        Markup('<span class="ink-{}">{}</span>').format(ink, visible(words)) if ink else escape(visible(words))
        for words, ink in parts(text)
    )


def page(template: str, status: int = 200, **things: object) -> HTMLResponse:
    """A page, filled."""
    return HTMLResponse(templates().get_template(template).render(**things), status)


def sentence(status: int, title: str, words: str, back: str = "/") -> HTMLResponse:
    """A page that says what is wrong, what is kept and what to do."""
    return page("sentence.html", status, title=title, words=words, back=back)


def to(path: str) -> RedirectResponse:
    """Go there now, by GET: a form that was sent is not sent again when its page is loaded anew."""
    return RedirectResponse(path, SEE_OTHER)
