"""Why a run ended as it did: the same world without each event, and with each choice turned round."""

from dataclasses import dataclass

import pandas as pd

from sim.analysis import request
from sim.analysis.card import Card
from sim.analysis.replay import Outcome, Replay, World, columns_of, outcome_of
from sim.case.scenario import Scenario
from sim.rules.endings import ENDINGS
from sim.study import provenance
from sim.talks.model import Talks
from sim.talks.seating import seat
from sim.talks.seats import Choice, Refused
from sim.talks.transcript import days


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
    before, digest = outcome_of(talks), provenance.digest(columns_of(talks))
    talks.disperse()
    world = World(seated, begin, which)
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
