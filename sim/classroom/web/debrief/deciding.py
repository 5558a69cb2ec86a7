"""What decided how a table ended, in a sentence, and how many simulated talks went the same way."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from sim.analysis.counts import Count
from sim.analysis.percentages import per_cent
from sim.case.days import long
from sim.report.story.counts import spelled
from sim.report.story.ending import ended, why
from sim.talks.actors import NEVER
from sim.talks.facts import Agreed

if TYPE_CHECKING:
    from sim.analysis.ensemble import Ensemble
    from sim.classroom.lesson.ended import Played
    from sim.report.story.cast import Cast
    from sim.report.story.course import Course
    from sim.talks.facts import Fact

DEALS: Final = ("comprehensive", "partial")


MOST_NAMED: Final = 2
"""With more texts than this it is said how many were signed, not which."""


def decided(course: "Course", cast: "Cast") -> str:
    """How it ended, what was signed when, and what the ending hung on."""
    also = () if course.outcome["ending"] in DEALS else signatures(course, cast)
    return " ".join([ending_of(course, cast), *also, *(f"{one}." for one in why(course, cast))])


def ending_of(course: "Course", cast: "Cast") -> str:
    """How it ended; of a partial deal how much was signed."""
    if course.outcome["ending"] == "partial":
        return " ".join(signatures(course, cast))
    return capital(ended(course, cast))


def capital(words: str) -> str:
    """As a sentence begins."""
    return words[:1].upper() + words[1:]


def signatures(course: "Course", cast: "Cast") -> Iterator[str]:
    """What was signed, and the last day on which something was."""
    signed = [(day, fact) for day in course.days for fact in day.facts if _signs(fact)]
    if not signed:
        return
    keys, last = course.agreed(), long(signed[-1][0].date)
    if len(keys) > MOST_NAMED:
        signed_of = f"{spelled(len(keys)).capitalize()} of {spelled(len(cast.case.issues))}"
        yield f"{signed_of} texts were signed, the last on {last}."
    else:
        which = "was" if len(keys) == 1 else "were"
        yield f"{cast.quoted(keys)} {which} signed{', the last' if len(signed) > 1 else ''} on {last}."


def _signs(fact: "Fact") -> bool:
    return isinstance(fact, Agreed) and fact.about == "text"


def alike(one: "Played", ensemble: "Ensemble") -> Count:
    """How many simulated talks have the same ending, the same texts signed and the same delegations walked out."""
    names = [name for name in ensemble.columns if name.startswith(("agreed_on.", "walkouts."))]
    same = ensemble.columns["ending"] == one.columns["ending"][0]
    for name in names:
        least = NEVER if name.startswith("agreed_on.") else 0
        same &= (ensemble.columns[name] > least) == (one.columns[name][0] > least)
    return Count(int(np.count_nonzero(same)), ensemble.runs)


def frequency(one: "Played", ensemble: "Ensemble") -> str:
    """How frequent it is that talks go like this table."""
    found = alike(one, ensemble)
    if not found.times:
        return f"None of {found.runs:,} simulated talks went like it."
    if found.times < found.runs / 100:
        return f"{found.times:,} of {found.runs:,} simulated talks went like it."
    return f"{per_cent(*found)} of simulated talks went like it."
