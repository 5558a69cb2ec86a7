"""A run in which one seat is a person's, and the rules play all others."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from sim.case.scenario import Scenario
from sim.classroom.table.openly import seen
from sim.classroom.table.options import Option, View, arriving, working
from sim.classroom.table.texts import closing
from sim.talks.facts import Day
from sim.talks.model import Talks
from sim.talks.seats import Choice, Value, remember, restore
from sim.talks.transcript import Transcript

STAGES: Final[tuple[Callable[[View], Iterator[Option]], ...]] = (arriving, working, closing)
"""The moments of a day at which a person is asked, in their order."""


class Game:
    """Somebody in a seat: looks at the day ahead, chooses, and lets the day pass."""

    def __init__(self, case: Scenario, role: str, seed: int = 1, replicate: int = 0) -> None:
        """Take a seat: a delegation's key, a sponsor's, or `mediator`."""
        self.case, self.role, self.seed, self.replicate = case, role, seed, replicate
        self.talks = Talks(case, seed, replicate, collect=False)
        self.notes = Transcript(self.talks)
        self.days: list[Day] = []

    @property
    def day(self) -> int:
        """The last day that has been played, counted as in a `Choice`."""
        return int(self.talks.nouns["room"].day)

    @property
    def running(self) -> bool:
        """Whether there is a day to come."""
        return bool(self.talks.running)

    def options(self, stage: int) -> list[Option]:
        """What the day ahead lets this seat choose at a moment of it; `Refused` where a choice made cannot be."""
        before = self.before()
        kept, steps = remember(self.talks.nouns), self.talks.steps
        self.talks.step()
        try:
            return list(STAGES[stage](View(self.talks.seated, self.talks.nouns, self.role, *before)))
        finally:
            restore(kept)
            self.talks.steps, self.talks.running = steps, True

    def before(self) -> tuple[bool, bool, float, bool]:
        """What counts of the evening before: away, the order agreed, a commitment, the great powers' meeting."""
        nouns, seated = self.talks.nouns, self.talks.seated
        away = self.role in seated.delegations and nouns["delegations"][seated.delegations.index(self.role)].away
        at = seated.sponsors.index(self.role) if self.role in seated.sponsors else -1
        commitment = nouns["sponsors"][at].commitment if at >= 0 else 0.0
        agreed = nouns["agenda"].order_agreed or nouns["agenda"].settled
        return bool(away), bool(agreed), commitment, bool(nouns["great_powers"].met)

    def choose(self, name: str, value: Value) -> None:
        """Choose for the day ahead; `Refused` says why not."""
        self.talks.choose(Choice(self.day + 1, self.role, name, value))

    def take_back(self) -> None:
        """Leave the day ahead to the rules again."""
        self.talks.seats.choices.pop(self.day + 1, None)

    def chosen(self) -> dict[str, Value]:
        """What has been chosen for the day ahead."""
        return {choice.name: choice.value for choice in self.choices() if choice.day == self.day + 1}

    def choices(self) -> list[Choice]:
        """All that has been chosen, in order."""
        today = self.talks.seats.choices
        return [choice for day in sorted(today) for choice in today[day].values()]

    def pass_day(self) -> Day:
        """Let the day pass, and give it as this seat sees it; `Refused` if a choice cannot be followed."""
        order = self.talks.nouns["agenda"].order
        self.talks.step()
        self.days.append(self.notes.day(order))
        return seen(self.days[-1], self.role)

    def replay(self, choices: Iterable[Choice], until: int) -> Iterator[Day]:
        """Play again what was played before, to the evening of a day; raises ValueError where that cannot be."""
        ahead = list(choices)
        for choice in ahead:
            if choice.who != self.role:
                raise ValueError("a choice is of another seat")
            self.talks.choose(choice)
        while self.running and self.day < until:
            yield self.pass_day()
        if self.day != until:
            raise ValueError("the talks end before the day that was saved")

    def otherwise(self) -> "Game":
        """The same world, in which the rules play this seat too."""
        other = Game(self.case, self.role, self.seed, self.replicate)
        while other.running:
            other.pass_day()
        return other
