"""The days before, between and after the sessions: told where something happens, summed up where not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sim.commands.days import short
from sim.commands.ink import inked
from sim.commands.page import Page
from sim.commands.story import news, protocol
from sim.commands.story.cast import Cast
from sim.commands.story.counts import counted, heads, spelled
from sim.commands.story.introduction import span
from sim.commands.story.news import Said
from sim.talks.facts import Affront, Answer, Closed, Day, FrontDay, Met, NoShow, Opened, Question, Return, Vote

EVE = 7
"""So many days before the first session every day at a front is told."""


@dataclass
class Quiet:
    """A stretch of days at one front that are summed up."""

    first: date
    last: date
    attacks: int = 0
    established: int = 0
    people: float = 0.0
    out: float = 0.0

    def add(self, day: date, fact: FrontDay) -> None:
        """Add a day."""
        self.last = day
        self.attacks += fact.attacks
        self.established += fact.attacks if fact.author else 0
        self.people += fact.people
        self.out = fact.out


class Interlude:
    """The days that are not days of a round, in rows of who and what, each with its date."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self.page, self.cast = page, cast
        self.title = ""
        self.begun = False
        self.quiet: dict[str, Quiet] = {}
        self.last_who = ""

    def begin(self, title: str) -> None:
        """Start a stretch, under a title that is printed as soon as there is something to tell."""
        self.title, self.begun, self.last_who = title, False, ""

    def end(self) -> None:
        """Sum up what was quiet until now."""
        for key, quiet in self.quiet.items():
            if quiet.attacks or quiet.people >= 1:
                self.row(self.cast.front(key), summed(quiet))
        self.quiet = {}

    def day(self, day: Day) -> None:
        """Tell what there is to tell of a day."""
        if any(quiet.last.month != day.date.month for quiet in self.quiet.values()):
            self.end()
        for who, what in self.worth_telling(day):
            self.row(who, f"{short(day.date)}: {what}")

    def row(self, who: str, what: str) -> None:
        """Print who and what, who only where it is somebody else than before."""
        if not self.begun:
            self.page.line()
            self.page.header(inked(f"   {self.title}", "strong"))
            self.begun = True
        self.page.said("" if who == self.last_who else who, what)
        self.last_who = who

    def worth_telling(self, day: Day) -> Iterator[Said]:
        """What of a day is told at once; a front's day without news is kept for the sum."""
        cast = self.cast
        answers = [fact for fact in day.facts if isinstance(fact, Answer)]
        for fact in day.facts:
            match fact:
                case FrontDay():
                    yield from self.front(day, fact)
                case Affront():
                    yield news.affront(fact, cast)
                case Vote():
                    yield news.vote(fact, cast)
                case Return():
                    yield news.returned(fact, cast)
                case NoShow():
                    yield news.no_show(fact, cast)
                case Question():
                    yield cast.mediator, asked(fact, answers, cast)
                case Opened():
                    yield news.opened(fact, cast)
                case Met():
                    yield inked("✓", "reached"), inked(cast.threshold(fact.threshold), "reached")
                case Closed() | _:
                    pass

    def front(self, day: Day, fact: FrontDay) -> Iterator[Said]:
        """A front's day, if it brings news; or it is added to the quiet ones."""
        news_of_it = fact.events or fact.pause_begins or fact.prolonged_to or fact.pause_ends
        eve = 0 < (self.cast.case.calendar.start - day.date).days <= EVE and (fact.attacks or fact.people)
        if news_of_it or eve:
            yield news.front(fact, self.cast, of_all=False)
        else:
            self.quiet.setdefault(fact.front, Quiet(day.date, day.date)).add(day.date, fact)


def summed(quiet: Quiet) -> str:
    """A stretch of quiet days in words, as in ``16 to 28 February: 14 attacks, three of them established``."""
    parts = []
    if quiet.attacks:
        known = spelled(quiet.established) if quiet.established else "none"
        found = f", {known} of them established" if quiet.attacks > 1 else ""
        parts.append(counted(quiet.attacks, "attack") + found)
    if quiet.people >= 1:
        parts.append(f"{news.leave(quiet.people).lower()}, {heads(quiet.out)} so far")
    return f"{span(quiet.first, quiet.last)}: {'; '.join(parts)}."


def asked(question: Question, answers: list[Answer], cast: Cast) -> str:
    """The mediator asks for a date, and who names one."""
    named = "; ".join(f"{cast.side(one.delegation)} {protocol.dated(one, cast)}" for one in answers)
    return f"{protocol.question(question, cast)[1]} {named}."
