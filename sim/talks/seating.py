"""A case takes its seats: the checked scenario becomes the nouns of the table and the numbers to be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from sim.case.scenario import Scenario
from sim.case.variations import renumbered
from sim.talks import chance, places
from sim.talks.circumstances import Luck
from sim.talks.clerk import Clerk
from sim.talks.drawing import Draw, draw
from sim.talks.records import Layout, Nouns, Rows, Vector, lay_out, unpack


@dataclass(frozen=True, eq=False)
class Seated:
    """A case at the table: its nouns on one vector, the numbers to be drawn, and the names of the rows.

    `paths` gives, for each number of the case by its path in the YAML, its entries on the vector.
    """

    scenario: Scenario
    layout: Layout
    template: Vector
    draws: tuple[Draw, ...]
    paths: dict[str, tuple[int, ...]]

    @cached_property
    def delegations(self) -> tuple[str, ...]:
        """The delegations' keys, in the order of their rows."""
        return tuple(sorted(self.scenario.delegations))

    @cached_property
    def issues(self) -> tuple[str, ...]:
        """The issues' keys, in the order of their rows."""
        return tuple(sorted(self.scenario.issues))

    @cached_property
    def fronts(self) -> tuple[str, ...]:
        """The fronts' keys, in the order of their rows."""
        return tuple(sorted(self.scenario.ground))

    @cached_property
    def sponsors(self) -> tuple[str, ...]:
        """The sponsors' keys, in the order of their rows."""
        return tuple(sorted(self.scenario.sponsors))

    @cached_property
    def thresholds(self) -> tuple[str, ...]:
        """The thresholds' keys, in the order of their rows."""
        return tuple(sorted(self.scenario.thresholds))

    def date_of(self, day: int) -> date:
        """The date of a day; day 0 is the start of the calendar."""
        return self.scenario.calendar.start + timedelta(days=day)

    def number_of(self, round_: int) -> int:
        """The number by which people know a round, of its place in the run (1 the first that is tried)."""
        return self.scenario.calendar.first_round + round_ - 1

    def vector(self, seed: int, replicate: int) -> Vector:
        """The vector of one run: the case's numbers, with those that are drawn written in."""
        vector = self.template.copy()
        luck = chance.luck_of(seed, replicate)
        write_luck(self.layout.views(vector)["luck"], luck)
        draw(vector, self.draws, luck)
        return vector

    def varied(self, numbers: Mapping[str, float]) -> "Seated":
        """The same case with other numbers at some of `paths`, each in its range; far quicker than to seat it anew.

        An ideal or a limit spreads about its new number. Where more hangs on a number than its entries on the
        vector, since it was drawn or since it is the `spread`, all take their seats again.
        """
        scenario = renumbered(self.scenario, numbers)
        given = {entry: number for path, number in numbers.items() for entry in self.paths[path]}
        if self._unsettles(given, numbers.get("spread")):
            return seat(scenario)
        template = self.template.copy()
        template[list(given)] = list(given.values())
        draws = tuple(replace(one, first=given[one.entry]) if one.entry in given else one for one in self.draws)
        return replace(self, scenario=scenario, template=template, draws=draws)

    def _unsettles(self, given: Mapping[int, float], spread: float | None) -> bool:
        """Whether other numbers are drawn once these are given."""
        begins = spread is not None and (spread == 0) != (self.scenario.spread == 0)
        return begins or any(one.spread < 0 and one.entry in given for one in self.draws)

    def nouns(self, seed: int, replicate: int) -> Nouns:
        """The nouns of one run as objects, before its first day."""
        return unpack(self.layout, self.vector(seed, replicate))


def write_luck(rows: Rows, luck: Luck) -> None:
    """Write where chance stands on the vector."""
    rows[0] = (luck.seed_low, luck.seed_high, luck.replicate_low, luck.replicate_high)


def seat(scenario: Scenario) -> Seated:
    """Seat a case: every noun in its row, rows in the order of their sorted keys."""
    layout = lay_out(places.sizes(scenario))
    template = places.blank(layout)
    clerk = Clerk(layout, template)
    for place in places.PLACES:
        place(scenario, clerk)
    return Seated(scenario, layout, template, tuple(clerk.draws), clerk.paths)
