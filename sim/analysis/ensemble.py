"""One case played many times, as a person at a notebook has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from sim.analysis import counts, outcomes, request, shares
from sim.analysis.card import Card, numbered
from sim.case import Scenario
from sim.study import provenance, runs
from sim.study.plan import Plan
from sim.study.runs import Progress
from sim.talks.outcome import Column
from sim.talks.seating import Seated, seat

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, eq=False, repr=False)
class Ensemble:
    """Many runs of one case: how each came out, and how often which outcome came.

    Shown in a notebook it is a small table of the endings that occur.
    """

    seated: Seated
    seed: int
    columns: Mapping[str, Column]
    of_people: bool = False
    """Whether people held these talks, at tables of a class: they share no seed, and no luck with any other runs."""

    @property
    def case(self) -> Scenario:
        """The scenario that was played."""
        return self.seated.scenario

    @property
    def runs(self) -> int:
        """How many runs there are."""
        return len(self.columns["ending"])

    @property
    def luck(self) -> str:
        """Where chance begins, in words."""
        return "talks in class" if self.of_people else f"seed {self.seed}"

    @property
    def plan(self) -> Plan:
        """The same as a plan of a sweep: one point."""
        return Plan(self.case, (), ((),), self.runs, self.seed)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The outcomes: a row a run, by the number of its replicate, and a column a quantity.

        Endings and reasons are categories, days are dates (NaT if they never came), counts are whole numbers.
        `described` says what each column means; so does `frame.attrs["described"]`.
        """
        index = pd.RangeIndex(self.runs, name="replicate")
        starts = np.full(self.runs, (self.case.calendar.start - EPOCH).days)
        return outcomes.frame(self.plan, "replicates", self.columns, index, starts, self.seated)

    @cached_property
    def described(self) -> pd.Series:
        """What each column of `frame` means, with its unit and range."""
        return pd.Series(self.frame.attrs["described"], name="meaning")

    def shares(self) -> pd.DataFrame:
        """How often: the share of each ending, of a walkout by anybody and by each, and of each threshold.

        A row is known by its kind (`ending`, `walkout`, `threshold`) and its name. `low` and `high` are the ends of
        the 95 % interval (Wilson 1927) of the `share`, which is `count` of `runs`; all three are in [0, 1].
        """
        counted = shares.tally(self.seated, self.columns, np.zeros(self.runs, dtype=np.int64), 1)
        return shares.table(self.seated, counted)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all values, which `sim run -n` prints: the same for the same case, seed and runs."""
        return provenance.digest(self.columns)

    def card(self) -> Card:
        """What is shown of it: the endings that occur, most agreement first."""
        facts = (numbered(self.runs, "run"), self.luck, f"digest {self.digest[:8]}")
        found = {name: one for name, one in counts.endings(self.columns).items() if one.times}
        rows = tuple((name, one, f"{one.times:,}") for name, one in found.items())
        return Card(self.case.title, facts, ("ending", "share (95 % interval)", "runs"), rows)

    def __repr__(self) -> str:
        """The title, the runs and the shares of the endings."""
        return self.card().text()

    def _repr_html_(self) -> str:
        """The same as a table, for a notebook."""
        return self.card().html()


def ensemble(
    case: request.Case, runs: int = 10_000, seed: int = 1, *, engine: str = "auto", workers: int | None = None,
    progress: Progress | None = None,
) -> Ensemble:  # fmt: skip
    """Play a case many times and see how often it ends how.

    Parameters
    ----------
    case
        A scenario from `sim.load`; or a path or a bundled name, as `sim.load` takes it.
    runs
        How many runs, 1 to 2^48. The interval of a share gets half as wide with four times as many.
    seed
        Where chance begins, 0 to 2^64 - 1. Cases that are played with the same seed see the same luck, run by run.
    engine
        `auto`, `compiled` or `mesa`: the same numbers, sooner or later.
    workers
        How many threads play, 1 to 1024; by default one a processor.
    progress
        Is called now and then with the number of runs that are done.

    Raises
    ------
    sim.case.Mistakes
        The case is faulty.
    sim.case.Unknown
        There is no such case or engine.
    TypeError, ValueError
        `runs`, `seed` or `workers` is no whole number, or out of range.

    Examples
    --------
    >>> import sim
    >>> many = sim.ensemble("first_scenario", runs=200, seed=1)
    >>> many
    The bridge at Orlen: 200 runs, seed 1, digest ...
    ending               share (95 % interval)  runs
    comprehensive        52 % (45 to 60)        105
    partial              2 % (1 to 6)           5
    adjourned_with_date  44 % (37 to 51)        88
    walkout              1 % (0 to 4)           2
    >>> many.shares().loc["walkout", ["count", "share"]]
                count  share
    name
    any             2  0.010
    east_orlen      1  0.005
    west_orlen      1  0.005
    >>> many.frame.loc[:2, ["ending", "sessions_held", "agreed_on.bridge"]]
                            ending  sessions_held agreed_on.bridge
    replicate
    0          adjourned_with_date              5              NaT
    1                comprehensive              1       2030-05-06
    2                comprehensive              1       2030-05-06

    `sim.watch` with the same seed tells one of them: `sim.watch("first_scenario", seed=1, replicate=2)`.

    """
    seated = seat(request.scenario(case))
    count = request.whole("runs", runs, 1, request.MOST_RUNS)
    start = request.whole("seed", seed, 0, request.MOST_SEEDS - 1)
    threads = request.some("workers", workers, 1, request.MOST_WORKERS)
    return played(seated, start, count, request.engine(engine, count), threads, progress)


def played(
    seated: Seated, seed: int, count: int, engine: str = "auto", workers: int | None = None,
    progress: Progress | None = None,
) -> Ensemble:  # fmt: skip
    """Play a case that has taken its seats; what is asked for was looked at before."""
    columns = runs.outcomes(seated, seed, count, engine=engine, workers=workers, progress=progress)
    return Ensemble(seated, seed, columns)
