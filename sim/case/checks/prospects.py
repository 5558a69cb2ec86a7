"""What can be known beforehand of how talks can go: who can leave, and where limits exclude each other."""

from collections.abc import Iterable
from functools import cached_property
from typing import Final, TypeAlias

from sim.case.delegation import Position
from sim.case.number import ends
from sim.case.scenario import Scenario
from sim.case.zone import acceptable

Clash: TypeAlias = tuple[str, str]
_TINY: Final = 1e-12


class Prospects:
    """A case, and what is certain of it; each thing is worked out once."""

    def __init__(self, scenario: Scenario) -> None:
        """Work out nothing yet."""
        self.scenario = scenario
        self._clashes: dict[tuple[str, bool], Clash | None] = {}

    @cached_property
    def most_out(self) -> dict[str, float]:
        """How many people can leave each front at most: none without a pause or a dated evacuation."""
        events = self.scenario.events.values()
        dated = {event.at for event in events if event.kind == "evacuation"}
        return {
            name: ends(front.trapped)[1]
            if name in dated or (front.pause is not None and ends(front.evacuated_per_day)[1] > 0)
            else 0.0
            for name, front in self.scenario.ground.items()
        }

    @cached_property
    def most_out_of_all(self) -> float:
        """How many people can leave all fronts together at most."""
        people = 0.0
        for out in self.most_out.values():
            people += out
        return people

    @cached_property
    def linked_clash(self) -> tuple[str, Clash] | None:
        """A linked issue on which red lines exclude each other, and whose."""
        linked = (name for name, issue in self.scenario.issues.items() if issue.is_linked)
        return next(((name, clash) for name in linked if (clash := self.clash(name, red_lines=True))), None)

    def clash(self, issue: str, *, red_lines: bool) -> Clash | None:
        """Two delegations whose limits (or red lines) no text on an issue can satisfy, if there are any."""
        key = (issue, red_lines)
        if key not in self._clashes:
            self._clashes[key] = _clash(self._stakes(issue, red_lines=red_lines))
        return self._clashes[key]

    def _stakes(self, issue: str, *, red_lines: bool) -> Iterable[tuple[str, Position]]:
        """The positions on an issue that hold for certain: red lines, and limits without a spread."""
        for name, delegation in self.scenario.delegations.items():
            position = delegation.positions.get(issue)
            if position is not None and (position.red_line or (not red_lines and self.scenario.spread == 0)):
                yield name, position


def _clash(stakes: Iterable[tuple[str, Position]]) -> Clash | None:
    lows, highs = [(0.0, "")], [(1.0, "")]
    for name, position in stakes:
        low, high = _signable(position)
        lows.append((low, name))
        highs.append((high, name))
    (low, one), (high, other) = max(lows), min(highs)
    return (one, other) if low > high + _TINY else None


def _signable(position: Position) -> tuple[float, float]:
    """The texts that can be within a limit; all, where it is drawn."""
    known = isinstance(position.ideal, float) and isinstance(position.limit, float)
    return acceptable(position) if known else (0.0, 1.0)
