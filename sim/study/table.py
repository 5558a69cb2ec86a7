"""Outcomes as people and other programs read them: names for places, dates for days."""

from collections.abc import Iterator, Mapping

from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.study.cell import Value, cell
from sim.talks.actors import NEVER
from sim.talks.outcome import Column, Quantity, quantities
from sim.talks.seating import Seated


def value(seated: Seated, quantity: Quantity, number: float) -> Value:
    """One value: an ending or a reason by its name, a day as its date, None for a day that never came."""
    if quantity.field == "ending":
        return list(ENDINGS)[int(number)]
    if quantity.field == "walked_over":
        return list(REASONS)[int(number)] if number >= 0 else None
    if quantity.is_day:
        return seated.date_of(int(number)) if number > NEVER else None
    return number


def outcome(seated: Seated, columns: Mapping[str, Column], row: int) -> dict[str, Value]:
    """The outcome of one run, by name."""
    return {one.name: value(seated, one, columns[one.name][row].item()) for one in quantities(seated)}


def rows(seated: Seated, columns: Mapping[str, Column], first: int) -> Iterator[list[str]]:
    """The table of many runs as texts: a head, then a row a run, each with the number of its replicate."""
    asked = quantities(seated)
    yield ["replicate", *(one.name for one in asked)]
    for row in range(len(columns["ending"])):
        values = (value(seated, one, columns[one.name][row].item()) for one in asked)
        yield [str(first + row), *map(cell, values)]
