"""Stretches in which nothing new happens, summed up: attacks at a front, a question with the same answers."""

from dataclasses import dataclass
from datetime import date

from sim.case.days import short
from sim.report.story import news
from sim.report.story.counts import counted, gone, heads, spelled
from sim.report.story.introduction import span
from sim.talks.facts import FrontDay


@dataclass
class Quiet:
    """A stretch of days at one front."""

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

    def words(self) -> str:
        """The stretch, as in ``16 to 28 February: 14 attacks, three of them established.``; or nothing."""
        parts = []
        if self.attacks:
            known = spelled(self.established) if self.established else "none"
            found = f", {known} of them established" if self.attacks > 1 else ""
            parts.append(counted(self.attacks, "attack") + found)
        if left := gone(self.out, self.people):
            parts.append(f"{news.leave(left).lower()}, {heads(self.out)} so far")
        return f"{span(self.first, self.last)}: {'; '.join(parts)}." if parts else ""


@dataclass
class Repeated:
    """A question that is put again and again, and gets the same answers."""

    answers: tuple[object, ...] = ()
    times: int = 0
    last: date = date.min

    def same(self, day: date, answers: tuple[object, ...]) -> bool:
        """Whether the answers are those of the last time; if so, it is counted."""
        if answers != self.answers:
            self.answers = answers
            return False
        self.times, self.last = self.times + 1, day
        return True

    def words(self) -> str:
        """How often it was put in vain; or nothing. Then the count begins anew."""
        times, self.times = self.times, 0
        if times == 0:
            return ""
        when = short(self.last) if times == 1 else f"Until {span(self.last, self.last)}"
        often = {1: "", 2: " twice"}.get(times, f" {spelled(times)} times")
        return f"{when}: asks again{often}; the answers stay the same."
