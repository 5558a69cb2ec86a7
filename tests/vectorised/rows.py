"""The same worlds, played by both versions, column beside column."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.case.bundle import bundled
from sim.rules.endings import ENDINGS
from sim.talks.actors import NEVER
from sim.talks.outcome import quantities
from tests.model.cases import seated
from tests.model.playing import played as played_here
from tests.model.table import ROWS
from tests.vectorised.talks import played

CLOSE = 1e-9
LEFT_OUT = ("met_on.", "walked_")
"""Thresholds, and how a walkout is told."""
Column = npt.NDArray[Any]


def differences(world: str, runs: int) -> tuple[int, list[str]]:
    """Say how many columns were compared in a world of the rule book's table, and which of them differ in any run."""
    source, settings, *_ = ROWS[world]
    theirs = played(bundled()[source], settings, runs, 1)
    compared = list(_columns(world, runs, theirs))
    return len(compared), [name for name, ours, other in compared if not _alike(ours, other)]


def _columns(world: str, runs: int, theirs: dict[str, Column]) -> Iterator[tuple[str, Column, Column]]:
    case = seated(ROWS[world].source, *ROWS[world].settings)
    names, issues = sorted(case.scenario.delegations), sorted(case.scenario.issues)
    ours = played_here(case, runs)
    for one in quantities(case):
        if one.name.startswith(LEFT_OUT):
            continue
        found = ours[one.name]
        if one.name == "ending":
            found = np.array(list(ENDINGS))[found.astype(int)]
        elif one.is_day:
            found = np.where(found == NEVER, np.nan, found)
        elif one.name.startswith("text."):
            found = np.where(found < 0, np.nan, found)
        yield one.name, found, _theirs(theirs, one.name, names, issues)


def _theirs(theirs: dict[str, Column], name: str, names: list[str], issues: list[str]) -> Column:
    """Find the same column in the other version: by name, or by the place of its delegations or issue."""
    if name in theirs:
        return theirs[name]
    kind, *who = name.split(".")
    found = theirs[kind]
    for one in who:
        found = found[:, (issues if kind in {"agreed_on", "text"} else names).index(one)]
    return found


def _alike(ours: Column, theirs: Column) -> bool:
    """Whether two columns are the same: words, counts and days exactly, all else within 1e-9."""
    if ours.dtype.kind == "U":
        return bool(np.array_equal(ours, theirs))
    numbers, others = np.asarray(ours, float), np.asarray(theirs, float)
    whole = bool(np.all(np.isnan(numbers) | (numbers == np.rint(numbers))))
    return bool(np.allclose(numbers, others, rtol=0, atol=0 if whole else CLOSE, equal_nan=True))
