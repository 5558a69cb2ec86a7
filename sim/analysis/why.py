"""Why a run ended as it did: the same world without each event, and with each choice turned round."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from sim.analysis import request
from sim.analysis.card import Card
from sim.case.scenario import Scenario
from sim.rules.endings import ENDINGS
from sim.rules.formats import FORMATS
from sim.study import provenance
from sim.talks import war
from sim.talks.actors import NEVER
from sim.talks.facts import Answer, Day, FrontDay, NoShow, Walkout
from sim.talks.model import Talks
from sim.talks.outcome import columns, entries
from sim.talks.seating import Seated, seat
from sim.talks.seats import Choice, Refused
from sim.talks.transcript import days

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


@dataclass(frozen=True)
class Cause:
    """One thing that happened, and what the run would have come to without it.

    `kind` is `event`, `attack` or `choice`; `what` names it with the keys of the case; `day` counts from the start of
    the calendar. `choice` is what somebody chooses instead, of a choice.
    """

    kind: str
    day: int
    what: str
    choice: Choice | None
    before: Outcome
    after: Outcome

    @property
    def tipped(self) -> bool:
        """Whether the run would have ended otherwise without it."""
        return self.before.ending != self.after.ending

    @property
    def weight(self) -> tuple[float, ...]:
        """How much the run would have been another: ending, walkouts, thresholds, progress; larger is more."""
        order = list(ENDINGS)
        apart = abs(order.index(self.after.ending) - order.index(self.before.ending))
        walked = bool(self.before.walked) != bool(self.after.walked)
        met = len(self.before.met ^ self.after.met)
        return (float(self.tipped), float(walked), float(apart), float(met), abs(self.difference))

    @property
    def difference(self) -> float:
        """How much more progress there would have been."""
        return self.after.progress - self.before.progress


@dataclass(frozen=True, eq=False, repr=False)
class Why:
    """What tipped a run: everything that happened in it, by how much else the run would have been without it."""

    case: Scenario
    seed: int
    replicate: int
    outcome: Outcome
    ranked: tuple[Cause, ...]
    digest: str

    @property
    def decisive(self) -> tuple[Cause, ...]:
        """Those without which the run would have ended otherwise."""
        return tuple(one for one in self.ranked if one.tipped)

    @property
    def frame(self) -> pd.DataFrame:
        """A row a cause, in the order of rank: what it was, and what would have come of it."""
        rows = [
            {
                "kind": one.kind, "day": one.day, "what": one.what, "ending": one.after.ending, "tipped": one.tipped,
                "walked": ", ".join(sorted(one.after.walked)),
                "gained": ", ".join(sorted(one.after.met - one.before.met)),
                "lost": ", ".join(sorted(one.before.met - one.after.met)), "progress": one.difference,
            }
            for one in self.ranked
        ]  # fmt: skip
        return pd.DataFrame(rows, index=pd.RangeIndex(1, len(rows) + 1, name="rank"))

    def card(self) -> Card:
        """What is shown of it: the first few."""
        facts = (f"seed {self.seed}", f"replicate {self.replicate}", self.outcome.ending)
        rows = tuple((one.what, f"day {one.day}", one.after.ending) for one in (self.decisive or self.ranked)[:6])
        return Card(self.case.title, facts, ("without", "on", "it would have ended"), rows)

    def __repr__(self) -> str:
        """The causes that come first."""
        return self.card().text()

    def _repr_html_(self) -> str:
        """The same as a table, for a notebook."""
        return self.card().html()


def why(case: request.Case, seed: int = 1, replicate: int = 0) -> Why:
    """See which event or choice tipped a run, by playing the same world again without each.

    Left out one by one are: each dated event, the attacks of each day at each front that chance brought, and each
    choice: an answer is turned round, a walkout or an absence does not happen, a session is held in the other format.
    All else that chance brings stays as it was.

    Parameters
    ----------
    case
        A scenario, a path or a bundled name.
    seed, replicate
        Which run: as for `sim.watch`.

    Raises
    ------
    sim.case.Mistakes, sim.case.Unknown
        The case cannot be read.
    TypeError, ValueError
        There is no such seed or replicate.

    Examples
    --------
    >>> import sim
    >>> found = sim.why("first_scenario", seed=1, replicate=0)
    >>> found.outcome.ending, len(found.decisive) > 0
    ('adjourned_with_date', True)

    """
    seated = seat(request.scenario(case))
    begin = request.whole("seed", seed, 0, request.MOST_SEEDS - 1)
    which = request.whole("replicate", replicate, 0, request.MOST_RUNS - 1)
    talks = Talks(seated, begin, which, collect=False)
    passed = list(days(talks))
    before, digest = _outcome(talks), _digest(talks)
    talks.disperse()
    world = _World(seated, begin, which)
    found = [
        Cause(kind, day, what, choice, before, after)
        for kind, day, what, choice, replay in world.without(passed)
        if (after := _tried(replay)) is not None
    ]
    ranked = sorted(found, key=lambda one: one.weight, reverse=True)
    return Why(seated.scenario, begin, which, before, tuple(ranked), digest)


def _tried(replay: Replay) -> Outcome | None:
    """What a replay comes to; None if rule 17 does not allow the choice."""
    try:
        return replay()
    except Refused:
        return None


class _World:
    """One world, in which the run can be played again."""

    def __init__(self, seated: Seated, seed: int, replicate: int) -> None:
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
            return _outcome(talks)
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


def _outcome(talks: Talks) -> Outcome:
    found = _columns(talks)
    case = talks.seated.scenario
    return Outcome(
        ending=list(ENDINGS)[int(found["ending"][0])],
        walked=frozenset(key for key in case.delegations if found[f"walkouts.{key}"][0] > 0),
        met=frozenset(key for key in case.thresholds if found[f"met_on.{key}"][0] > NEVER),
        progress=float(found["progress"][0]),
    )


def _digest(talks: Talks) -> str:
    return provenance.digest(_columns(talks))


def _columns(talks: Talks) -> "dict[str, Column]":
    return columns(talks.seated, talks.vector()[entries(talks.seated)][None, :])
