"""A table at which any number of seats are people's, and the rules play all others."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from sim.case.scenario import Scenario
from sim.classroom.table.options import Option, View, arriving, working
from sim.classroom.table.texts import closing
from sim.rules.formats import FORMATS
from sim.talks import bulletin
from sim.talks.facts import Day, Fact
from sim.talks.seats import Choice, Refused, remember, restore

STAGES: Final[tuple[Callable[[View], Iterator[Option]], ...]] = (arriving, working, closing)
"""The moments of a day at which people are asked, in their order."""


def roles(case: Scenario) -> tuple[str, ...]:
    """The seats of a case: each delegation, each sponsor, the mediator."""
    return (*case.delegations, *case.sponsors, "mediator")


class Table:
    """Talks in which people sit: they look at the day ahead, choose, and let the day pass."""

    def __init__(self, case: Scenario, seed: int = 1, replicate: int = 0) -> None:
        """Lay the table for one run of a case."""
        from sim.talks.model import Talks  # noqa: PLC0415 - it brings mesa, and a room opens before that
        from sim.talks.transcript import Transcript  # noqa: PLC0415 - the same

        self.case, self.seed, self.replicate = case, seed, replicate
        self.talks = Talks(case, seed, replicate, collect=False)
        self.notes = Transcript(self.talks)
        self.days: list[Day] = []
        self.morning: tuple[Fact, ...] = ()
        self.format = ""

    @property
    def roles(self) -> tuple[str, ...]:
        """The seats: each delegation, each sponsor, the mediator."""
        return roles(self.case)

    @property
    def day(self) -> int:
        """The last day that has been played, counted as in a `Choice`."""
        return int(self.talks.nouns["room"].day)

    @property
    def running(self) -> bool:
        """Whether there is a day to come."""
        return bool(self.talks.running)

    def options(self, stage: int, roles: Iterable[str]) -> dict[str, list[Option]]:
        """What the day ahead lets each of these seats choose at a moment of it.

        Notes the news of its morning, and the format in which they would meet. `Refused` where a choice made cannot
        be followed; it is then chosen no more.
        """
        before = {role: self._before(role) for role in roles}
        kept, steps = remember(self.talks.nouns), self.talks.steps
        self.talks.step()
        try:
            seated, nouns = self.talks.seated, self.talks.nouns
            self.format = list(FORMATS)[nouns["room"].format] if nouns["room"].held else ""
            self.morning = tuple(bulletin.outside(seated, nouns, seated.date_of(self.day)))
            return {role: list(STAGES[stage](View(seated, nouns, role, *was))) for role, was in before.items()}
        finally:
            restore(kept)
            self.talks.steps, self.talks.running = steps, True

    def meets(self) -> bool:
        """Whether the day ahead is one of a session, by the calendar."""
        room = self.talks.nouns["room"]
        return bool(room.in_round) or room.opening_on == room.day + 1

    def _before(self, role: str) -> tuple[bool, bool, float, bool]:
        """What counts of the evening before: away, the order agreed, a commitment, the great powers' meeting."""
        nouns, seated = self.talks.nouns, self.talks.seated
        away = role in seated.delegations and nouns["delegations"][seated.delegations.index(role)].away
        at = seated.sponsors.index(role) if role in seated.sponsors else -1
        commitment = nouns["sponsors"][at].commitment if at >= 0 else 0.0
        agreed = nouns["agenda"].order_agreed or nouns["agenda"].settled
        return bool(away), bool(agreed), commitment, bool(nouns["great_powers"].met)

    def choose(self, choice: Choice) -> None:
        """Choose for a day to come; `Refused` says why not."""
        self.talks.choose(choice)

    def take_back(self) -> None:
        """Leave the day ahead to the rules again."""
        self.talks.seats.choices.pop(self.day + 1, None)

    def today(self) -> list[Choice]:
        """What has been chosen for the day ahead."""
        return list(self.talks.seats.choices.get(self.day + 1, {}).values())

    def choices(self) -> list[Choice]:
        """All that has been chosen, in order."""
        made = self.talks.seats.choices
        return [choice for day in sorted(made) for choice in made[day].values()]

    def pass_day(self) -> Day:
        """Let the day pass; `Refused` if a choice cannot be followed."""
        order = self.talks.nouns["agenda"].order
        self.talks.step()
        self.days.append(self.notes.day(order))
        return self.days[-1]

    def settled(self) -> tuple[tuple[Choice, str], ...]:
        """See which choices for the day ahead cannot be followed together, and forget those; each with its reason."""
        refused: list[tuple[Choice, str]] = []
        while True:
            try:
                self.options(0, ())
            except Refused as refusal:
                refused += refusal.refusals
            else:
                return tuple(refused)

    def replay(self, choices: Iterable[Choice], until: int) -> Iterator[Day]:
        """Play again what was played before, to the evening of a day; raises ValueError where that cannot be."""
        for choice in choices:
            self.choose(choice)
        while self.running and self.day < until:
            yield self.pass_day()
        if self.day != until:
            raise ValueError("the talks end before the day that was saved")

    def finish(self) -> None:
        """Let the rules play to the end."""
        while self.running:
            self.pass_day()
