"""A run in which one seat is a person's, and the rules play all others."""

from collections.abc import Iterable, Iterator

from sim.case.scenario import Scenario
from sim.classroom.table.openly import seen
from sim.classroom.table.options import Option
from sim.classroom.table.table import STAGES, Table
from sim.talks.facts import Day
from sim.talks.seats import Choice, Value

__all__ = ["STAGES", "Game"]


class Game(Table):
    """Somebody alone at a table: looks at the day ahead, chooses, and lets the day pass."""

    def __init__(self, case: Scenario, role: str, seed: int = 1, replicate: int = 0) -> None:
        """Take a seat: a delegation's key, a sponsor's, or `mediator`."""
        super().__init__(case, seed, replicate)
        self.role = role

    def asked(self, stage: int) -> list[Option]:
        """What the day ahead lets this seat choose at a moment of it; `Refused` where a choice made cannot be."""
        return self.options(stage, (self.role,))[self.role]

    def take(self, name: str, value: Value) -> None:
        """Choose for the day ahead; `Refused` says why not."""
        self.choose(Choice(self.day + 1, self.role, name, value))

    def chosen(self) -> dict[str, Value]:
        """What has been chosen for the day ahead."""
        return {choice.name: choice.value for choice in self.today()}

    def lived(self) -> Day:
        """Let the day pass, and give it as this seat sees it; `Refused` if a choice cannot be followed."""
        return seen(self.pass_day(), self.role)

    def again(self, choices: Iterable[Choice], until: int) -> Iterator[Day]:
        """Play again what this seat played before, as it saw it; raises ValueError where that cannot be."""
        ahead = list(choices)
        if any(choice.who != self.role for choice in ahead):
            raise ValueError("a choice is of another seat")
        return (seen(day, self.role) for day in self.replay(ahead, until))

    def otherwise(self) -> Table:
        """The same world, in which the rules play this seat too."""
        other = Table(self.case, self.seed, self.replicate)
        other.finish()
        return other
