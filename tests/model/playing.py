"""Play a case many times and look at how the runs end."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.talks import ensemble, outcome
from sim.talks.records import Rows, Vector
from sim.talks.seating import Seated
from tests.model.cases import NEVER

Columns = dict[str, NDArray[Any]]


def played(seated: Seated, runs: int, seed: int = 1, first: int = 0) -> Columns:
    """Play runs by the compiled ensemble and give the columns of their outcomes."""
    rows, _, _ = ensemble.play(seated, outcome.entries(seated), seed, first, runs)
    return outcome.columns(seated, rows)


def ends(seated: Seated, runs: int, seed: int = 1, first: int = 0) -> list[dict[str, Rows]]:
    """Play runs and give everything as it stands at the end of each."""
    rows, _, _ = ensemble.play(seated, range(seated.layout.size), seed, first, runs)
    return [seated.layout.views(np.ascontiguousarray(row)) for row in rows]


def days(seated: Seated, seed: int, replicate: int) -> list[dict[str, Rows]]:
    """Play one run and give everything as it stands at the end of each of its days."""
    return [seated.layout.views(vector) for vector in trace(seated, seed, replicate)]


def trace(seated: Seated, seed: int, replicate: int) -> Vector:
    """Play one run and give its whole vector at the end of each of its days."""
    span = day_count(seated)
    _, _, vectors = ensemble.play(seated, [0], seed, replicate, 1, days=span)
    over = [seated.layout.views(vector)["room"][0]["over"] for vector in vectors]
    return vectors[: over.index(1) + 1]


def day_count(seated: Seated) -> int:
    """Count the days from the first to the horizon: the most that a run can have."""
    room = seated.layout.views(seated.template.copy())["room"][0]
    return int(room["last_day"] - room["day"])


def happened(column: NDArray[Any]) -> float:
    """Give the share of runs in which the day of something came."""
    return float((column > NEVER).mean())


def changed(before: Columns, after: Columns) -> list[str]:
    """Name the columns that differ in some run, bit for bit."""
    return [name for name in before if before[name].tobytes() != after[name].tobytes()]


def agreed(columns: Columns, issues: Iterable[str]) -> NDArray[np.bool_]:
    """Say run by run whether any of some issues was agreed."""
    days = np.array([columns[f"agreed_on.{issue}"] for issue in issues])
    return np.asarray(days.max(axis=0) > NEVER)
