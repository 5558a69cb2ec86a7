"""The same worlds with one change: in how many of them a walkout is averted, caused, or nothing is otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from sim.analysis import counts, request
from sim.analysis.card import Card, numbered
from sim.analysis.comparison import Comparison, compared
from sim.analysis.counts import Count
from sim.analysis.difference import Flip
from sim.analysis.ensemble import Ensemble, played
from sim.analysis.parting import parted
from sim.case import Unknown, read
from sim.case.nearest import guess, nearest
from sim.talks.seating import seat

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.study.runs import Progress
    from sim.talks.outcome import Column

WATCHED: Final = 500
"""In so many worlds it is looked up when the two courses part."""
WORLDS: Final = {
    "averted": "a walkout before, none after",
    "caused": "no walkout before, one after",
    "changed": "another ending, a walkout in both or in neither",
    "same": "the same ending",
}


@dataclass(frozen=True, eq=False, repr=False)
class WhatIf:
    """Many runs of a case, and the same with a change, world by world."""

    before: Ensemble
    after: Ensemble
    changes: tuple[str, ...]

    @cached_property
    def comparison(self) -> Comparison:
        """Both side by side."""
        return compared(["as it is", ", ".join(self.changes)], [self.before, self.after])

    @cached_property
    def kinds(self) -> "dict[str, Column]":
        """In which worlds a walkout is averted, caused, the ending changed otherwise, or the same."""
        walked = [counts.any_walked(one.columns, list(one.case.delegations)) for one in (self.before, self.after)]
        other = self.before.columns["ending"] != self.after.columns["ending"]
        both = walked[0] == walked[1]
        kinds = walked[0] & ~walked[1], walked[1] & ~walked[0], both & other, both & ~other
        return dict(zip(WORLDS, kinds, strict=True))

    @property
    def worlds(self) -> dict[str, Count]:
        """In how many; together they are all."""
        return {name: Count(int(np.count_nonzero(one)), self.before.runs) for name, one in self.kinds.items()}

    @property
    def flips(self) -> tuple[Flip, ...]:
        """What ending became what, most frequent first."""
        return self.comparison.flips()

    @cached_property
    def parting(self) -> "Column":
        """The day on which the two courses part, in each of the first 500 worlds; -1 where they never do."""
        return parted(self.before.seated, self.after.seated, self.before.seed, min(WATCHED, self.before.runs))

    @property
    def examples(self) -> tuple[tuple[str, int], ...]:
        """Up to three worlds to look at, the first of each kind in which something changes: its kind and replicate."""
        first = {name: np.flatnonzero(one) for name, one in self.kinds.items() if name != "same"}
        found = [(name, int(rows[at])) for at in range(3) for name, rows in first.items() if len(rows) > at]
        return tuple(found[:3])

    def card(self) -> Card:
        """What is shown of it: the kinds of worlds."""
        rows = tuple((name, one, WORLDS[name]) for name, one in self.worlds.items())
        facts = (numbered(self.before.runs, "world"), *self.changes)
        return Card(self.before.case.title, facts, ("in the same worlds", "share (95 % interval)", "that is"), rows)

    def __repr__(self) -> str:
        """The kinds of worlds."""
        return self.card().text()

    def _repr_html_(self) -> str:
        """The same as a table, for a notebook."""
        return self.card().html()


def changed(case: "Scenario", settings: Sequence[str], without: Sequence[str]) -> tuple[str, ...]:
    """What is changed, as settings of the case: `path=value`, an event that is taken out as `events.NAME=null`.

    Raises
    ------
    sim.case.Unknown
        Nothing is changed, or there is no such event.

    """
    if not settings and not without:
        raise Unknown("Nothing is changed: say what, as in mediator.style=manipulation, or which event is left out.")
    names = [event.removeprefix("events.") for event in without]
    for name in names:
        if name not in case.events:
            events = list(case.events)
            raise Unknown(f"There is no event {name}. " + (guess(nearest(name, events), events) if events else ""))
    return (*settings, *(f"events.{name}=null" for name in names))


def whatif(
    case: str, settings: Sequence[str] = (), without: Sequence[str] = (), runs: int = 10_000, seed: int = 1, *,
    engine: str = "auto", workers: int | None = None, progress: "Progress | None" = None,
) -> WhatIf:  # fmt: skip
    """See in how many of the same worlds one change averts the walkout, causes one, or changes nothing.

    Parameters
    ----------
    case
        A path or a bundled name, as for `sim.load`.
    settings
        What is changed, each as `path=value`.
    without
        Which dated events are left out, by their names.
    runs, seed, engine, workers, progress
        As for `sim.ensemble`.

    Raises
    ------
    sim.case.Mistakes, sim.case.Unknown, TypeError, ValueError
        As `sim.ensemble`; or nothing is changed, or there is no such path or event.

    Examples
    --------
    >>> import sim
    >>> sim.whatif("first_scenario", settings=["mediator.style=manipulation"], runs=400)
    The bridge at Orlen: 400 worlds, mediator.style=manipulation
    in the same worlds  share (95 % interval)  that is
    averted             1 % (0 to 3)           a walkout before, none after
    caused              0 % (below 1.0)        no walkout before, one after
    changed             45 % (40 to 50)        another ending, a walkout in both or in neither
    same                54 % (49 to 59)        the same ending

    """
    before = read(case)
    changes = changed(before, settings, without)
    seats = seat(before), seat(read(case, changes))
    count = request.whole("runs", runs, 1, request.MOST_RUNS)
    start = request.whole("seed", seed, 0, request.MOST_SEEDS - 1)
    threads = request.some("workers", workers, 1, request.MOST_WORKERS)
    one, other = (played(each, start, count, request.engine(engine, count), threads, progress) for each in seats)
    return WhatIf(one, other, changes)
