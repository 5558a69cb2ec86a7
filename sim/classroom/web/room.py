"""What a served room holds: the case, how it was named, and the lesson, if there is one."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sim.case.scenario import Scenario
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.web.debrief.remembered import Remembered
from sim.classroom.web.lesson.guesses import Guesses
from sim.classroom.web.lesson.stories import Stories
from sim.classroom.web.lesson.streams import Streams
from sim.classroom.web.watch.dial import Dial
from sim.classroom.web.watch.dials import dials
from sim.classroom.web.watch.worlds import Worlds


@dataclass
class Room:
    """A case that is shown, or played in a class; `address` is what students type."""

    case: Scenario
    source: str
    settings: tuple[str, ...]
    seed: int
    address: str = ""
    lesson: Lesson | None = None
    guesses: Guesses = field(default_factory=Guesses)
    streams: Streams = field(default_factory=Streams)
    stories: Stories = field(default_factory=Stories)
    classes: Path = Path("results/classes")
    """Where lessons go that the teacher saves."""
    debrief: Remembered = field(default_factory=Remembered)

    @property
    def name(self) -> str:
        """How the case is called, without its folder."""
        return Path(self.source).name

    @cached_property
    def dials(self) -> tuple[Dial, ...]:
        """What can be moved in the case."""
        return dials(self.case)

    @cached_property
    def worlds(self) -> Worlds:
        """The case as it is with something moved."""
        return Worlds(self.case)
