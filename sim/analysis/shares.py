"""In how many runs something holds, point by point, and the table of their shares."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from sim.analysis.counts import any_walked, walked
from sim.analysis.intervals import wilson
from sim.rules.endings import ENDINGS
from sim.talks.actors import NEVER

if TYPE_CHECKING:
    from sim.study.chunks import Numbers
    from sim.talks.outcome import Column
    from sim.talks.seating import Seated

COLUMNS: Final = {
    "count": "runs in which it holds",
    "runs": "all runs that were played to their end",
    "share": "count / runs, in [0, 1]",
    "low": "lower end of the 95 % interval (Wilson 1927), in [0, 1]",
    "high": "upper end of it, in [0, 1]",
}


def names(seated: "Seated") -> list[tuple[str, str]]:
    """What is counted: each ending, a walkout by anybody and by each delegation, and each threshold."""
    case = seated.scenario
    return [
        *product(["ending"], ENDINGS),
        *product(["walkout"], ("any", *case.delegations)),
        *product(["threshold"], case.thresholds),
    ]


def tally(seated: "Seated", found: "Mapping[str, Column]", points: "Numbers", total: int) -> "Numbers":
    """Count, at each of so many points, the runs and those in which each of the `names` holds (points x 1 + names)."""
    times = [np.bincount(points[held], minlength=total) for held in _held(seated, found)]
    return np.column_stack([np.bincount(points, minlength=total), *times])


def _held(seated: "Seated", found: "Mapping[str, Column]") -> "Iterator[Column]":
    """In which runs each of the `names` holds."""
    case = seated.scenario
    yield from (found["ending"] == place for place in range(len(ENDINGS)))
    yield any_walked(found, seated.delegations)
    yield from (walked(found, key) for key in case.delegations)
    yield from (found[f"met_on.{key}"] > NEVER for key in case.thresholds)


def question(seated: "Seated") -> str:
    """The same count of all points, as a question to results."""
    case = seated.scenario
    parties = [f"walkouts.{key} > 0" for key in case.delegations]
    held = [f"ending = '{name}'" for name in ENDINGS] + [" OR ".join(parties), *parties]
    held += [f"met_on.{key} IS NOT NULL" for key in case.thresholds]
    counts = ", ".join(f"count(*) FILTER ({one})" for one in held)
    return f"SELECT point, count(*), {counts} FROM replicates GROUP BY point"  # noqa: S608 - of names of the case


def numbered(answer: pd.DataFrame, total: int) -> "Numbers":
    """What was answered to it, a row for each of so many points; no runs where there is none."""
    counted = np.zeros((total, answer.shape[1] - 1), dtype=np.int64)
    counted[answer["point"]] = answer.iloc[:, 1:]
    return counted


def table(
    seated: "Seated", counted: "Numbers", by: Sequence[str] = (), groups: Sequence[tuple[object, ...]] = ((),)
) -> pd.DataFrame:
    """The shares of what was counted, each with its 95 % interval (Wilson 1927); nan where there are no runs.

    `counted` has a row a group, as from `tally`; `groups` has the values, of the paths `by`, that a row stands for.
    """
    keys = [(*group, *name) for group in groups for name in names(seated)]
    index = pd.MultiIndex.from_tuples(keys, names=[*by, "kind", "name"])
    rows = [_share(times, runs) for runs, *counts in counted.tolist() for times in counts]
    shares = pd.DataFrame(rows, index=index, columns=list(COLUMNS))
    shares.attrs["described"] = dict(COLUMNS)
    return shares


def _share(times: int, runs: int) -> tuple[int, int, float, float, float]:
    if not runs:
        return times, runs, np.nan, np.nan, np.nan
    return times, runs, times / runs, *wilson(times, runs)


def gathered(counted: "Numbers", points: pd.DataFrame, by: Sequence[str]) -> "tuple[Numbers, list[tuple[object, ...]]]":
    """The counts of points with the same values of some varied paths together, and these values; in their order."""
    if not by:
        return counted.sum(axis=0, keepdims=True), [()]
    grouped = points.groupby(list(by), sort=False)
    together = np.zeros((grouped.ngroups, counted.shape[1]), dtype=np.int64)
    np.add.at(together, grouped.ngroup().to_numpy(), counted)
    return together, list(points[list(by)].drop_duplicates().itertuples(index=False, name=None))
