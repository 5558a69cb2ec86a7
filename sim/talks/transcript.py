"""A run, told day by day as it happens: every fact in its order, looked up in the nouns after each step."""

from collections.abc import Iterator

from sim.rules.endings import ENDINGS
from sim.rules.formats import FORMATS
from sim.talks import bulletin, minutes
from sim.talks.facts import Closed, Day, Fact, Met, Opened, Walkout
from sim.talks.model import Talks


def days(talks: Talks) -> Iterator[Day]:
    """Play a run that has not begun, and give each day when it is over. Nothing is drawn or changed by the telling."""
    return Transcript(talks).days()


class Transcript:
    """Whoever takes the notes of a run, and remembers what was put before and who left when."""

    def __init__(self, talks: Talks) -> None:
        """Sit down beside the talks."""
        self.talks = talks
        self.asked: set[str] = set()
        self.left_on: dict[str, int] = {}

    def days(self) -> Iterator[Day]:
        """Let each day pass, and note it."""
        while self.talks.running:
            order = self.talks.nouns["agenda"].order
            self.talks.step()
            yield self.day(order)

    def day(self, order: float) -> Day:
        """Note the day that has just passed; the agenda's order is the morning's."""
        seated, nouns = self.talks.seated, self.talks.nouns
        room = nouns["room"]
        here = zip(seated.delegations, nouns["delegations"], strict=True)
        facts = tuple(self.facts(order))
        for fact in facts:
            if isinstance(fact, Walkout):
                self.left_on[fact.delegation] = room.day
            if isinstance(fact, Opened):
                self.asked.discard("date")
        return Day(
            date=seated.date_of(room.day),
            round=seated.number_of(room.round),
            session=room.session,
            meeting=self.meeting(),
            away=tuple(key for key, delegation in here if delegation.away and not delegation.left),
            facts=facts,
        )

    def meeting(self) -> str:
        """In which format the parties met, or why they did not."""
        room = self.talks.nouns["room"]
        if room.held:
            return str(list(FORMATS)[room.format])
        if room.session:
            return "called_off" if room.called_off else "not_held"
        return "no_show" if any(one.absent for one in self.talks.nouns["delegations"]) else ""

    def facts(self, order: float) -> Iterator[Fact]:
        """The facts of the day, in the order in which they are told."""
        seated, nouns = self.talks.seated, self.talks.nouns
        room = nouns["room"]
        yield from bulletin.outside(seated, nouns, seated.date_of(room.day))
        yield from bulletin.returns(seated, nouns, self.left_on)
        asked_early = not (room.session and room.session == room.sessions_per_round)
        if asked_early:
            yield from minutes.dates(seated, nouns, self.asked)
        yield from bulletin.openings(seated, nouns)
        if room.held:
            yield from self.session(order)
        yield from (
            Met(key) for key, one in zip(seated.thresholds, nouns["thresholds"], strict=True) if one.met_on == room.day
        )
        if room.held:
            yield minutes.meter(nouns)
            yield from minutes.walkouts(seated, nouns)
        if not asked_early:
            yield from minutes.dates(seated, nouns, self.asked)
        if room.closed:
            yield self.close()

    def session(self, order: float) -> Iterator[Fact]:
        """The facts of a session that was held."""
        seated, nouns = self.talks.seated, self.talks.nouns
        yield from bulletin.meetings(seated, nouns, self.talks.seats.who_chose("meeting", nouns["room"].day))
        yield from minutes.procedure(seated, nouns, order, self.asked)
        yield from minutes.offers(seated, nouns)
        yield from minutes.texts(seated, nouns, self.asked)

    def close(self) -> Closed:
        """How the round ended."""
        seated, room = self.talks.seated, self.talks.nouns["room"]
        dated = seated.date_of(room.opening_on) if room.opening_on > room.day else None
        return Closed(seated.number_of(room.round), list(ENDINGS)[room.ending], dated)
