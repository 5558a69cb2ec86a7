"""The whole story of one table, all secrets open: day by day, who chose what, and what else could be chosen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.classroom.table import wording
from sim.classroom.table.own_brief import called
from sim.classroom.web.debrief.deciding import capital
from sim.classroom.web.debrief.offers import Offer, offers
from sim.classroom.web.debrief.scores import Other, Score, others, scores
from sim.classroom.web.lesson.plan import letter
from sim.classroom.web.told import Told, told
from sim.report.story import verdict
from sim.report.story.cast import Cast
from sim.report.story.ending import ended
from sim.report.story.telling import Telling
from sim.talks.seats import Choice

if TYPE_CHECKING:
    from datetime import date

    from sim.classroom.lesson.ended import Played
    from sim.classroom.table.options import Option
    from sim.classroom.web.debrief.remembered import Remembered
    from sim.talks.facts import Day


@dataclass(frozen=True)
class Chapter:
    """A stretch of days as it is told, with what people chose in it and what could have been chosen on its last day."""

    told: Told
    number: int
    chosen: tuple[tuple[str, str], ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Story:
    """All that the page of a table shows."""

    letter: str
    outcome: str
    verdict: list[tuple[str, str]]
    people: str
    choices: int
    events: int
    scores: list[Score]
    others: list[Other]
    chapters: list[Chapter]
    alone: str


def story(one: "Played", memory: "Remembered") -> Story:
    """Put the page of a table together."""
    cast = Cast(one.table.case)
    names = [called(role, cast) for role in one.people]
    return Story(
        letter=letter(one.number),
        outcome=capital(ended(one.course, cast)),
        verdict=[(who, what) for who, what in verdict.rows(one.course, cast) if what],
        people=", ".join(names),
        choices=sum(made.day <= one.table.day for made in one.table.choices()),
        events=one.events,
        scores=scores(one),
        others=others(one),
        chapters=list(chapters(one, cast, memory.offered(one))),
        alone=ended(memory.alone(one), cast),
    )


def chapters(one: "Played", cast: Cast, there: "Mapping[int, Mapping[str, Sequence[Option]]]") -> Iterator[Chapter]:
    """The story in the words of the terminal, nothing left out."""
    start, made = one.table.case.calendar.start, one.table.choices()
    for stretch in told(one.table.days, lambda page: Telling(page, cast)):
        numbers = {(day.date - start).days for day in stretch.days}
        last = max(numbers)
        today = [choice for choice in made if choice.day == last]
        yield Chapter(
            stretch, last, tuple(chosen([choice for choice in made if choice.day in numbers], cast)),
            tuple(offers(last, there[last], today, cast)) if last in there else (),
        )  # fmt: skip


def chosen(made: Sequence[Choice], cast: Cast) -> Iterator[tuple[str, str]]:
    """Who chose what, in words; the same on several days once."""
    said = {(one.who, wording.noted(one.name, _value(one), cast)): None for one in made}
    for who, what in said:
        yield (cast.side(who) if who in cast.places else called(who, cast)), what


def _value(one: Choice) -> "bool | float | str | tuple[str, ...]":
    return one.value if isinstance(one.value, bool | float | str) else tuple(one.value)


def from_day(days: "Sequence[Day]", cast: Cast, begins: "date") -> list[Told]:
    """The story from a day on, told as one who knows what was before."""
    return [stretch for stretch in told(days, lambda page: Telling(page, cast)) if stretch.day.date >= begins]
