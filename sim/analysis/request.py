"""What is asked for in Python, looked at before anything is played: a case, whole numbers, who plays."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, SupportsIndex, TypeAlias

import numpy as np

from sim.case import Scenario, Unknown, dump, read
from sim.case.nearest import guess, nearest
from sim.study import runs

Case: TypeAlias = Scenario | str | PathLike[str]
"""A case: one that was loaded, or where one is read from, as for `sim.load`."""
MOST_RUNS: Final = 2**48
MOST_SEEDS: Final = 2**64
MOST_WORKERS: Final = 1024


def scenario(case: Case) -> Scenario:
    """The scenario that is meant: as it is, or read from its file or by its bundled name."""
    return case if isinstance(case, Scenario) else read(fspath(case))


@contextmanager
def source(case: Case) -> Iterator[tuple[str, Sequence[str]]]:
    """Where a case is read from, and with which settings: for one that was loaded, a copy that is thrown away.

    What was loaded may have thresholds out of reach, as a case with settings may; so a setting that changes nothing
    goes with it.
    """
    if not isinstance(case, Scenario):
        yield fspath(case), ()
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "scenario.yaml"
        copy.write_text(dump(case), encoding="utf-8")
        yield str(copy), (f"title={json.dumps(case.title, ensure_ascii=False)}",)


def whole(name: str, value: SupportsIndex, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both allowed.

    Raises
    ------
    TypeError
        It is no whole number.
    ValueError
        It is too small or too large.

    """
    try:
        number = value.__index__()
    except AttributeError:
        raise TypeError(f"{name} is a whole number, as in {name}={low}; {value!r} is none.") from None
    if not low <= number <= high:
        raise ValueError(f"{name} is a whole number from {low:,} to {high:,}; {number:,} is not.")
    return number


def engine(name: str, count: int) -> str:
    """The engine that plays so many runs. Raises `Unknown` where there is none of that name, or it cannot play."""
    if name not in runs.ENGINES:
        raise Unknown(f"There is no engine {name}. {guess(nearest(name, runs.ENGINES), list(runs.ENGINES))}")
    if name == "compiled" and not runs.can_compile():
        raise Unknown("numba is not installed: without it only the engine mesa can play.")
    return runs.chosen(name, count)


def some(name: str, value: SupportsIndex | None, low: int, high: int) -> int | None:
    """A whole number from `low` to `high`, or None where nothing is said; raises as `whole` does."""
    return None if value is None else whole(name, value, low, high)


def varied(vary: Mapping[str, str | Iterable[object]]) -> list[str]:
    """What is varied, each path with its values, as it is typed on the command line.

    Raises
    ------
    TypeError
        The values of a path are neither a text nor several.

    """
    return [f"{path}={_listed(path, values)}" for path, values in vary.items()]


def _listed(path: str, values: str | Iterable[object]) -> str:
    if isinstance(values, str):
        return values
    if not isinstance(values, Iterable):
        raise TypeError(f"{path}: write a list of values, or a text as in '0:1:5'; {values!r} is a single one.")
    return ", ".join(map(_typed, values))


def _typed(value: object) -> str:
    """One value in YAML; a text is YAML already."""
    if isinstance(value, np.generic):
        return _typed(value.item())
    return str(value) if isinstance(value, str | date) else json.dumps(value)
