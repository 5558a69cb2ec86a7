"""The days before, between and after the sessions: told where something happens, summed up where not."""

from collections.abc import Iterator

from sim.case.days import short
from sim.report.story import news, protocol
from sim.report.story.cast import Cast
from sim.report.story.news import Said
from sim.report.story.quiet import Quiet, Repeated
from sim.report.story.say import say
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page
from sim.talks.facts import Affront, Answer, Day, FrontDay, Met, NoShow, Opened, Question, Return, Vote

EVE = 7
"""So many days before the first session every day at a front is told."""


class Interlude:
    """The days that are not days of a round, in rows of who and what, each with its date."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self.page, self.cast = page, cast
        self.title = ""
        self.begun = False
        self.quiet: dict[str, Quiet] = {}
        self.asked = Repeated()
        self.last_who = ""

    def begin(self, title: str) -> None:
        """Start a stretch, under a title that is printed as soon as there is something to tell."""
        self.title, self.begun, self.last_who, self.asked = title, False, "", Repeated()

    def end(self) -> None:
        """Sum up what was not told until now."""
        self.sum_up(list(self.quiet))
        self.sum_answers()

    def sum_up(self, fronts: list[str]) -> None:
        """Sum up the quiet days at these fronts."""
        for key in fronts:
            if words := self.quiet.pop(key).words():
                self.row(self.cast.front(key), words)

    def sum_answers(self) -> None:
        """Sum up how often the mediator asked in vain."""
        if words := self.asked.words():
            self.row(self.cast.mediator, words)

    def day(self, day: Day) -> None:
        """Tell what there is to tell of a day."""
        self.sum_up([key for key, quiet in self.quiet.items() if quiet.last.month != day.date.month])
        for who, what in self.worth_telling(day):
            self.sum_answers()
            self.row(who, f"{short(day.date)}: {what}")

    def row(self, who: str, what: str) -> None:
        """Print who and what, who only where it is somebody else than before."""
        if not self.begun:
            self.page.line()
            self.page.header(inked(f"   {self.title}", "strong"))
            self.begun = True
        say(self.page, "" if who == self.last_who else who, what)
        self.last_who = who

    def worth_telling(self, day: Day) -> Iterator[Said]:
        """What of a day is told at once."""
        for fact in day.facts:
            match fact:
                case FrontDay():
                    yield from self.front(day, fact)
                case Question():
                    yield from self.question(day, fact)
                case Affront():
                    yield news.affront(fact, self.cast)
                case Vote():
                    yield news.vote(fact, self.cast)
                case Return():
                    yield news.returned(fact, self.cast)
                case NoShow():
                    yield news.no_show(fact, self.cast)
                case Opened():
                    yield news.opened(fact, self.cast)
                case Met():
                    yield self.met(fact.threshold)
                case _:
                    pass

    def front(self, day: Day, fact: FrontDay) -> Iterator[Said]:
        """A front's day, if it brings news; or it is added to the quiet ones."""
        brings_news = fact.events or fact.pause_begins or fact.prolonged_to or fact.pause_ends
        eve = 0 < (self.cast.case.calendar.start - day.date).days <= EVE and (fact.attacks or fact.people)
        if brings_news or eve:
            self.sum_up([key for key in self.quiet if key == fact.front])
            yield news.front(fact, self.cast)
        else:
            self.quiet.setdefault(fact.front, Quiet(day.date, day.date)).add(day.date, fact)

    def met(self, threshold: str) -> Said:
        """A threshold is met; how many people are out is told before it."""
        if self.cast.case.thresholds[threshold].kind == "evacuated":
            self.sum_up(list(self.quiet))
        return inked("✓", "reached"), inked(self.cast.threshold(threshold), "reached")

    def question(self, day: Day, fact: Question) -> Iterator[Said]:
        """The mediator asks for a date, and who names one; the same answers again are kept for the sum."""
        given = [one for one in day.facts if isinstance(one, Answer)]
        asked = self.asked
        if asked.same(day.date, tuple((one.delegation, one.yes, one.motive == "away") for one in given)):
            return
        named = "; ".join(f"{self.cast.side(one.delegation)} {protocol.dated(one, self.cast)}" for one in given)
        yield self.cast.mediator, f"{protocol.question(fact, self.cast)[1]} {named}."
