"""Which numbers matter at all: Morris screening, one number after another along many short paths."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from sim.analysis import response, salib
from sim.analysis.ranges import LeftOut, Span
from sim.rules.arithmetic import normal_quantile

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.talks.records import Vector

LEVELS: Final = 4
STEP: Final = LEVELS / (2 * (LEVELS - 1))
"""How far along its span a number goes in one step (Morris 1991): 2/3."""
RISK: Final = 0.05
DESIGN, INTERVALS = 0, 1
"""Steps of chance."""
COLUMNS: Final = {
    "mu_star": "mean size of the change of the outcome as the number goes from one end of its range to the other",
    "mu_star_low": "lower end of its 95 % interval; 0 where luck alone could give as much",
    "mu_star_high": "upper end of its 95 % interval",
    "mu": "mean change, with its sign",
    "sigma": "standard deviation of the change: how much it depends on the other numbers",
    "luck": "a mu_star up to this is what luck alone could give with so many runs at a point",
    "value": "the number as it is in the case; of one that is drawn, the mean",
    "low": "lower end of the range over which it was varied",
    "high": "upper end of it",
    "why": "why so far",
}


@dataclass(frozen=True, eq=False)
class Screening:
    """How much each number of a case moves an outcome.

    `frame` has a row a number, by its path, the strongest first; `frame.attrs["described"]` says what its columns
    mean. Where `mu_star_low` is 0, no influence is shown.
    """

    case: "Scenario"
    outcome: str
    runs: int
    trajectories: int
    seed: int
    digest: str
    spans: tuple[Span, ...]
    left_out: tuple[LeftOut, ...]
    frame: pd.DataFrame

    @property
    def shown(self) -> list[str]:
        """The paths of the numbers whose influence is shown, the strongest first."""
        return list(self.frame.index[self.frame["mu_star_low"] > 0])


def design(count: int, trajectories: int, seed: int) -> "Vector":
    """Points (trajectories times count + 1, x count) in [0, 1]: from one to the next, one number takes a step.

    Each number is met once in each trajectory, on a grid of four levels (Morris 1991).
    """
    made = salib.part("sample.morris").sample(
        salib.problem(count), trajectories, num_levels=LEVELS, seed=salib.seed(seed, DESIGN)
    )
    return np.asarray(made, dtype=np.float64)


def effects(shares: "Vector", outcomes: "Vector", seed: int) -> pd.DataFrame:
    """mu_star (Campolongo, Cariboni and Saltelli 2007) with its interval, mu and sigma (Morris 1991), a row a number.

    `shares` is a design, `outcomes` has the value at each point of it. Trajectories are drawn anew for the interval.
    """
    count = shares.shape[1]
    found = salib.part("analyze.morris").analyze(
        salib.problem(count), shares, outcomes, num_resamples=salib.RESAMPLES, num_levels=LEVELS,
        seed=salib.seed(seed, INTERVALS),
    )  # fmt: skip
    mu_star, half = (np.asarray(found[name], dtype=np.float64) for name in ("mu_star", "mu_star_conf"))
    return pd.DataFrame(
        {
            "mu_star": mu_star,
            "mu_star_low": (mu_star - half).clip(min=0.0),
            "mu_star_high": mu_star + half,
            "mu": np.asarray(found["mu"], dtype=np.float64),
            "sigma": np.asarray(found["sigma"], dtype=np.float64),
        }
    )


def luck(shares: "Vector", values: "Vector") -> "Vector":
    """The mu_star of each number that luck alone could give, if the number did nothing.

    The runs of two points are paired, so the variance of a change is that of the differences of pairs. All points see
    the same luck, so it may be the same in every trajectory: nothing is gained by their number. The bound is so high
    that in 95 % of studies no number that does nothing is beyond it (Bonferroni).

    `values` (points x runs) are the outcomes of the runs.
    """
    count = shares.shape[1]
    there = np.array([here for here in range(len(shares) - 1) if (here + 1) % (count + 1)])
    moved = np.argmax(shares[there + 1] != shares[there], axis=1)
    variances = np.array([np.var(values[here + 1] - values[here], ddof=1) for here in there])
    errors = np.sqrt(variances / values.shape[1]) / STEP
    bound: Vector = normal_quantile(1 - RISK / (2 * count)) * np.bincount(moved, errors, count) / np.bincount(moved)
    return bound


def ranked(spans: Sequence[Span], shares: "Vector", values: "Vector", seed: int) -> pd.DataFrame:
    """The frame of a screening, the strongest number first."""
    found = effects(shares, response.means(values), seed)
    found["luck"] = luck(shares, values)
    found.loc[found["mu_star"] <= found["luck"], "mu_star_low"] = 0.0
    about = pd.DataFrame(spans, columns=list(Span._fields))
    frame = pd.concat([found, about], axis=1).set_index("path").sort_values("mu_star", ascending=False, kind="stable")
    frame.attrs["described"] = dict(COLUMNS)
    return frame
