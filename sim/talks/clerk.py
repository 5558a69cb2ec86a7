"""Whoever writes a case's numbers to their places on the vector."""

from sim.case.distribution import parameters
from sim.case.identity import identity
from sim.case.number import Number, Within, centre
from sim.case.record import Record
from sim.rules.quantiles import NORMAL, QUANTILES
from sim.talks import chance
from sim.talks.drawing import Draw
from sim.talks.records import Layout, Vector

UNIT_RANGE = Within(0, 1)


class Clerk:
    """Whoever writes a case's numbers to their places, and notes which of them are to be drawn."""

    def __init__(self, layout: Layout, template: Vector) -> None:
        """Open the books of a case."""
        self.layout = layout
        self.rows = layout.views(template)
        self.draws: list[Draw] = []
        self.paths: dict[str, tuple[int, ...]] = {}

    def write(self, noun: str, row: int | tuple[int, ...], **values: float) -> None:
        """Write counts, days and choices of a row."""
        for field, value in values.items():
            self.rows[noun][row][field] = value

    def number(self, noun: str, row: tuple[int, ...], field: str, path: str, value: Number, within: Within) -> None:
        """Write a number of the case; if it is a distribution, note that it is drawn."""
        entry = self.layout.entry(noun, row, field)
        self.rows[noun][row][field] = centre(value)
        self.paths[path] = (*self.paths.get(path, ()), entry)
        if not isinstance(value, float | int):
            kind = list(QUANTILES).index(value.kind)
            low, high = within.clip(-1e300), within.clip(1e300)
            who = identity(path)
            self.draws.append(Draw(entry, kind, *parameters(value), -1, who, chance.NUMBER, low, high))

    def spread(self, row: tuple[int, int], field: str, name: str, value: float) -> None:
        """Note that an ideal or a limit spreads about its number."""
        entry = self.layout.entry("stakes", row, field)
        purpose = chance.IDEAL if field == "ideal" else chance.LIMIT
        scale = self.layout.entry("behaviour", (0,), "spread")
        self.draws.append(Draw(entry, NORMAL, value, 0.0, 0.0, scale, identity(name), purpose, 0.0, 1.0))

    def fields(self, noun: str, row: tuple[int, ...], path: str, record: Record) -> None:
        """Write all numbers of a part of the case that are called as the noun's fields are."""
        names = self.rows[noun].dtype.names or ()
        for field, info in type(record).model_fields.items():
            if field in names and self.rows[noun].dtype[field].kind == "f":
                within = next((mark for mark in info.metadata if isinstance(mark, Within)), UNIT_RANGE)
                self.number(noun, row, field, f"{path}.{field}", getattr(record, field), within)
