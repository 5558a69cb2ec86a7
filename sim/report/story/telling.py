"""A run told as it happens, day after day."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from sim.case.days import long
from sim.report.story import introduction, news, protocol, walkout
from sim.report.story.cast import Cast
from sim.report.story.interlude import Interlude
from sim.report.story.news import Said
from sim.report.story.say import say
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page
from sim.rules.formats import FORMATS
from sim.talks import facts
from sim.talks.facts import Answer, Day, Fact, FrontDay, Meter, Texts, Walkout

HEADINGS: Final = {name: one.words for name, one in FORMATS.items()} | {
    "called_off": "called off",
    "not_held": "not held",
    "no_show": "does not open",
}
"""How the parties met, or why they did not."""

MORNING: Final = (facts.FrontDay, facts.Affront, facts.Vote, facts.Return)
"""What is known before a session begins; a day's facts open with these."""

WORDS: Final[dict[type, Callable[[Any, Cast], Said]]] = {
    facts.Affront: news.affront,
    facts.Vote: news.vote,
    facts.Return: news.returned,
    facts.NoShow: news.no_show,
    facts.Proposal: news.proposal,
    facts.Question: protocol.question,
    facts.Moves: protocol.moves,
    facts.Agreed: protocol.agreed,
}
"""Facts that take one row each."""


class Telling:
    """Whoever tells a run to a page; it remembers what has been said."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self.page, self.cast = page, cast
        self.interlude = Interlude(page, cast)
        self.counted: set[str] = set()
        self.round = cast.case.calendar.first_round
        self.between = False
        self.ahead = ""
        self.bars = False

    def tell(self, days: Iterable[Day]) -> list[Day]:
        """Tell the introduction and each day as soon as it is over; give the days that were told."""
        introduction.show(self.page, self.cast)
        told = []
        self.begin_interlude("Before the talks")
        for day in days:
            self.day(day)
            self.page.stream.flush()
            told.append(day)
        self.interlude.end()
        return told

    def begin_interlude(self, title: str) -> None:
        """Days without a session begin."""
        self.between = True
        self.interlude.begin(title)

    def day(self, day: Day) -> None:
        """Tell one day."""
        if day.meeting:
            self.interlude.end()
            self.between = False
            self.session(day)
            return
        if not self.between:
            self.begin_interlude(self.ahead or "Afterwards")
        self.interlude.day(day)

    def session(self, day: Day) -> None:
        """Tell a day of a round."""
        self.page.line()
        self.bars = False
        if day.round != self.round and day.session:
            self.page.line(inked(f"   {news.round_named(day.round).capitalize()}", "strong"))
        self.round = day.round
        number = f"{day.session}  " if day.session else "   "
        self.page.header(inked(number + long(day.date), "strong"), inked(HEADINGS[day.meeting], "strong"))
        morning = [fact for fact in day.facts if isinstance(fact, MORNING)]
        self.tell_all(morning)
        self.why_not(day)
        self.tell_all(day.facts[len(morning) :])

    def why_not(self, day: Day) -> None:
        """Say why a session is not held."""
        if len(day.away) == len(self.cast.places):
            say(self.page, self.cast.all_sides, "are away.")
        elif day.meeting == "not_held":
            for key in day.away:
                say(self.page, self.cast.side(key), "is away.")
        if day.meeting == "called_off":
            say(self.page, self.cast.mediator, "sends everybody home: the atmosphere is too bad for a session.")

    def tell_all(self, told: Sequence[Fact]) -> None:
        """Tell facts in their order."""
        for _, group in groupby(told, _together):
            self.tell_facts(list(group))

    def tell_facts(self, group: Sequence[Fact]) -> None:
        """Tell facts that belong together."""
        fact = group[0]
        if self.bars and (not isinstance(fact, facts.Closed) or self.cast.case.calendar.rounds > 1):
            self.page.line()
        self.bars = False
        match fact:
            case Answer():
                say(self.page, *protocol.answers([one for one in group if isinstance(one, Answer)], self.cast))
            case Meter():
                self.page.row("", protocol.meter(fact))
            case Walkout():
                walkout.show(self.page, fact, self.cast)
                self.bars = True
            case _:
                for said in self.rows(fact):
                    say(self.page, *said)

    def rows(self, fact: Fact) -> Iterator[Said]:
        """The rows of a fact that is told by itself."""
        match fact:
            case FrontDay():
                yield news.front(fact, self.cast, of_all=self.first_count(fact), quiet="Quiet.")
            case Texts():
                yield from protocol.texts(fact, self.cast)
            case facts.Met():
                yield inked("✓", "reached"), inked(self.cast.threshold(fact.threshold), "reached")
            case facts.Closed():
                yield from self.closed(fact)
            case _ if type(fact) in WORDS:
                yield WORDS[type(fact)](fact, self.cast)

    def first_count(self, fact: FrontDay) -> bool:
        """Whether people are counted for the first time in a session's day at this front."""
        first = fact.people > 0 and fact.front not in self.counted
        if first:
            self.counted.add(fact.front)
        return first

    def closed(self, fact: facts.Closed) -> Iterator[Said]:
        """A round is over: a date for the next, and how it ended where several are played."""
        more = fact.round + 1 - self.cast.case.calendar.first_round < self.cast.case.calendar.rounds
        self.ahead = f"Until {news.round_named(fact.round + 1)}" if fact.next_on and more else ""
        if fact.next_on:
            yield self.cast.all_sides, f"agree: {news.round_named(fact.round + 1)} opens on {long(fact.next_on)}."
        if self.cast.case.calendar.rounds > 1:
            yield "The round", f"ends: {self.cast.ending(fact.ending)}."


def _together(fact: Fact) -> object:
    """What is told in one row: the answers of one delegation to the texts of a session."""
    if not isinstance(fact, Answer):
        return id(fact)
    return fact.delegation, "text" if fact.about in {"text", "package"} else fact.about
