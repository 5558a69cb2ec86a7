"""The confidential brief of a seat, on a page of the terminal."""

from typing import TYPE_CHECKING

from sim.classroom.table.own_brief import brief, called
from sim.report.story.cast import Cast
from sim.report.story.say import say
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page

if TYPE_CHECKING:
    from sim.classroom.table.game import Game


def show(page: Page, game: "Game") -> None:
    """Print the brief."""
    page.header(inked(f"Your confidential brief: {called(game.role, Cast(game.case))}", "strong"))
    for who, what in brief(game, game.role):
        say(page, who, what)
    page.line()
