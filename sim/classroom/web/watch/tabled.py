"""What is put to the parties, or to the council, in a moment: the diamonds of the timeline."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sim.classroom.web.told import Told
from sim.report.story.cast import Cast
from sim.talks.facts import Agreed, Answer, Question, Texts, Vote

MOST: Final = 3
"""So many diamonds stand in a column."""


@dataclass(frozen=True)
class Tabled:
    """A list, an order, a date, a text or a draft that is put; `agreed` fills its diamond."""

    name: str
    agreed: bool


def tabled(told: Told, cast: Cast, letters: int) -> Iterator[Tabled]:
    """What is put in a moment, at most three; what is put again and again stands once, as it was answered last."""
    found = {one.name: one for day in told.days for one in _of_day(day.facts, cast)}
    for one in list(found.values())[-MOST:]:
        yield Tabled(one.name if len(one.name) <= letters else one.name[: letters - 1] + "…", one.agreed)


def _of_day(facts: tuple[object, ...], cast: Cast) -> Iterator[Tabled]:
    signed = {fact.about for fact in facts if isinstance(fact, Agreed)}
    for fact in facts:
        match fact:
            case Question(about="date"):
                yes = [one.yes for one in facts if isinstance(one, Answer) and one.about == "date"]
                yield Tabled("date", all(yes))
            case Question():
                yield Tabled(fact.about, fact.about in signed)
            case Texts():
                yield Tabled(_named(fact, cast), "text" in signed)
            case Vote():
                yield Tabled("Council", fact.adopted)
            case _:
                pass


def _named(fact: Texts, cast: Cast) -> str:
    alone = [key for key in fact.texts if key not in fact.together]
    if fact.together and not alone:
        return "package" if len(fact.together) > 1 else cast.issue(fact.together[0])
    pieces = len(alone) + bool(fact.together)
    return cast.issue(alone[0]) if pieces == 1 else f"{pieces} texts"
