"""One world, played again without something that happened in it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sim.rules.endings import ENDINGS
from sim.rules.formats import FORMATS
from sim.talks import war
from sim.talks.actors import NEVER
from sim.talks.facts import Answer, Day, FrontDay, NoShow, Walkout
from sim.talks.model import Talks
from sim.talks.outcome import columns, entries
from sim.talks.seating import Seated, seat
from sim.talks.seats import Choice

if TYPE_CHECKING:
    from sim.talks.circumstances import Front, Room
    from sim.talks.outcome import Column

Replay = Callable[[], "Outcome"]


class Outcome(NamedTuple):
    """What a run came to: its ending, who walked out, which thresholds were met, and progress."""

    ending: str
    walked: frozenset[str]
    met: frozenset[str]
    progress: float


class World:
    """One world, in which the run can be played again."""

    def __init__(self, seated: Seated, seed: int, replicate: int) -> None:
        """Remember the case and its luck."""
        self.seated, self.seed, self.replicate = seated, seed, replicate

    def without(self, passed: list[Day]) -> Iterator[tuple[str, int, str, Choice | None, Replay]]:
        """Everything that happened: its kind, day and name, and how the run is played without it."""
        start = self.seated.scenario.calendar.start
        for key, event in self.seated.scenario.events.items():
            yield "event", (event.date - start).days, key, None, partial(self.lacking, key)
        for day in passed:
            number = (day.date - start).days
            for fact in day.facts:
                if isinstance(fact, FrontDay) and fact.attacks > len(fact.events):
                    what = f"{fact.attacks} at {fact.front}"
                    yield "attack", number, what, None, partial(self.quiet, fact.front, number)
            for choice in turned_round(day, number):
                what = f"{choice.who} {choice.name}={choice.value}"
                yield "choice", number, what, choice, partial(self.choosing, choice)

    def lacking(self, event: str) -> Outcome:
        """The run without a dated event."""
        case = self.seated.scenario
        events = {key: one for key, one in case.events.items() if key != event}
        return self.played(Talks(seat(case.model_copy(update={"events": events})), *self.luck, collect=False))

    def quiet(self, front: str, day: int) -> Outcome:
        """The run in which chance brings no attack at a front on a day."""
        talks = Talks(self.seated, *self.luck, collect=False)
        place = self.seated.fronts.index(front)
        hush(talks, talks.nouns["fronts"][place], day)
        return self.played(talks)

    def choosing(self, choice: Choice) -> Outcome:
        """The run in which somebody chooses otherwise, once."""
        talks = Talks(self.seated, *self.luck, collect=False)
        talks.choose(choice)
        return self.played(talks)

    @property
    def luck(self) -> tuple[int, int]:
        """Seed and replicate."""
        return self.seed, self.replicate

    def played(self, talks: Talks) -> Outcome:
        """Play to the end."""
        try:
            while talks.running:
                talks.step()
            return outcome_of(talks)
        finally:
            talks.disperse()


def hush(talks: Talks, front: "Front", day: int) -> None:
    """Let chance bring no attack at a front on a day: it is as if it were drawn from the next day on."""
    usual = front.drawn_from
    morning = talks.planned[0]
    place = next(at for at, (do, given) in enumerate(morning) if do is war.fight and given[0] is front)

    def begin(room: "Room") -> None:
        if room.day == day:
            front.drawn_from = day + 1

    def end() -> None:
        front.drawn_from = usual

    morning[place : place + 1] = [(begin, (talks.nouns["room"],)), morning[place], (end, ())]


def turned_round(day: Day, number: int) -> Iterator[Choice]:
    """The choices of a day, each turned round."""
    for fact in day.facts:
        if isinstance(fact, Answer):
            name = f"text:{fact.issue}" if fact.about == "text" else fact.about
            yield Choice(number, fact.delegation, name, not fact.yes)
        if isinstance(fact, Walkout):
            yield Choice(number, fact.delegation, "walkout", value=False)
        if isinstance(fact, NoShow) and not fact.away:
            yield Choice(number, fact.delegation, "comes", value=True)
    if day.meeting in FORMATS:
        yield Choice(number, "mediator", "format", next(name for name in FORMATS if name != day.meeting))


def outcome_of(talks: Talks) -> Outcome:
    """What a run that is over came to."""
    found = columns_of(talks)
    case = talks.seated.scenario
    return Outcome(
        ending=list(ENDINGS)[int(found["ending"][0])],
        walked=frozenset(key for key in case.delegations if found[f"walkouts.{key}"][0] > 0),
        met=frozenset(key for key in case.thresholds if found[f"met_on.{key}"][0] > NEVER),
        progress=float(found["progress"][0]),
    )


def columns_of(talks: Talks) -> "dict[str, Column]":
    """Its outcome, column by column."""
    return columns(talks.seated, talks.vector()[entries(talks.seated)][None, :])
