"""What a served room holds: the case, how it was named, and the lesson, if there is one."""

from dataclasses import dataclass
from functools import cached_property

from sim.case.scenario import Scenario
from sim.classroom.web.watch.dial import Dial
from sim.classroom.web.watch.dials import dials
from sim.classroom.web.watch.worlds import Worlds


@dataclass
class Room:
    """A case that is shown, or played in a class."""

    case: Scenario
    source: str
    settings: tuple[str, ...]
    seed: int

    @cached_property
    def dials(self) -> tuple[Dial, ...]:
        """What can be moved in the case."""
        return dials(self.case)

    @cached_property
    def worlds(self) -> Worlds:
        """The case as it is with something moved."""
        return Worlds(self.case)
