"""Negotiated issues with known outcomes, settled by every theory and by our own talks, held against what came."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.process import last_texts, sides_of
from sim.analysis.resampling import interval
from sim.forecasts import FORECASTS, Side

if TYPE_CHECKING:
    from sim.case.negotiated import Negotiated, Negotiations

Vector = NDArray[np.float64]
PROCESS: Final = "talks"
REFERENCE: Final = "weighted_mean"
SPREADS: Final = (0.0, 0.1, 0.2, 0.3)
"""How far positions may be mistaken: chosen by leaving each proposal out."""
COVER: Final = 0.8
POINTS: Final = 100


class Method(NamedTuple):
    """How one way to forecast did, in points of the scale from 0 to 100.

    `error` is the mean absolute error and `ends` its 95 % interval, `rms` the root mean square error. `covered` is the
    share of outcomes in its 80 % intervals, of mean width `width`. `less` is its error less that of the weighted mean,
    `less_ends` the 95 % interval of that, `apart` how far its forecasts are from the weighted mean, in the mean.
    `unsettled` counts the issues on which it knew no answer and the weighted mean stood in; a theory that never knew
    one is left out.
    """

    name: str
    error: float
    ends: tuple[float, float]
    rms: float
    covered: float
    width: float
    less: float
    less_ends: tuple[float, float]
    apart: float
    unsettled: int


class Backtest(NamedTuple):
    """What came of a back-test: every method, the best first, and what the talks were.

    `spreads` counts how many proposals chose each spread; `own` is the share of outcomes between the tenth and the
    ninetieth hundredth of the talks' own last texts.
    """

    table: "Negotiations"
    issues: "tuple[Negotiated, ...]"
    methods: tuple[Method, ...]
    spreads: dict[float, int]
    own: float


def backtest(
    table: "Negotiations", *, runs: int, seed: int, progress: Callable[[int], None] = lambda done: None  # noqa: ARG005
) -> Backtest:  # fmt: skip
    """Settle every issue that can be scored by every theory and by talks, and hold the forecasts against the outcomes.

    Nothing is fitted to outcomes but across proposals: the spread of the talks and the width of each 80 % interval are
    those that did best on all other proposals. `progress` is told how many runs are done.

    Raises
    ------
    ValueError
        No issue has an outcome and three actors, or all stand in one proposal.

    """
    issues = tuple(issue for issue in table.issues if issue.counts)
    proposals = [issue.proposal for issue in issues]
    if len(set(proposals)) < 2:
        raise ValueError("A back-test needs issues of two proposals or more, each with an outcome and three actors.")
    came = POINTS * np.array([issue.outcome for issue in issues], dtype=float)
    tables = [sides_of(issue) for issue in issues]
    mean = POINTS * np.array([FORECASTS[REFERENCE](table) for table in tables])
    said = {name: _settled(theory, tables, mean) for name, theory in FORECASTS.items()}
    texts = [_played(issues, spread, seed, runs, progress, place) for place, spread in enumerate(SPREADS)]
    chosen = left_out(proposals, [np.abs(np.mean(one, axis=1) - came) for one in texts])
    rows = np.stack([texts[choice][place] for place, choice in enumerate(chosen)])
    said[PROCESS] = np.mean(rows, axis=1), 0
    methods = [_method(name, *one, came, mean, proposals, seed) for name, one in said.items() if one[1] < len(came)]
    low, high = np.quantile(rows, [(1 - COVER) / 2, (1 + COVER) / 2], axis=1)
    counted = {spread: len({proposals[at] for at, one in enumerate(chosen) if one == place})
               for place, spread in enumerate(SPREADS)}  # fmt: skip
    own = float(np.mean((low <= came) & (came <= high)))
    return Backtest(table, issues, tuple(sorted(methods, key=lambda one: one.error)), counted, own)


def left_out(proposals: Sequence[str], errors: Sequence[Vector]) -> list[int]:
    """Which of several ways does best on all other proposals, for each issue. Errors: a vector of issues a way."""
    at = np.array(proposals)
    return [min(range(len(errors)), key=lambda way: float(errors[way][at != one].mean())) for one in proposals]


def reach(proposals: Sequence[str], errors: Vector) -> Vector:
    """How far from its forecast an outcome lies at most, in four of five cases, going by all other proposals.

    The least width with which an 80 % interval holds for the issues of the others and one more. Source: Vovk, Gammerman
    and Shafer (2005), split by proposal.
    """
    at = np.array(proposals)
    widths = np.zeros(len(errors))
    for one in set(proposals):
        others = np.sort(errors[at != one])
        rank = int(np.ceil(COVER * (len(others) + 1))) - 1
        widths[at == one] = others[min(rank, len(others) - 1)]
    return widths


def _settled(
    theory: Callable[[Sequence[Side]], float], tables: Sequence[Sequence[Side]], mean: Vector
) -> tuple[Vector, int]:
    """Where a theory settles each issue, in points; the weighted mean stands in where it knows no answer."""
    found = np.array([theory(table) for table in tables])
    return np.where(found < 0, mean, POINTS * found), int((found < 0).sum())


def _played(
    issues: "Sequence[Negotiated]", spread: float, seed: int, runs: int, progress: Callable[[int], None], before: int
) -> Vector:
    """The last texts of all runs on all issues, issues x runs, in points."""
    texts = np.zeros((len(issues), runs))
    for place, issue in enumerate(issues):
        texts[place] = POINTS * last_texts(issue, spread, seed, runs)
        progress((before * len(issues) + place + 1) * runs)
    return texts


def _method(
    name: str, said: Vector, unsettled: int, came: Vector, mean: Vector, proposals: Sequence[str], seed: int
) -> Method:
    errors, base = np.abs(said - came), np.abs(mean - came)
    widths = reach(proposals, errors)
    low, high = np.maximum(said - widths, 0), np.minimum(said + widths, POINTS)
    return Method(
        name,
        float(errors.mean()),
        interval(errors, proposals, seed),
        float(np.sqrt((errors**2).mean())),
        float(((low <= came) & (came <= high)).mean()),
        float((high - low).mean()),
        float((errors - base).mean()),
        interval(errors - base, proposals, seed),
        float(np.abs(said - mean).mean()),
        unsettled,
    )
