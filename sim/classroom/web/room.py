"""What a served room holds: the case, how it was named, and the lesson, if there is one."""

from dataclasses import dataclass

from sim.case.scenario import Scenario


@dataclass
class Room:
    """A case that is shown, or played in a class."""

    case: Scenario
    source: str
    settings: tuple[str, ...]
    seed: int
