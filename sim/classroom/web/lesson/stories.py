"""The story of each table as each seat has seen it, kept until a day more has passed."""

from dataclasses import dataclass, field

from sim.classroom.table.openly import seen
from sim.classroom.table.table import Table
from sim.classroom.table.told import Told as Telling
from sim.classroom.web.told import Told, told


@dataclass
class Stories:
    """What was told last, by table and role."""

    kept: dict[tuple[int, str], tuple[Table, int, list[Told]]] = field(default_factory=dict)

    def of(self, number: int, table: Table, role: str) -> list[Told]:
        """The days so far, as one in this seat has seen them; newest first."""
        known = self.kept.get((number, role))
        if known is None or known[0] is not table or known[1] != len(table.days):
            days = [seen(day, role) for day in table.days]
            found = list(told(days, lambda page: Telling(page, table, role)))[::-1]
            self.kept[number, role] = known = (table, len(table.days), found)
        return known[2]
