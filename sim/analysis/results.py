"""The results of a sweep, in memory or in a folder, as a person at a notebook has them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Protocol

import numpy as np
import pandas as pd

from sim.analysis import outcomes, shares
from sim.analysis.card import Card, Cell, numbered
from sim.analysis.counts import Count
from sim.analysis.ensemble import Ensemble
from sim.case import Unknown
from sim.case.nearest import guess, nearest
from sim.rules.endings import ENDINGS
from sim.study import store
from sim.study.chunks import Chunk, Failure, Numbers, Played
from sim.study.plan import Plan
from sim.study.points import Points
from sim.study.store.question import ask
from sim.talks.outcome import columns

MOST_POINTS = 24
"""More points than this are not listed where results are shown."""


class Kept(Protocol):
    """Whoever keeps what was played: the memory, or a folder of results."""

    @property
    def chunks(self) -> Sequence[Chunk]:
        """All chunks, in order."""

    def load(self, chunk: Chunk) -> Played:
        """Give back what a chunk came to."""


@dataclass(frozen=True, eq=False, repr=False)
class Sweep:
    """One case at many points, played many times at each.

    `plan` is what was played. Frames are made when they are asked for, and kept; shown in a notebook it is a small
    table of the points.
    """

    plan: Plan
    digest: str
    kept: Kept
    failed: tuple[Failure, ...] = ()
    folder: Path | None = None

    @cached_property
    def points(self) -> pd.DataFrame:
        """What was varied: a row a point, a column a path of the case."""
        return outcomes.points(self.plan)

    @cached_property
    def replicates(self) -> pd.DataFrame:
        """The outcomes: a row a run, by its point and replicate, a column a quantity; `described` says what it means.

        All of them are read into memory, 500 bytes a run. For parts of large results there is `query`.
        """
        return outcomes.replicates(self.plan, [self.kept.load(chunk) for chunk in self.kept.chunks])

    @cached_property
    def rounds(self) -> pd.DataFrame:
        """The same as things stood at the end of each round: a row a round that was opened or tried, from 1.

        Raises
        ------
        sim.case.Unknown
            The sweep did not keep rounds.

        """
        parts = [part for chunk in self.kept.chunks if (part := self.kept.load(chunk).rounds) is not None]
        if not parts:
            raise Unknown("Rounds were not kept: sweep with rounds=True.")
        return outcomes.rounds(self.plan, parts)

    @cached_property
    def failures(self) -> pd.DataFrame:
        """The runs that raised an error: a row a run, by point and replicate; what kind of error, what it said."""
        return outcomes.failures(self.plan, self.failed)

    @cached_property
    def described(self) -> pd.Series:
        """What each column of `points`, `replicates` and `rounds` means, with its unit and range."""
        tables = ("points", "replicates", "rounds")[: 2 + self.plan.rounds]
        return pd.Series(outcomes.meanings(self.plan, *tables), name="meaning")

    def ensemble(self, point: int | None = None) -> Ensemble:
        """The runs at one point, as they would have been played alone; by default at the only one there is.

        Raises
        ------
        sim.case.Unknown
            There are several points and none is named, there is no such point, or runs at it failed.

        """
        total = len(self.plan.points)
        if point is None and total > 1:
            raise Unknown(f"There are {total:,} points: name one, from 0 to {total - 1:,}.")
        if not 0 <= (point or 0) < total:
            raise Unknown(f"There is no point {point}: points are numbered from 0 to {total - 1:,}.")
        if failed := [one for one in self.failed if one.point == (point or 0)]:
            raise Unknown(f"{numbered(len(failed), 'run')} at this point failed, the first is {failed[0].replicate}.")
        return self._alone(point or 0)

    def _alone(self, point: int) -> Ensemble:
        first, runs = point * self.plan.runs, self.plan.runs
        parts = [
            self.kept.load(chunk)
            for chunk in self.kept.chunks
            if chunk.first < first + runs and first < chunk.first + chunk.count
        ]
        rows = np.concatenate([part.outcomes[part.points == point] for part in parts])
        seated = Points(self.plan).seated(point)
        return Ensemble(seated, self.plan.seed, columns(seated, rows))

    def shares(self, by: str | Sequence[str] | None = None) -> pd.DataFrame:
        """How often: the share of each ending, of a walkout by anybody and by each, and of each threshold.

        Parameters
        ----------
        by
            The varied path, or paths, whose values stand apart; runs that differ only in others are counted
            together. By default all paths.

        Returns
        -------
        pandas.DataFrame
            A row is known by the values of these paths, its kind (`ending`, `walkout`, `threshold`) and its name.
            `low` and `high` are the ends of the 95 % interval (Wilson 1927) of the `share`, which is `count` of
            `runs`; all three are in [0, 1], and NaN where no run was played to its end.

        Raises
        ------
        sim.case.Unknown
            A path was not varied.

        """
        paths = self.plan.paths if by is None else (by,) if isinstance(by, str) else tuple(by)
        for path in paths:
            if path not in self.plan.paths:
                raise Unknown(f"{path} was not varied. {guess(nearest(path, self.plan.paths), self.plan.paths)}")
        counted, groups = shares.gathered(self._counted, self.points, paths)
        return shares.table(Points(self.plan).seated(0), counted, paths, groups)

    def query(self, question: str) -> pd.DataFrame:
        """Ask results in a folder in SQL, of the tables `points`, `replicates`, `rounds` and `failures`.

        It can only read, and only these.

        Raises
        ------
        sim.case.Unknown
            The results are not in a folder: they were swept without `out`, and are held in the frames alone.

        """
        if not isinstance(self.kept, store.Results):
            raise Unknown("Only results in a folder can be asked in SQL: sweep with out='results/...'.")
        connection = self.kept.asking()
        ask(connection, question)
        return connection.df()

    @cached_property
    def _counted(self) -> Numbers:
        """How many runs there are at each point, and in how many of them what holds."""
        seated, total = Points(self.plan).seated(0), len(self.plan.points)
        if isinstance(self.kept, store.Results):
            return shares.numbered(self.query(shares.question(seated)), total)
        counted = np.zeros((total, 1 + len(shares.names(seated))), dtype=np.int64)
        for chunk in self.kept.chunks:
            played = self.kept.load(chunk)
            counted += shares.tally(seated, columns(seated, played.outcomes), played.points, total)
        return counted

    def _card(self) -> Card:
        """What is shown of it: at each point the ending that comes most often, and how often anybody walks out."""
        plan, total = self.plan, len(self.plan.points)
        facts = [f"{numbered(total, 'point')}, {numbered(plan.runs, 'run')} each", f"seed {plan.seed}"]
        facts += [f"{len(self.failed):,} failed"] * bool(self.failed)
        facts.append(f"digest {self.digest[:8]}")
        if total > MOST_POINTS:
            return Card(plan.scenario.title, tuple(facts))
        rows = tuple(map(_row, plan.points, self._counted.tolist()))
        return Card(plan.scenario.title, tuple(facts), (*plan.paths, "most often", "share", "a walkout"), rows)

    def __repr__(self) -> str:
        """The title, the points and what most runs come to at each."""
        return self._card().text()

    def _repr_html_(self) -> str:
        """The same as a table, for a notebook."""
        return self._card().html()


def _row(values: tuple[str, ...], counted: list[int]) -> tuple[Cell, ...]:
    """A row of the card: the values of a point, its most frequent ending, and its walkouts."""
    runs, *times = counted
    most = max(range(len(ENDINGS)), key=lambda place: times[place])
    return (*values, list(ENDINGS)[most], Count(times[most], runs), Count(times[len(ENDINGS)], runs))


def results(folder: str | PathLike[str]) -> Sweep:
    """Open the results of a sweep in a folder; they are checked now, and read when they are asked for.

    Raises
    ------
    sim.case.Unknown
        There is no such folder.
    sim.study.trouble.Unusable
        It holds something else, or a sweep that is not finished or damaged: the message says what mends it.

    Examples
    --------
    >>> import sim
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = sim.sweep("first_scenario", {"mediator.leverage": "0:1:3"}, runs=20, seed=1, out=folder)
    ...     sim.results(folder).query("select mediator.leverage, count(*) as runs from replicates join points "
    ...                               "using (point) group by all order by all")
       mediator.leverage  runs
    0                0.0    20
    1                0.5    20
    2                1.0    20

    """
    found = store.results(Path(folder))
    return Sweep(found.plan, found.digest, found, found.failures, found.folder)
