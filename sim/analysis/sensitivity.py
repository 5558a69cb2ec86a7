"""Which numbers of a case matter for an outcome: all of them screened, then the strongest measured."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pandas as pd

from sim.analysis import indices as sobol
from sim.analysis import request, response, salib, screening, stage
from sim.analysis.card import Card, numbered
from sim.analysis.indices import Indices
from sim.analysis.influence import between, findings, signed
from sim.analysis.ranges import spans
from sim.analysis.screening import Screening
from sim.analysis.stage import Means
from sim.case import Unknown
from sim.study.runs import Progress
from sim.talks.seating import Seated, seat

SCREENING, INDICES = "screening", "indices"
"""The folders of the two sweeps of a study; in the second there is one for each outcome that was asked about."""
MOST: Final = 10**6
MOST_SHOWN: Final = 12


@dataclass(frozen=True, eq=False, repr=False)
class Sensitivity:
    """Which numbers matter for an outcome, and whether they act alone; `indices` is None where none was measured.

    Shown in a notebook it is a small table of the strongest.
    """

    screening: Screening
    indices: Indices | None = None

    @property
    def sentence(self) -> str:
        """What was found, in words."""
        return " ".join(findings(self.screening, self.indices))

    def _card(self) -> Card:
        found = self.screening
        share = response.is_share(found.outcome)
        facts = (
            f"{found.outcome}, {numbered(len(found.frame), 'number')}",
            f"{found.trajectories:,} trajectories",
            f"{numbered(found.runs, 'run')} a point, seed {found.seed}, digest {found.digest[:8]}",
        )
        rows = tuple(_row(path, row, share=share) for path, row in found.frame.head(MOST_SHOWN).iterrows())
        return Card(found.case.title, facts, ("number", "mean change (95 % interval)", "over"), rows)

    def __repr__(self) -> str:
        """The strongest numbers, each with its mean change and its range."""
        return self._card().text()

    def _repr_html_(self) -> str:
        """The same as a table, for a notebook."""
        return self._card().html()


def _row(path: str, row: pd.Series, *, share: bool) -> tuple[str, str, str]:
    """A row of the card: a number, its mean change, its range."""
    return path, signed(row.mu_star, row.mu_star_low, row.mu_star_high, share=share), between(row.low, row.high)


@dataclass(frozen=True)
class Question:
    """What is asked of a case: which outcome, over which numbers, how closely.

    `only` are patterns of paths; of the screening's strongest numbers, `top` are measured over `points` points.
    """

    seated: Seated
    outcome: str = "walkout.any"
    runs: int = 1000
    seed: int = 1
    only: tuple[str, ...] = ()
    trajectories: int = 20
    top: int = 5
    points: int = 256

    def refuse(self) -> None:
        """Refuse what cannot be answered. Raises Unknown, or ValueError where a number is out of range."""
        salib.required()
        response.known(self.seated, self.outcome)
        for name, least in (("runs", 2), ("trajectories", 2), ("top", 1), ("points", 2)):
            request.whole(name, getattr(self, name), least, MOST)
        request.whole("seed", self.seed, 0, request.MOST_SEEDS - 1)
        if self.points & (self.points - 1):
            below = 1 << (self.points.bit_length() - 1)
            raise Unknown(f"points is a power of two: {below:,} or {2 * below:,}, not {self.points:,}.")


def screened(question: Question, folder: Path, means: Means) -> Screening:
    """Screen every number, as a sweep in a folder that goes on where it was stopped."""
    question.refuse()
    case = question.seated.scenario
    kept, out = spans(question.seated, question.only)
    shares = screening.design(len(kept), question.trajectories, question.seed)
    results = stage.played(stage.plan(case, kept, shares, question.runs, question.seed), folder, means)
    values = response.read(results, question.seated, question.outcome)
    frame = screening.ranked(kept, shares, values, question.seed)
    return Screening(
        case, question.outcome, question.runs, question.trajectories, question.seed, results.digest,
        tuple(kept), tuple(out), frame,
    )  # fmt: skip


def measured(question: Question, found: Screening, folder: Path, means: Means) -> Indices | None:
    """Measure the strongest numbers of a screening, in the same way; None where no influence is shown at all."""
    strongest = found.shown[: question.top]
    kept = sorted((span for span in found.spans if span.path in strongest), key=lambda span: strongest.index(span.path))
    if not kept:
        return None
    shares = sobol.design(len(kept), question.points, question.seed)
    made = stage.plan(found.case, kept, shares, question.runs, question.seed)
    results = stage.played(made, folder / question.outcome, means)
    outcomes = response.means(response.read(results, question.seated, question.outcome))
    frame = sobol.ranked(kept, outcomes, question.seed)
    return Indices(
        found.case, question.outcome, question.runs, question.points, question.seed, results.digest, tuple(kept), frame
    )


def sensitivity(
    case: request.Case, outcome: str = "walkout.any", runs: int = 1000, seed: int = 1, *,
    only: str | Sequence[str] = (), trajectories: int = 20, top: int = 5, points: int = 256, indices: bool = True,
    out: str | PathLike[str] | None = None, workers: int | None = None, engine: str = "auto",
    progress: Progress | None = None,
) -> Sensitivity:  # fmt: skip
    """See which numbers of a case an outcome hangs on: all are screened, then the strongest are measured.

    The screening (Morris 1991; Campolongo, Cariboni and Saltelli 2007) moves one number after another along short
    paths. The indices (Sobol 2001; Saltelli and others 2010) say how much of the variance a number explains, alone
    and with the others. Each number is varied over its distribution, or by a stated part where it has none:
    `.screening.spans` has all ranges. Needs `pip install "negotiation-rounds[sensitivity]"`.

    Parameters
    ----------
    case
        A scenario from `sim.load`; or a path or a bundled name, as `sim.load` takes it.
    outcome
        `ending.NAME`, `walkout.any`, `walkout.DELEGATION`, `threshold.NAME` or `mean.QUANTITY`.
    runs
        How many runs at each point, 2 or more.
    seed
        Where chance begins, of the runs and of the designs, 0 to 2^64 - 1.
    only
        A pattern of the paths that are varied, or several, as in `"mediator.*"`.
    trajectories
        How often each number is moved, 2 or more: there are that many points times the numbers and one.
    top
        How many of the strongest numbers are measured at most.
    points
        How many points the measuring has, a power of two: times those numbers and two.
    indices
        Whether there is a measuring after the screening.
    out
        The folder of the two sweeps, `screening` and `indices/OUTCOME`, each of which `sim.results` opens; after an
        interruption the same call goes on, and for another outcome nothing is screened again. Without it they are
        thrown away.
    workers
        How many threads play, 1 to 1024; by default one a processor.
    engine
        `auto`, `compiled` or `mesa`: the same numbers, sooner or later.
    progress
        Is called now and then with the number of runs that are done, in each of the two sweeps.

    Raises
    ------
    sim.case.Mistakes
        The case is faulty.
    sim.case.Unknown
        There is no such case, outcome, number or engine, or SALib is not installed.
    sim.analysis.response.Missing
        A run failed: which one. Nothing is computed without it.
    sim.study.trouble.Unusable
        The folder holds something else, or is in use.
    OSError
        The folder cannot be written to; what was done is kept.
    TypeError, ValueError
        A number is none, or out of range.

    Examples
    --------
    >>> import sim
    >>> found = sim.sensitivity("first_scenario", "ending.comprehensive", runs=50, only="behaviour.*",
    ...                         trajectories=4, top=2, points=8)
    >>> found
    The bridge at Orlen: ending.comprehensive, 20 numbers, 4 trajectories, 50 runs a point, seed 1, digest 35e19f2e
    number                        mean change (95 % interval)  over
    behaviour.distrust            40 points (32 to 47)         0.075 to 0.25
    behaviour.temperature         24 points (21 to 27)         0.04 to 0.09
    ...
    >>> found.screening.shown
    ['behaviour.distrust', 'behaviour.temperature']
    >>> found.indices.frame[["first", "total"]].round(1)
                           first  total
    path
    behaviour.distrust       0.8    0.6
    behaviour.temperature    0.3    0.1

    """
    patterns = (only,) if isinstance(only, str) else tuple(only)
    question = Question(seat(request.scenario(case)), outcome, runs, seed, patterns, trajectories, top, points)
    question.refuse()
    request.engine(engine, runs)
    threads = request.some("workers", workers, 1, request.MOST_WORKERS)
    means = Means(engine, threads, lambda _: progress or (lambda _: None), command="sim.sensitivity(…) as before")
    with ExitStack() as stack:
        folder = Path(out if out is not None else stack.enter_context(TemporaryDirectory()))
        first = screened(question, folder / SCREENING, means)
        return Sensitivity(first, measured(question, first, folder / INDICES, means) if indices else None)
