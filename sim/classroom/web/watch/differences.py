"""Differences as they are drawn: a dot and an interval beside the line of no difference."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sim.analysis.percentages import per_cent
from sim.analysis.verdict import points
from sim.analysis.words import quantity
from sim.case.scenario import Scenario

if TYPE_CHECKING:
    from sim.analysis.difference import Difference

REACHES: Final = (0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0)
"""How far to either side a difference may be drawn."""


@dataclass(frozen=True)
class Row:
    """A difference, and where its dot and its interval are drawn: in per cent of the width, 50 is none."""

    name: str
    one: "Difference"
    runs: int
    reach: float

    @property
    def before(self) -> str:
        """The share before."""
        return self._share(self.one.a)

    @property
    def now(self) -> str:
        """The share now."""
        return self._share(self.one.b)

    @property
    def far(self) -> str:
        """How far the scale goes, in points."""
        return f"{100 * self.reach:g}"

    @property
    def words(self) -> str:
        """The difference in points, with its interval."""
        return f"{points(self.one.difference)} ({points(self.one.low)} to {points(self.one.high)})"

    @property
    def dot(self) -> float:
        """Where the dot is."""
        return self._place(self.one.difference)

    @property
    def ends(self) -> tuple[float, float]:
        """Where the interval ends."""
        return self._place(self.one.low), self._place(self.one.high)

    def _share(self, share: float) -> str:
        return per_cent(round(share * self.runs), self.runs)

    def _place(self, difference: float) -> float:
        return round(50 + 46 * difference / self.reach, 2)


def rows(case: Scenario, differences: "dict[str, Difference]", kinds: tuple[str, ...], runs: int) -> list[Row]:
    """The differences of some kinds, drawn to one scale."""
    found = [one for name, one in differences.items() if name.startswith(kinds)]
    most = max(max(abs(one.low), abs(one.high)) for one in found)
    reach = next(each for each in REACHES if each >= min(most, 1))
    return [Row(quantity(one.quantity, case), one, runs, reach) for one in found]
