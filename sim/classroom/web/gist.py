"""The gist of a day, or of a stretch of quiet ones: a few short phrases, and the rows that matter most."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from sim.case.days import listed
from sim.classroom.web.told import Notebook, Row, Told
from sim.report.story.cast import Cast
from sim.report.story.counts import counted, sentence
from sim.report.story.telling import Telling
from sim.talks.facts import Agreed, Answer, Closed, Fact, FrontDay, NoShow, Opened, Question, Return, Vote, Walkout

MET: Final = {"not_held": "No session", "called_off": "The session is called off", "no_show": "No round opens"}
PUT: Final = {"list": "the list", "order": "the order", "package": "the texts", "text": "the texts"}


def gist(told: Told, cast: Cast) -> str:
    """A day in at most two short sentences, such as ``Two attacks. Both sides refuse the texts.``."""
    facts = [fact for day in told.days for fact in day.facts]
    said = {kind: phrase for kind in PHRASES if (phrase := _phrase(kind, facts, cast))}
    held = [MET[told.day.meeting]] if told.day.meeting in MET and Walkout not in said else []
    chosen = list(said)[: 2 - len(held)]
    chosen.sort(key=lambda kind: next(place for place, fact in enumerate(facts) if isinstance(fact, kind)))
    return " ".join(sentence(one) for one in [*held, *(said[kind] for kind in chosen)]) or "Quiet."


def chief(told: Told, cast: Cast) -> tuple[Row, ...]:
    """The rows of a day that matter most, in the words of its story."""
    if not told.day.meeting:
        return told.rows[:2]
    facts = told.day.facts
    kinds = [kind for kind in PHRASES if _phrase(kind, facts, cast)][:2]
    matter = [fact for fact in facts if type(fact) in kinds and not isinstance(fact, Answer | Walkout | Closed)]
    notes = Notebook()
    telling = Telling(notes, cast)
    telling.why_not(told.day)
    telling.tell_all(matter)
    telling.tell_all(_in_full(_refusals(facts), facts) if Answer in kinds else [])
    over = [fact for fact in facts if isinstance(fact, Walkout)]
    left = [Row(cast.side(one.delegation), f"walks out: {cast.reason(one.reason)}.") for one in over]
    ends = [Row("The round", f"ends: {cast.ending(one.ending)}.") for one in facts if isinstance(one, Closed)]
    return (*notes.take()[:4], *left, *ends)


def _phrase(kind: type, facts: Sequence[Fact], cast: Cast) -> str:
    these = [fact for fact in facts if isinstance(fact, kind)]
    return PHRASES[kind](these, cast) if these else ""


def _walkouts(these: Sequence[Walkout], cast: Cast) -> str:
    return f"{listed([cast.name(one.delegation) for one in these])} {'walks' if len(these) == 1 else 'walk'} out"


def _closed(these: Sequence[Closed], cast: Cast) -> str:
    return f"Ends: {cast.ending(these[-1].ending)}"


def _no_shows(these: Sequence[NoShow], cast: Cast) -> str:
    names = [cast.name(key) for key in dict.fromkeys(one.delegation for one in these)]
    return f"{listed(names)} {'stays' if len(names) == 1 else 'stay'} away"


def _agreed(these: Sequence[Agreed], cast: Cast) -> str:
    return ". ".join(
        f"{cast.quoted(one.issues)} signed" if one.issues else f"The {one.about} is agreed" for one in these
    )


def _returns(these: Sequence[Return], cast: Cast) -> str:
    return f"{cast.name(these[-1].delegation)} is back"


def _opened(these: Sequence[Opened], cast: Cast) -> str:  # noqa: ARG001 - every kind is put into words alike
    return "" if these[-1].played else "Another round opens"


def _votes(these: Sequence[Vote], cast: Cast) -> str:  # noqa: ARG001 - every kind is put into words alike
    return f"The Council {'adopts' if these[-1].adopted else 'does not adopt'} a text"


def _fronts(these: Sequence[FrontDay], cast: Cast) -> str:
    pause = [f"The pause {word}" for word in _turns(these)]
    return ". ".join([*filter(None, [attacks(these, cast)]), *pause])


def _turns(these: Sequence[FrontDay]) -> Iterator[str]:
    if any(one.pause_begins for one in these):
        yield "begins"
    if any(one.prolonged_to for one in these):
        yield "goes on"
    if any(one.pause_ends for one in these):
        yield "ends"


def attacks(these: Sequence[FrontDay], cast: Cast) -> str:
    """The attacks of these days, those that the case dates by their keys in words."""
    named = [key.replace("_", " ") for one in these for key in one.events if cast.case.events[key].kind == "attack"]
    more = max(0, sum(one.attacks for one in these) - len(named))
    return ", ".join([*named, *([counted(more, "attack")] if more else [])])


def _answers(these: Sequence[Answer], cast: Cast) -> str:
    refused = _refusals(these)
    if not refused:
        return ""
    keys = list(dict.fromkeys(one.delegation for one in refused))
    who = cast.all_sides if len(keys) == len(cast.places) else listed([cast.name(key) for key in keys])
    what = PUT.get(refused[0].about)
    if what is None:
        return "No date is named"
    return f"{who} {'refuse' if len(keys) > 1 else 'refuses'} {what}"


def _refusals(facts: Sequence[Fact]) -> list[Answer]:
    """The refusals of the weightiest question of a day: texts, else the list or the order, else a date."""
    given = [fact for fact in facts if isinstance(fact, Answer) and not fact.yes]
    for abouts in ({"text", "package"}, {"list", "order"}, {"date"}):
        if found := [one for one in given if one.about in abouts]:
            return found
    return []


def _in_full(refused: Sequence[Answer], facts: Sequence[Fact]) -> list[Fact]:
    """What was refused, and all that those who refuse something answer to it; who is away is told already."""
    put = {one.about for one in refused}
    who = {(one.delegation, PUT.get(one.about)) for one in refused if one.motive != "away"}
    return [
        fact
        for fact in facts
        if (isinstance(fact, Question) and fact.about in put)
        or (isinstance(fact, Answer) and (fact.delegation, PUT.get(fact.about)) in who)
    ]


PHRASES: Final[dict[type, Callable[[Any, Cast], str]]] = {
    Walkout: _walkouts,
    NoShow: _no_shows,
    Closed: _closed,
    Agreed: _agreed,
    Return: _returns,
    Opened: _opened,
    Vote: _votes,
    FrontDay: _fronts,
    Answer: _answers,
}
"""Kinds of facts, the weightiest first, each with its short phrase."""
