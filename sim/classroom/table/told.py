"""A run told to somebody in a seat: nothing that the others keep to themselves."""

from collections.abc import Iterator, Sequence

from sim.classroom.table.table import Table
from sim.report.story import protocol
from sim.report.story.cast import Cast
from sim.report.story.counts import gap
from sim.report.story.news import Said
from sim.report.story.say import say
from sim.report.story.telling import Telling
from sim.report.terminal.page import Page
from sim.talks.facts import Day, Fact, Meter, Moves


class Told(Telling):
    """Whoever tells a run to a person in a seat, or to one who only looks on, whose role is empty."""

    def __init__(self, page: Page, table: Table, role: str) -> None:
        super().__init__(page, Cast(table.case))
        self.table, self.role = table, role

    def why_not(self, day: Day) -> None:
        """Say why a session is not held: for a recess that was asked for, or as always."""
        date_of = self.table.talks.seated.date_of
        asking = [one.who for one in self.table.choices() if one.name == "recess" and date_of(one.day) == day.date]
        for key in asking:
            say(self.page, self.cast.side(key), "asks for a recess; no session is held.")
        if not asking:
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
