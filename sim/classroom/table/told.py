"""A run told to somebody in a seat: nothing that the others keep to themselves."""

from collections.abc import Iterator, Sequence

from sim.classroom.table.game import Game
from sim.report.story import protocol
from sim.report.story.cast import Cast
from sim.report.story.counts import gap
from sim.report.story.news import Said
from sim.report.story.say import say
from sim.report.story.telling import Telling
from sim.report.terminal.page import Page
from sim.talks.facts import Day, Fact, Meter, Moves


class Told(Telling):
    """Whoever tells a run to a person in a seat."""

    def __init__(self, page: Page, game: Game) -> None:
        super().__init__(page, Cast(game.case))
        self.game, self.role = game, game.role

    def why_not(self, day: Day) -> None:
        """Say why a session is not held: for a recess that was asked for, or as always."""
        if any(one.day == self.game.day and one.name == "recess" for one in self.game.choices()):
            say(self.page, self.cast.side(self.role), "asks for a recess; no session is held.")
        else:
            super().why_not(day)

    def tell_facts(self, group: Sequence[Fact]) -> None:
        """Tell facts that belong together; how things stand without the risk that others leave."""
        fact = group[0]
        if isinstance(fact, Meter):
            air = protocol.air(fact.atmosphere)
            self.page.said("", f"{gap(fact.gap_closed)}, atmosphere {air}.".capitalize())
        else:
            super().tell_facts(group)

    def rows(self, fact: Fact) -> Iterator[Said]:
        """The rows of a fact; of the others' offers only where they are now."""
        if isinstance(fact, Moves) and fact.delegation != self.role:
            offers = [f"“{self.cast.issue(key)}” {end:.2f}" for key, (_, end) in fact.moves.items()]
            yield self.cast.side(fact.delegation), f"moves, and now offers {', '.join(offers)}."
        else:
            yield from super().rows(fact)
