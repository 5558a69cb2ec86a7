"""Cases whose end is known, played and scored: how likely the model found what happened."""

from collections.abc import Callable, Sequence
from math import log
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sim.analysis import baselines
from sim.analysis.baselines import CLASSES, Chances
from sim.analysis.resampling import interval
from sim.study.runs import outcomes
from sim.talks.actors import NEVER
from sim.talks.seating import seat

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.talks.outcome import Column


class Forecast(NamedTuple):
    """What playing a case says of it, beside what happened.

    `chances` has a probability for each ending, `thresholds` for each threshold whose fate is known: how likely it was
    to be met, and whether it was.
    """

    name: str
    happened: str
    chances: Chances
    thresholds: dict[str, tuple[float, bool]]

    @property
    def probability(self) -> float:
        """The probability given to what happened, in (0, 1)."""
        return self.chances[self.happened]

    @property
    def modal(self) -> str:
        """The likeliest ending; of equals the one with most agreement."""
        return max(CLASSES, key=lambda ending: self.chances[ending])


class Score(NamedTuple):
    """How good forecasts of endings were: means over cases with their 95 % intervals, drawn over cases.

    `log` is the mean of -ln(probability of what happened), 0 at best; `brier` the mean over cases of the sum over
    endings of (probability - 1 or 0)^2, from 0 to 2. Sources: Good (1952); Brier (1950).
    """

    log: float
    log_ends: tuple[float, float]
    brier: float
    brier_ends: tuple[float, float]


class Scored(NamedTuple):
    """What came of a coding: a forecast a case, the score, that of each baseline, and of the thresholds."""

    forecasts: tuple[Forecast, ...]
    score: Score
    baselines: dict[str, Score]
    thresholds: tuple[float, tuple[float, float], float]

    @property
    def right(self) -> int:
        """In how many cases the likeliest ending is the one that came."""
        return sum(one.modal == one.happened for one in self.forecasts)

    @property
    def said(self) -> tuple[list[float], list[bool]]:
        """All that was said of thresholds, and whether it came: for a calibration."""
        pairs = [pair for one in self.forecasts for pair in one.thresholds.values()]
        return [chance for chance, _ in pairs], [came for _, came in pairs]


def scored(
    cases: "dict[str, Scenario]", ends: "dict[str, Scenario]", *, runs: int, seed: int,
    progress: Callable[[int], None] = lambda done: None,  # noqa: ARG005
) -> Scored:  # fmt: skip
    """Play each case and score what it says against what happened, which stands in the case of that name in `ends`.

    Raises
    ------
    ValueError
        There are fewer than two cases, or one does not tell its end.

    """
    unknown = [name for name in cases if ends[name].happened is None]
    if len(cases) < 2 or unknown:
        raise ValueError(f"{unknown[0]} does not tell what happened." if unknown else "Name two cases or more.")
    forecasts = []
    for place, (name, case) in enumerate(cases.items()):
        forecasts.append(forecast(name, case, ends[name], outcomes(seat(case), seed, runs)))
        progress((place + 1) * runs)
    return judged(forecasts, cases, seed)


def judged(forecasts: "Sequence[Forecast]", cases: "dict[str, Scenario]", seed: int) -> Scored:
    """Score forecasts, and those of every baseline for the same cases."""
    happened = {one.name: one.happened for one in forecasts}
    rivals = {name: rate(happened, cases) for name, rate in baselines.BASELINES.items()}
    return Scored(
        tuple(forecasts),
        score({one.name: one.chances for one in forecasts}, happened, seed),
        {name: score(chances, happened, seed) for name, chances in rivals.items()},
        _thresholds(forecasts, seed),
    )


def forecast(name: str, case: "Scenario", known: "Scenario", columns: "dict[str, Column]") -> Forecast:
    """What runs of a case say of its ending and of the thresholds whose fate is known.

    A probability is (times + 1) / (runs + ways), so that what no run showed is not impossible: the rule of succession,
    Laplace (1774).
    """
    if known.happened is None:
        raise ValueError(f"{name} does not tell what happened.")
    runs = len(columns["ending"])
    times = np.bincount(columns["ending"].astype(int), minlength=len(CLASSES))
    chances = {ending: (int(count) + 1) / (runs + len(CLASSES)) for ending, count in zip(CLASSES, times, strict=True)}
    fates = [(key, True) for key in known.happened.reached] + [(key, False) for key in known.happened.not_reached]
    met = {
        key: ((int(np.count_nonzero(columns[f"met_on.{key}"] > NEVER)) + 1) / (runs + 2), came)
        for key, came in fates
        if key in case.thresholds
    }
    return Forecast(name, known.happened.ending, chances, met)


def score(said: dict[str, Chances], happened: dict[str, str], seed: int) -> Score:
    """Score what was said of each case by what happened in it."""
    names = list(said)
    logs = np.array([-log(said[name][happened[name]]) for name in names])
    briers = np.array([brier(said[name], happened[name]) for name in names])
    return Score(float(logs.mean()), interval(logs, names, seed), float(briers.mean()), interval(briers, names, seed))


def brier(chances: Chances, happened: str) -> float:
    """The squared distance of probabilities from what happened: 0 at best, 2 at worst. Source: Brier (1950)."""
    return sum((chance - (ending == happened)) ** 2 for ending, chance in chances.items())


def _thresholds(forecasts: "Sequence[Forecast]", seed: int) -> tuple[float, tuple[float, float], float]:
    """The Brier score (0 to 1) of all thresholds, its interval drawn over cases, and that of saying one half."""
    pairs = [(one.name, chance, came) for one in forecasts for chance, came in one.thresholds.values()]
    if not pairs:
        return float("nan"), (float("nan"), float("nan")), 0.25
    squares = np.array([(chance - came) ** 2 for _, chance, came in pairs])
    return float(squares.mean()), interval(squares, [name for name, *_ in pairs], seed), 0.25
