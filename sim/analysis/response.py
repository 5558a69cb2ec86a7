"""The outcome that a study asks about, named as in ``--expect``, run by run and point by point."""

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from sim.analysis import words
from sim.analysis.means import amounts
from sim.case import Unknown
from sim.case.nearest import guess, nearest
from sim.rules.endings import ENDINGS

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.study.chunks import Numbers
    from sim.study.store import Results
    from sim.talks.records import Vector
    from sim.talks.seating import Seated

MEAN: Final = "mean."


class Missing(Exception):  # noqa: N818 - what it says
    """A run of a study is not there, so nothing can be said of its point."""


def names(seated: "Seated") -> list[str]:
    """Every outcome that can be asked about: endings, walkouts, thresholds, means."""
    return [
        *(f"ending.{name}" for name in ENDINGS),
        *(f"walkout.{key}" for key in ("any", *seated.delegations)),
        *(f"threshold.{key}" for key in seated.thresholds),
        *(f"{MEAN}{name}" for name in amounts(seated)),
    ]


def known(seated: "Seated", outcome: str) -> str:
    """An outcome of the case. Raises Unknown, with the nearest one, where it has none of that name."""
    there = names(seated)
    if outcome not in there:
        raise Unknown(f"There is no outcome {outcome}. {guess(nearest(outcome, there), there)}")
    return outcome


def is_share(outcome: str) -> bool:
    """Whether it is a share of runs, and not the mean of an amount."""
    return not outcome.startswith(MEAN)


def in_words(case: "Scenario", outcome: str) -> str:
    """What is measured, in words: the share of runs in which something is so, or the mean of an amount."""
    return f"the {'share' if is_share(outcome) else 'mean'} of “{words.quantity(outcome, case)}”"


def expression(seated: "Seated", outcome: str) -> str:
    """An outcome of one run in SQL: 1 or 0 where it is a share, else the amount."""
    kind, _, name = outcome.partition(".")
    if kind == "walkout":
        parties = seated.delegations if name == "any" else (name,)
        return " OR ".join(f'"walkouts.{party}" > 0' for party in parties)
    return {"ending": f"ending = '{name}'", "threshold": f'"met_on.{name}" IS NOT NULL', "mean": f'"{name}"'}[kind]


def read(results: "Results", seated: "Seated", outcome: str) -> "Vector":
    """An outcome of each run (points x runs), from kept results. Raises Missing, with the number of a missing run."""
    question = f"SELECT point, replicate, ({expression(seated, outcome)})::DOUBLE AS value FROM replicates"  # noqa: S608 - names of the case
    found = results.asking().execute(question).fetchnumpy()
    shape = len(results.plan.points), results.plan.runs
    values = np.ma.filled(found["value"], np.nan)
    return table(found["point"], found["replicate"], values, shape)


def table(points: "Numbers", replicates: "Numbers", values: "Vector", shape: tuple[int, int]) -> "Vector":
    """The value of each run by its point and replicate.

    Raises
    ------
    Missing
        A run is not there, or its value is no number: which one.

    """
    whole = np.full(shape, np.nan)
    whole[points, replicates] = values
    holes = np.argwhere(~np.isfinite(whole))
    if len(holes):
        point, replicate = holes[0].tolist()
        raise Missing(f"replicate {replicate} of point {point} is missing; sensitivity cannot be computed")
    return whole


def means(values: "Vector") -> "Vector":
    """The mean at each point (Shewchuk 1997 sums exactly, so it is the same on every machine)."""
    return np.array([math.fsum(row) / len(row) for row in values.tolist()])
