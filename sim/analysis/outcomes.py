"""Outcomes as pandas data frames: a row a run, names for places, dates for days, and what each column means."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.study.chunks import Failure, Numbers, Played, Rounds
from sim.study.plan import Plan
from sim.study.points import Points
from sim.study.store.columns import described
from sim.study.store.rows import kind, starts
from sim.study.store.tables import type_of
from sim.talks.actors import NEVER
from sim.talks.outcome import Column, columns, quantities
from sim.talks.seating import Seated

TYPES: Final[dict[str, type[np.generic]]] = {"BIGINT": np.int64, "DOUBLE": np.float64, "VARCHAR": np.object_}


def replicates(plan: Plan, parts: Sequence[Played]) -> pd.DataFrame:
    """How the runs of a plan came out: a row a run, by point and replicate, and a column a quantity."""
    keys = {"point": _together(parts, "points"), "replicate": _together(parts, "replicates")}
    return _outcomes(plan, "replicates", keys, _together(parts, "outcomes"))


def rounds(plan: Plan, parts: Sequence[Rounds]) -> pd.DataFrame:
    """How things stood at the end of each round: a row a round, by point, replicate and round."""
    keys = {"point": _together(parts, "points"), "replicate": _together(parts, "replicates")}
    return _outcomes(plan, "rounds", keys | {"round": _together(parts, "rounds")}, _together(parts, "outcomes"))


def points(plan: Plan) -> pd.DataFrame:
    """What was varied: a row a point, a column a path, of numbers if all of its values are."""
    values = zip(*plan.points, strict=True) if plan.paths else ()
    varied = [np.array(texts, dtype=TYPES[type_of(texts)]) for texts in values]
    index = pd.RangeIndex(len(plan.points), name="point")
    return _described(pd.DataFrame(dict(zip(plan.paths, varied, strict=True)), index=index), plan, "points")


def failures(plan: Plan, failed: Sequence[Failure]) -> pd.DataFrame:
    """The runs that raised an error: a row a run, by point and replicate; what kind of error, and what it said."""
    table = pd.DataFrame(list(failed), columns=list(Failure._fields))
    return _described(table.set_index(["point", "replicate"]), plan, "failures")


def frame(
    plan: Plan, table: str, found: Mapping[str, Column], index: pd.Index, starts: Numbers, seated: Seated
) -> pd.DataFrame:
    """Columns of outcomes as people read them; `starts` is where the calendar of each run starts, in days since 1970.

    An ending is a category, ordered from most agreement to least; a reason is a category, missing if there was
    none; a day is a date, missing if it never came; a count is a whole number.
    """
    told = {one.name: TOLD[kind(seated, one)](found[one.name], starts) for one in quantities(seated)}
    return _described(pd.DataFrame(told, index=index), plan, table)


def meanings(plan: Plan, *tables: str) -> dict[str, str]:
    """What each column of some tables means, with its unit and range."""
    there = described(plan)
    return {one.name: one.meaning.replace("NULL", "missing") for table in tables for one in there[table]}


def _described(frame: pd.DataFrame, plan: Plan, table: str) -> pd.DataFrame:
    there = meanings(plan, table)
    frame.attrs["described"] = {name: there[name] for name in (*frame.index.names, *frame.columns)}
    return frame


def _outcomes(plan: Plan, table: str, keys: Mapping[str, Numbers], outcomes: Column) -> pd.DataFrame:
    seats = Points(plan)
    seated, begun = seats.seated(0), starts(plan, seats, keys["point"])
    index = pd.MultiIndex.from_arrays(list(keys.values()), names=list(keys))
    return frame(plan, table, columns(seated, outcomes), index, begun, seated)


def _together(parts: Sequence[Played] | Sequence[Rounds], what: str) -> Column:
    return np.concatenate([getattr(part, what) for part in parts])


def _ending(column: Column, _: Numbers) -> pd.Categorical:
    return pd.Categorical.from_codes(column, categories=list(ENDINGS), ordered=True)


def _reason(column: Column, _: Numbers) -> pd.Categorical:
    return pd.Categorical.from_codes(column, categories=list(REASONS))


def _day(column: Column, starts: Numbers) -> Column:
    dates = (starts + column).astype("M8[D]")
    dates[column == NEVER] = np.datetime64("NaT")
    return dates.astype("M8[s]")


def _number(column: Column, _: Numbers) -> Column:
    return column


TOLD: Final[dict[str, Callable[[Column, Numbers], object]]] = {
    "ending": _ending,
    "reason": _reason,
    "day": _day,
    "count": _number,
    "amount": _number,
}
