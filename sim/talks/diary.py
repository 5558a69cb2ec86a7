"""The diary of a run: the daily series that the model collected, as one table, a row a day."""

from collections.abc import Iterator
from datetime import date
from typing import get_type_hints

import numpy as np
import pandas as pd

from sim.talks.model import AGENT_SERIES, Delegation, Sponsor, Talks
from sim.talks.records import MANY, ONE


def diary(talks: Talks) -> Iterator[list[str]]:
    """The head, then a row a day: the date, what was collected of the room, and of each delegation and sponsor."""
    columns = collected(talks)
    yield ["date", *columns]
    for row, day in enumerate(_dates(talks)):
        yield [day.isoformat(), *(repr(values[row]) for values in columns.values())]


def frame(talks: Talks) -> pd.DataFrame:
    """The same as a data frame by date; `attrs["described"]` says what each column means."""
    dates = pd.DatetimeIndex(np.array(_dates(talks), dtype="M8[s]"), name="date")
    table = pd.DataFrame(collected(talks), index=dates)
    table.attrs["described"] = {name: meaning(name) for name in table.columns}
    return table


def collected(talks: Talks) -> dict[str, list[float]]:
    """What was collected: of the room as it is called there, of the others as `grievance.opposition` and so on."""
    own = _of(talks, Delegation, talks.seated.delegations) | _of(talks, Sponsor, talks.seated.sponsors)
    return {**talks.series.model_vars, **own}


def meaning(name: str) -> str:
    """What a column of the diary means, as it is written beside the field."""
    noun, dot, field = name.partition(".")
    if noun in ONE:
        return _beside(ONE[noun], field)
    if not dot:
        return _beside(ONE["room"], name)
    many = "sponsors" if noun in AGENT_SERIES[Sponsor] else "delegations"
    return _beside(MANY[many], noun)


def _beside(noun: type, field: str) -> str:
    return str(get_type_hints(noun, include_extras=True)[field].__metadata__[0])


def _dates(talks: Talks) -> list[date]:
    return [talks.seated.date_of(int(day)) for day in talks.series.model_vars["day"]]


def _of(talks: Talks, kind: type[Delegation | Sponsor], keys: tuple[str, ...]) -> dict[str, list[float]]:
    """What was collected of the agents of a kind, `grievance.opposition` and so on."""
    if not keys:
        return {}
    table = talks.series.get_agenttype_vars_dataframe(kind)
    found: dict[str, list[float]] = {}
    for name in AGENT_SERIES[kind]:
        rows = table[name].to_numpy().reshape(-1, len(keys))
        found |= {f"{name}.{key}": rows[:, place].tolist() for place, key in enumerate(keys)}
    return found
