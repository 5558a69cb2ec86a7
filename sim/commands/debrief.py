"""The debrief: how it ended, how it would have ended by the rules, and what the texts were worth to you."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.classroom.table.worth import lines
from sim.commands import advice, limits, origin
from sim.commands.order import Order
from sim.report.story import course, verdict
from sim.report.story.cast import Cast
from sim.report.story.ending import ended
from sim.report.story.say import say
from sim.report.terminal.page import Page

if TYPE_CHECKING:
    from sim.classroom.table.game import Game


def show(page: Page, game: "Game", source: str, settings: tuple[str, ...]) -> None:
    """Print the debrief."""
    cast = Cast(game.case)
    yours, columns = course.ended(game.talks, game.days)
    verdict.show(page, yours, cast)
    other = game.otherwise()
    by_rules, _ = course.ended(other.talks, other.days)
    page.line()
    page.header("With you in the seat, and with the rules in it, in the same world")
    for who, one in (("You", yours), ("The rules", by_rules)):
        agreed = one.agreed()
        page.said(who, f"{ended(one, cast)} Agreed: {cast.quoted(agreed) if agreed else 'nothing'}.")
    page.said("", f"You made {len(game.choices())} of the choices.")
    if game.role in cast.places:
        page.line()
        page.header("What the last texts were worth to you: 1 your ideal, 0 your limit")
        for who, what in worth(game, cast):
            say(page, who, what)
    else:
        limits.show(page, game, cast)
    order = Order(source, settings, game.seed, game.replicate)
    advice.show(page, [("The same by the rules:", order.again(f"--replicate {game.replicate}"))])
    origin.show(page, order, game.case, f"replicate {game.replicate}", columns)


def worth(game: "Game", cast: Cast) -> Iterator[tuple[str, str]]:
    """Each text against one's own limit."""
    for one in lines(game.talks, game.role):
        if not one.written:
            yield cast.issue(one.issue), "no text was written."
            continue
        inside = "within your limit" if one.within else "beyond your limit"
        state = "agreed" if one.agreed else "not agreed"
        yield cast.issue(one.issue), f"{one.text:.2f}, {state}: {one.worth:.2f}, {inside} ({one.limit:.2f})."
