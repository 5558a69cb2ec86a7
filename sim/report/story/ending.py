"""How a run ended, in a sentence, and why."""

from collections.abc import Callable, Iterator
from typing import Final

from sim.case.days import listed, long
from sim.report.story import news, protocol
from sim.report.story.cast import Cast
from sim.report.story.course import Course
from sim.talks.facts import Answer, Closed, NoShow, Walkout

REFUSED: Final = {
    "list": "refused the list",
    "order": "refused the order",
    "package": "refused",
    "date": "named no date",
}
"""What a delegation did that said no to a question."""

DECIDING: Final = ("stalemate", "adjourned_without_date", "adjourned_with_date", "partial")
"""The endings that hang on a refusal."""


def comprehensive(course: Course, cast: Cast) -> str:  # noqa: ARG001 - every ending is told from both
    """Everything is agreed."""
    return "everything was agreed."


def partial(course: Course, cast: Cast) -> str:
    """Some issues are agreed, not all."""
    agreed = course.agreed()
    return f"{cast.quoted(agreed)} {'was' if len(agreed) == 1 else 'were'} agreed, the rest was not."


def with_date(course: Course, cast: Cast) -> str:  # noqa: ARG001 - every ending is told from both
    """The round adjourned with a date for the next."""
    _, closed = course.last(Closed)
    when = f" on {long(closed[0].next_on)}" if closed[0].next_on else ""
    return f"no political agreement, but a date: {news.round_named(closed[0].round + 1)} was to open{when}."


def without_date(course: Course, cast: Cast) -> str:
    """The list is agreed, and no date."""
    if cast.settled:
        return "no political agreement, and no date for another round."
    order = "the list of items and their order were" if course.day("order_agreed_on") else "the list of items was"
    missing = "no date was" if course.day("order_agreed_on") else "neither its order nor a date was"
    return f"{order} agreed; {missing}."


def stalemate(course: Course, cast: Cast) -> str:  # noqa: ARG001 - every ending is told from both
    """Not even the list."""
    return "a stalemate: not even the list of items was agreed."


def suspended(course: Course, cast: Cast) -> str:  # noqa: ARG001 - every ending is told from both
    """The last session was called off."""
    return "the mediator called the last session off: the atmosphere was too bad."


def walkout(course: Course, cast: Cast) -> str:
    """Who was away at the close, when each had left, and over what."""
    close, _ = course.last(Closed)
    left = {fact.delegation: (day, fact) for day, fact in course.facts(Walkout) if day.date <= close.date}
    gone: dict[tuple[str, str], list[str]] = {}
    for key, (day, fact) in left.items():
        if key in close.away or day is close:
            gone.setdefault((long(day.date), fact.reason), []).append(cast.name(key))
    parts = [
        f"{listed(names)} walked out on {day}, {over(reason, cast, several=len(names) > 1)}"
        for (day, reason), names in gone.items()
    ]
    return f"{'; '.join(parts)}."


def over(reason: str, cast: Cast, *, several: bool) -> str:
    """What a walkout was over."""
    its, it = ("their", "them") if several else ("its", "it")
    return {
        "anger": f"in {cast.reason('anger')}",
        "sponsors": f"with {its} sponsors behind {it}",
        "agenda": f"over an agenda that did not suit {it}",
        "nothing_moves": "because nothing moved",
        "audience": "with an audience in the joint room",
    }[reason]


def no_show(course: Course, cast: Cast) -> str:
    """Who did not come to the last round that was to be played."""
    day, _ = course.last(Closed)
    missing = [cast.name(fact.delegation) for fact in day.facts if isinstance(fact, NoShow)]
    return f"{listed(missing)} did not come on {long(day.date)}."


ENDED: Final[dict[str, Callable[[Course, Cast], str]]] = {
    "comprehensive": comprehensive, "partial": partial, "adjourned_with_date": with_date,
    "adjourned_without_date": without_date, "stalemate": stalemate, "suspended": suspended,
    "walkout": walkout, "no_show": no_show,
}  # fmt: skip
"""Each ending, told."""


def ended(course: Course, cast: Cast) -> str:
    """The ending in a sentence."""
    return ENDED[str(course.outcome["ending"])](course, cast)


def why(course: Course, cast: Cast) -> Iterator[str]:
    """Who refused what for the last time, and why, where the ending hangs on it."""
    for about in REFUSED if course.outcome["ending"] in DECIDING else ():
        for one in course.answers(about):
            if not one.yes and one.motive:
                yield _refusal(one, cast)


def _refusal(given: Answer, cast: Cast) -> str:
    package = f" {cast.package}" if given.about == "package" else ""
    return f"{cast.side(given.delegation)} {REFUSED[given.about]}{package}: {protocol.motive(given, cast)}"
