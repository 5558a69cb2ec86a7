"""What happened outside the room on a day: at the fronts, in the council, and who is back or stays away."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sim.case.event import Affront as AffrontEvent
from sim.talks.actors import NO
from sim.talks.circumstances import Front
from sim.talks.facts import Affront, Fact, FrontDay, NoShow, Opened, Proposal, Return, Vote
from sim.talks.records import Nouns
from sim.talks.seating import Seated


def fronts(seated: Seated, nouns: Nouns, today: date) -> Iterator[FrontDay]:
    """The day at each front."""
    day = nouns["room"].day
    for key, front in zip(seated.fronts, nouns["fronts"], strict=True):
        yield FrontDay(
            front=key,
            attacks=front.attacks,
            author=author(seated, front.author),
            people=front.people,
            out=front.out,
            pause_begins=day == front.pause_from,
            prolonged_to=seated.date_of(front.pause_last) if front.prolonged_today else None,
            pause_ends=front.pause_from <= day == front.pause_last and not prolonged(seated, key, front, today),
            events=events(seated, today, key),
        )


def prolonged(seated: Seated, key: str, front: Front, today: date) -> bool:
    """Whether a pause goes on after its last day: prolonged today, or by a dated event tomorrow."""
    tomorrow = events(seated, today + timedelta(days=1), key)
    return bool(front.prolonged_today) or any(seated.scenario.events[one].kind == "prolongation" for one in tomorrow)


def author(seated: Seated, row: int) -> str:
    """Who is known to have made the attacks of the day."""
    if row < 0:
        return ""
    return seated.delegations[row] if row < len(seated.delegations) else "outsiders"


def events(seated: Seated, today: date, front: str) -> tuple[str, ...]:
    """The dated events of a day at a front."""
    dated = seated.scenario.events
    return tuple(key for key in sorted(dated) if dated[key].date == today and getattr(dated[key], "at", "") == front)


def outside(seated: Seated, nouns: Nouns, today: date) -> Iterator[Fact]:
    """The morning's news: the fronts, affronts, the council."""
    yield from fronts(seated, nouns, today)
    for key, event in sorted(seated.scenario.events.items()):
        if isinstance(event, AffrontEvent) and event.date == today:
            yield Affront(event.to, key)
    if nouns["council"].sits:
        yield vote(seated, nouns)


def vote(seated: Seated, nouns: Nouns) -> Vote:
    """How the council voted."""
    given = seated.scenario.council
    members = sorted(given.members) if given else []
    vetoes = [key for key, one in zip(members, nouns["members"], strict=True) if one.permanent and one.answer == NO]
    council = nouns["council"]
    first = council.refusals == (0 if council.adopted else 1)
    return Vote(council.votes, len(members), tuple(vetoes), council.adopted == 1, not first and council.softening > 0.0)


def returns(seated: Seated, nouns: Nouns, left_on: dict[str, int]) -> Iterator[Return]:
    """Who is back, and after how many days."""
    for key, delegation in zip(seated.delegations, nouns["delegations"], strict=True):
        if delegation.returned:
            yield Return(key, nouns["room"].day - left_on[key])


def openings(seated: Seated, nouns: Nouns) -> Iterator[Fact]:
    """Who does not come to an opening, and whether a round opens."""
    room = nouns["room"]
    here = list(zip(seated.delegations, nouns["delegations"], strict=True))
    for key, delegation in here:
        if delegation.absent:
            yield NoShow(key, delegation.away == 1)
    if room.opening and not any(delegation.absent for _, delegation in here):
        yield Opened(seated.number_of(room.round), room.round <= room.rounds)


def meetings(seated: Seated, nouns: Nouns, callers: Sequence[str]) -> Iterator[Proposal]:
    """A meeting of the great powers that is proposed: by those who call it, else by those who do so by the rules."""
    powers = nouns["great_powers"]
    if powers.proposed:
        usual = [key for key in seated.sponsors if seated.scenario.sponsors[key].proposes_meetings]
        yield Proposal(tuple(callers or usual), powers.met_today == 1, powers.cooperation)
