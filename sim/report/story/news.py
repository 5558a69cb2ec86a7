"""News from outside the room, in words: the fronts, the council, the powers, who comes and goes."""

from sim.case.days import listed, long, numbered
from sim.case.number import centre
from sim.report.story.cast import Cast
from sim.report.story.counts import counted, gone, heads, sentence
from sim.talks.facts import Affront, FrontDay, NoShow, Opened, Proposal, Return, Vote

Said = tuple[str, str]
"""Who, and what."""

ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def front(fact: FrontDay, cast: Cast, *, of_all: bool = False, quiet: str = "") -> Said:
    """A day at a front; `of_all` says how many people were trapped there, `quiet` that there was no attack."""
    parts = [
        _pause(fact, cast),
        _attacks(fact, cast) if fact.attacks else quiet,
        _people(fact, cast, of_all=of_all),
        _prolonged(fact, cast),
        "The pause ends at midnight; it is not prolonged." if fact.pause_ends else "",
    ]
    return cast.front(fact.front), " ".join(filter(None, parts))


def _named(fact: FrontDay, cast: Cast, kind: str) -> list[str]:
    """How the case itself tells the dated events of this kind."""
    return [sentence(cast.event(key)) for key in fact.events if cast.case.events[key].kind == kind and cast.event(key)]


def _pause(fact: FrontDay, cast: Cast) -> str:
    pause = cast.case.ground[fact.front].pause
    if not fact.pause_begins or pause is None:
        return ""
    return f"A pause of {counted(pause.days, 'day')} begins."


def _attacks(fact: FrontDay, cast: Cast) -> str:
    named = _named(fact, cast, "attack")
    more = fact.attacks - len(named)
    drawn = [sentence(counted(more, "more attack" if named else "attack"))] if more > 0 else []
    return " ".join([*named, *drawn, found(fact, cast)])


def found(fact: FrontDay, cast: Cast) -> str:
    """Who made the attacks of a day, as far as anybody knows."""
    if fact.author:
        return f"By whom is established: {cast.name(fact.author)}."
    accusers = [key for key in cast.places if accused(key, fact.front, cast)]
    if not accusers:
        return "By whom is not established."
    return f"By whom is not established; {_accusations(accusers, fact.front, cast)}."


def _accusations(accusers: list[str], front: str, cast: Cast) -> str:
    if len(accusers) == len(cast.places):
        return "each side says the other" if len(accusers) == 2 else "each side says it was another"
    return listed(
        [f"{cast.name(key)} says {listed(_names(accused(key, front, cast), cast), 'or')}" for key in accusers]
    )


def accused(delegation: str, front: str, cast: Cast) -> list[str]:
    """Whom a delegation holds for the authors of what is not established."""
    if centre(cast.case.delegations[delegation].blame_bias) <= 0:
        return []
    authors = cast.case.ground[front].authors
    return [key for key in cast.places if key != delegation and centre(authors.get(key, 0.0)) > 0]


def _names(delegations: list[str], cast: Cast) -> list[str]:
    return [cast.name(key) for key in delegations]


def _people(fact: FrontDay, cast: Cast, *, of_all: bool) -> str:
    named = " ".join(_named(fact, cast, "evacuation"))
    trapped = centre(cast.case.ground[fact.front].trapped)
    if fact.people <= 0:
        return named
    of = f", of about {trapped:,.0f}" if of_all else ""
    told = leave(gone(fact.out, fact.people))
    if named:
        return f"{named} {heads(fact.out)} are out{of}." if of or fact.out - fact.people >= 1 else named
    return f"{told}, {heads(fact.out)} so far{of}." if fact.out - fact.people >= 1 else f"{told}{of}."


def leave(people: int) -> str:
    """So many people leave."""
    return {0: "Nobody leaves", 1: "One person leaves"}.get(people, f"{people:,} people leave")


def _prolonged(fact: FrontDay, cast: Cast) -> str:
    if fact.prolonged_to is None:
        return ""
    return " ".join(_named(fact, cast, "prolongation")) or f"The pause is prolonged to {long(fact.prolonged_to)}."


def affront(fact: Affront, cast: Cast) -> Said:
    """A delegation is slighted."""
    named = cast.event(fact.event)
    told = f"{sentence(named)} It takes offence." if named else "is slighted."
    return cast.side(fact.delegation), told


def vote(fact: Vote, cast: Cast) -> Said:
    """The council votes."""
    names = cast.case.council.draft.names if cast.case.council else ()
    about = f" on {cast.quoted(names)}" if names else ""
    text = f"{'a softened text' if fact.softened else 'the draft'}{about}"
    votes = f"{numbered(fact.votes, 'vote')} of {fact.members}"
    if fact.adopted:
        return "Council", f"adopts {text}, {votes}."
    veto = f"; {listed([cast.member(key) for key in fact.vetoes])} cast a veto" if len(fact.vetoes) > 1 else ""
    veto = f"; {cast.member(fact.vetoes[0])} casts its veto" if len(fact.vetoes) == 1 else veto
    return "Council", f"does not adopt {text}: {votes}{veto}."


def returned(fact: Return, cast: Cast) -> Said:
    """A delegation is back."""
    when = "the next day" if fact.days == 1 else f"after {counted(fact.days, 'day')}"
    return cast.side(fact.delegation), f"is back {when}."


def no_show(fact: NoShow, cast: Cast) -> Said:
    """A delegation does not come."""
    return cast.side(
        fact.delegation
    ), "is still away: no round opens." if fact.away else "does not come: no round opens."


def opened(fact: Opened, cast: Cast) -> Said:
    """A round opens."""
    return cast.all_sides, f"meet; {round_named(fact.round)} opens."


def round_named(number: int) -> str:
    """A round by its number: ``the third round``."""
    return f"the {ORDINALS[number]} round" if number < len(ORDINALS) else f"round {number}"


def proposal(fact: Proposal, cast: Cast) -> Said:
    """A meeting of the great powers is proposed."""
    proposing = listed([cast.sponsor(key) for key in fact.sponsors])
    verb = "proposes" if len(fact.sponsors) == 1 else "propose"
    held = "It is held; the powers work together a little better." if fact.held else "It is not held."
    return proposing, f"{verb} a meeting of all. {held}"
