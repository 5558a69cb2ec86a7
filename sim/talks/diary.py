"""The diary of a run: the daily series that the model collected, as one table, a row a day."""

from collections.abc import Iterator

from sim.talks.model import AGENT_SERIES, Delegation, Sponsor, Talks


def diary(talks: Talks) -> Iterator[list[str]]:
    """The head, then a row a day: the date, what was collected of the room, and of each delegation and sponsor."""
    room = talks.series.model_vars
    own = {**_of(talks, Delegation, talks.seated.delegations), **_of(talks, Sponsor, talks.seated.sponsors)}
    yield ["date", *room, *own]
    for row, day in enumerate(room["day"]):
        numbers = [values[row] for values in (*room.values(), *own.values())]
        yield [talks.seated.date_of(int(day)).isoformat(), *map(repr, numbers)]


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
