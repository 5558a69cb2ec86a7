"""The debrief of who signs nothing: what a sponsor wanted, and the last texts against the limits of who signs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.case.days import listed, numbered
from sim.report.story.cast import Cast
from sim.report.story.say import say
from sim.report.terminal.page import Page
from sim.rules.texts import within_limit

if TYPE_CHECKING:
    from sim.classroom.table.game import Game
    from sim.talks.actors import Issue, Stake


def show(page: Page, game: "Game", cast: Cast) -> None:
    """Print what a sponsor wanted and what came of it; then open every limit, now that the talks are over."""
    if game.role in game.case.sponsors:
        page.line()
        page.header("What you wanted, and whether the powers met")
        for who, what in wanted(game, cast):
            say(page, who, what)
    page.line()
    page.header("The last texts, and the limits that were kept from you")
    for who, what in texts(game, cast):
        say(page, who, what)


def wanted(game: "Game", cast: Cast) -> Iterator[tuple[str, str]]:
    """A sponsor's commitment and those it stands behind; the meetings of the powers, and what they changed."""
    seated, now = game.talks.seated, game.talks.nouns
    first, at = seated.nouns(game.seed, game.replicate), seated.sponsors.index(game.role)
    held = zip(seated.delegations, now["leverages"][at], strict=True)
    behind = [cast.side(key) for key, one in held if one.hold > 0]
    wish = f"{first['sponsors'][at].commitment:.2f} at first, {now['sponsors'][at].commitment:.2f} at the end"
    yield "Commitment", f"{wish}: how much you wished for a settlement."
    yield "Behind", f"You stood behind {listed(behind) if behind else 'nobody'}."
    meetings, before, after = now["great_powers"].meetings, first["great_powers"], now["great_powers"]
    met = f"met {'once' if meetings == 1 else numbered(meetings, 'time')}" if meetings else "did not meet"
    yield "The powers", f"{met}; their cooperation was {before.cooperation:.2f}, and is {after.cooperation:.2f}."


def texts(game: "Game", cast: Cast) -> Iterator[tuple[str, str]]:
    """Each text against the limit of each delegation."""
    seated, nouns = game.talks.seated, game.talks.nouns
    for place, (key, issue) in enumerate(zip(seated.issues, nouns["issues"], strict=True)):
        stakes = dict(zip(seated.delegations, (row[place] for row in nouns["stakes"]), strict=True))
        state = "no text was written" if issue.text < 0 else f"{issue.text:.2f}, {'' if issue.agreed else 'not '}agreed"
        yield cast.issue(key), f"{state}. {'. '.join(against(issue, stakes, cast))}."


def against(issue: "Issue", stakes: "dict[str, Stake]", cast: Cast) -> Iterator[str]:
    """Who could have signed a text, and who could not; where there is none, the limits alone."""
    limits = {key: f"{cast.side(key)} ({one.limit:.2f}{', a red line' * one.red_line})" for key, one in stakes.items()}
    if issue.text < 0:
        yield f"The limits: {listed(list(limits.values()))}"
        return
    inside = {key: within_limit(issue.text, one.ideal, one.limit) for key, one in stakes.items()}
    for word, is_inside in (("Within", True), ("Beyond", False)):
        if several := [limits[key] for key in stakes if inside[key] == is_inside]:
            yield f"{word} the limit{'s' * (len(several) > 1)} of {listed(several)}"
