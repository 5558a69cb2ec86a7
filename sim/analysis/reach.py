"""The smallest change with which an outcome becomes likely enough, or rare enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from sim.analysis import quantities, request, response, search
from sim.analysis.card import Card
from sim.analysis.counts import Count
from sim.analysis.ensemble import played
from sim.analysis.room import Room, freed
from sim.case import Unknown
from sim.case.scenario import Scenario
from sim.study import runs as ways
from sim.talks.seating import Seated, seat

if TYPE_CHECKING:
    from sim.study.runs import Progress

MOST_TRIALS: Final = 300


@dataclass(frozen=True)
class Way:
    """A change with which the share is reached: new numbers by path, its size in ranges, and the share it gives."""

    numbers: Mapping[str, float]
    size: float
    count: Count


@dataclass(frozen=True, eq=False, repr=False)
class Reach:
    """The smallest change that was found, and others that are as good; the best there is where none was.

    `fresh` is the share that the first way (or the best) gives with other luck, so that it is no child of one seed.
    """

    case: Scenario
    outcome: str
    share: float
    at_most: bool
    rooms: tuple[Room, ...]
    start: Count
    ways: tuple[Way, ...]
    best: Way
    fresh: Count
    ensembles: int
    complete: bool
    seed: int

    @property
    def reached(self) -> bool:
        """Whether a way was found."""
        return bool(self.ways)

    def card(self) -> Card:
        """What is shown of it: the ways."""
        sign = "at most" if self.at_most else "at least"
        facts = (f"{self.outcome} {sign} {self.share:g}", f"{self.ensembles} ensembles of {self.start.runs:,} runs")
        shown = self.ways or (self.best,)
        rows = tuple((_told(way.numbers), f"{way.size:.3f}", way.count) for way in shown[:8])
        head = ("change" if self.ways else "out of reach; the best there is", "size", "share (95 % interval)")
        return Card(self.case.title, facts, head, rows)

    def __repr__(self) -> str:
        """The ways."""
        return self.card().text()

    def _repr_html_(self) -> str:
        """The same as a table, for a notebook."""
        return self.card().html()


def _told(numbers: Mapping[str, float]) -> str:
    return ", ".join(f"{path}={value:.4g}" for path, value in numbers.items()) or "as it is"


@dataclass
class _Table:
    """A case with some of its numbers freed, played again and again in the same worlds."""

    seated: Seated
    outcome: str
    rooms: Sequence[Room]
    seed: int
    runs: int
    engine: str
    progress: "Progress | None" = None
    asked: int = 0

    def numbers(self, change: search.Change) -> dict[str, float]:
        """The numbers of a change; those that stay are left out."""
        moved = zip(self.rooms, change, strict=True)
        return {one.path: _within(one, one.value + step * one.width) for one, step in moved if step}

    def count(self, change: search.Change, seed: int | None = None) -> Count:
        """In how many runs the outcome comes."""
        numbers = self.numbers(change)
        seated = self.seated.varied(numbers) if numbers else self.seated
        found = played(seated, self.seed if seed is None else seed, self.runs, self.engine)
        self.asked += 1
        if self.progress:
            self.progress(self.asked * self.runs)
        return Count(int(np.count_nonzero(quantities.of(found)[self.outcome].column)), self.runs)


def _within(room: Room, value: float) -> float:
    return float(f"{min(max(value, room.low), room.high):.6g}")


def reach(
    case: request.Case, outcome: str, share: float, free: Sequence[str] = (), runs: int = 1000, seed: int = 1, *,
    at_most: bool = False, engine: str = "auto", progress: "Progress | None" = None,
) -> Reach:  # fmt: skip
    """Find the smallest change of some numbers with which an outcome reaches a share.

    A change is measured by the sum of what it moves, each number in units of its range. All trials see the same luck.

    Parameters
    ----------
    case
        A scenario, a path or a bundled name.
    outcome
        An ending, or `walkout.any`, `walkout.DELEGATION`, `threshold.NAME`, `ending.NAME`.
    share
        In (0, 1): what the outcome is to reach, or with `at_most` to fall to.
    free
        Which numbers may be changed: paths or patterns, as in `mediator.*`. By default the mediator's, the cooperation
        of the great powers, and what sponsors want.
    runs, seed, engine, progress
        As for `sim.ensemble`, for each trial; there are at most 300.

    Raises
    ------
    sim.case.Mistakes, sim.case.Unknown
        The case is faulty, or there is no such case, outcome or path.
    TypeError, ValueError
        A number is none, or out of range.

    Examples
    --------
    >>> import sim
    >>> calm = ["delegations.east_orlen.grievance"]
    >>> found = sim.reach("first_scenario", "walkout.any", 0.005, calm, runs=500, at_most=True)
    >>> found.reached, {path: round(value, 2) for path, value in found.ways[0].numbers.items()}
    (True, {'delegations.east_orlen.grievance': 0.07})

    """
    seated = seat(request.scenario(case))
    name = known(seated, outcome)
    if not 0 < share < 1:
        raise ValueError(f"A share to reach lies between 0 and 1, and is neither; {share:g} does not.")
    count = request.whole("runs", runs, 1, request.MOST_RUNS)
    begin = request.whole("seed", seed, 0, request.MOST_SEEDS - 2)
    rooms = freed(seated, free)
    chosen = ways.chosen(request.engine(engine, count * MOST_TRIALS), count * MOST_TRIALS)
    table = _Table(seated, name, rooms, begin, count, chosen, progress)
    return _looked(table, share, at_most=at_most)


def known(seated: Seated, outcome: str) -> str:
    """The outcome that is meant; an ending may be named alone. Raises Unknown where there is none."""
    names = [name for name in response.names(seated) if response.is_share(name)]
    if f"ending.{outcome}" in names:
        return f"ending.{outcome}"
    if outcome not in names:
        response.known(seated, outcome)
        raise Unknown(f"{outcome} is no share of runs: it cannot reach one.")
    return outcome


def _looked(table: _Table, share: float, *, at_most: bool) -> Reach:
    sign = -1.0 if at_most else 1.0
    counts: dict[search.Change, Count] = {}

    def respond(change: search.Change) -> float:
        counts[change] = table.count(change)
        return sign * counts[change].times / counts[change].runs

    room = [((one.value - one.low) / one.width, (one.high - one.value) / one.width) for one in table.rooms]
    found = search.smallest(respond, room, sign * share, MOST_TRIALS - 1)
    several = [Way(table.numbers(one), search.size(one), counts[one]) for one in found.reaching]
    best = Way(table.numbers(found.best), search.size(found.best), counts[found.best])
    final = found.reaching[0] if found.reaching else found.best
    return Reach(
        case=table.seated.scenario, outcome=table.outcome, share=share, at_most=at_most, rooms=tuple(table.rooms),
        start=counts[(0.0,) * len(room)], ways=tuple(several), best=best, fresh=table.count(final, table.seed + 1),
        ensembles=table.asked, complete=found.complete, seed=table.seed,
    )  # fmt: skip
