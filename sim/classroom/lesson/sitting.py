"""One table of a lesson: whose turn it is at which moment of which day, what they picked, and what came of it."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sim.case.scenario import Scenario
from sim.classroom.lesson.records import Decided, Made, Value
from sim.classroom.table.options import Option
from sim.classroom.table.table import STAGES, Table
from sim.talks.seats import Choice, Refused

QUIET_DAYS: Final = 14
"""Between sessions a delegation that stays away is asked again after so many days."""
QUIET_SECONDS: Final = 30.0
"""The time for a question on a day without a session."""


@dataclass(frozen=True)
class Moment:
    """A moment of a day at which somebody is asked, and what each seat may choose."""

    day: int
    stage: int
    options: dict[str, list[Option]]

    @property
    def place(self) -> tuple[int, int]:
        """The day, and the moment of it."""
        return self.day, self.stage

    def asked(self, people: Collection[str]) -> list[str]:
        """The seats of people who have something to choose."""
        return [role for role, options in self.options.items() if options and role in people]


class Sitting:
    """A table at which people sit; it goes on by itself until somebody in a seat is asked."""

    def __init__(self, case: Scenario, seed: int, replicate: int) -> None:
        """Lay the table."""
        self.case, self.seed, self.replicate = case, seed, replicate
        self.stage = 0
        self.moment: Moment | None = None
        self.last: Decided | None = None
        self.picked_at = (0, 0)
        self.picked: dict[int, dict[str, Value]] = {}

    @cached_property
    def table(self) -> Table:
        """The talks, laid when they are first looked at: a room opens before that."""
        return Table(self.case, self.seed, self.replicate)

    @property
    def place(self) -> tuple[int, int]:
        """The day ahead, and the moment of it that is next."""
        return self.table.day + 1, self.stage

    @property
    def over(self) -> bool:
        """Whether the talks at this table have ended."""
        return not self.table.running

    def go_on(self, people: Collection[str]) -> None:
        """Play until somebody in a seat is asked, or until the talks are over."""
        while self.moment is None and self.table.running:
            day, stage = self.place
            if stage == len(STAGES):
                self.pass_to(day + 1)
                continue
            moment = Moment(day, stage, self.options(stage)) if people else None
            if moment and moment.asked(people):
                self.moment = moment
            else:
                self.stage += 1

    def options(self, stage: int) -> dict[str, list[Option]]:
        """What each seat may choose now; who stays away between sessions is not asked each day."""
        self.table.settled()
        found = self.table.options(stage, self.table.roles)
        if not self.table.meets():
            chosen = {(one.who, one.name) for one in self.table.today()}
            found = {
                role: [one for one in options if one.name != "returns" or (role, one.name) not in chosen]
                for role, options in found.items()
            }
        return found

    def pass_to(self, day: int) -> None:
        """Let days pass until this one is ahead."""
        while self.table.running and self.table.day + 1 < day:
            self.table.settled()
            self.table.pass_day()
            self.stage = 0

    def possible(self, choice: Choice) -> str:
        """Why something cannot be chosen now; empty if it can."""
        with self.trying():
            try:
                self.table.choose(choice)
            except Refused as refused:
                return refused.refusals[0][1]
            return next((reason for one, reason in self.table.settled() if one == choice), "")

    @contextmanager
    def trying(self) -> Iterator[None]:
        """Whatever is chosen in here is forgotten afterwards."""
        seats = self.table.talks.seats
        kept = {day: dict(choices) for day, choices in seats.choices.items()}
        yield
        seats.choices = kept

    def picks(self) -> dict[int, dict[str, Value]]:
        """What each member has picked for the moment that is now."""
        return self.picked if self.moment and self.moment.place == self.picked_at else {}

    def pick(self, member: int, place: tuple[int, int], picks: dict[str, Value]) -> None:
        """Note what a member picks; the last word counts."""
        if place != self.picked_at:
            self.picked_at, self.picked = place, {}
        self.picked[member] = picks

    def outcome(self, number: int, chosen: Mapping[str, Mapping[str, Value]]) -> Decided:
        """What a moment comes to, if each seat chooses so; nothing has happened yet."""
        moment = self.moment
        assert moment is not None  # noqa: S101 - only a moment is decided
        made = [
            Choice(day, who, name, value)
            for who, picks in chosen.items()
            for name, value in picks.items()
            for day in self.days_of(name, value, moment.day)
        ]
        with self.trying():
            for one in made:
                self.table.choose(one)
            refused = self.table.settled()
        lost = {one for one, _ in refused}
        return Decided(
            table=number, day=moment.day, stage=moment.stage,
            choices=tuple(written(one) for one in made if one not in lost),
            refused=tuple((written(one), reason) for one, reason in refused),
        )  # fmt: skip

    def days_of(self, name: str, value: Value, day: int) -> Iterator[int]:
        """For which days a choice is made: who stays away on a quiet day stays away for some."""
        room = self.table.talks.nouns["room"]
        quiet = name == "returns" and not value and not self.table.meets()
        last = min(day + QUIET_DAYS, room.last_day + 1, room.opening_on if room.opening_on > day else room.last_day + 1)
        yield from range(day, max(last, day + 1)) if quiet else (day,)

    def decide(self, decided: Decided) -> None:
        """Let a moment be over."""
        self.pass_to(decided.day)
        for one in decided.choices:
            self.table.choose(one.choice)
        self.stage = decided.stage + 1
        self.moment, self.last = None, decided

    def relay(self, case: Scenario) -> None:
        """Lay the table anew for a case in which only days to come are other."""
        self.case, self.table = case, self.relaid(case)

    def relaid(self, case: Scenario) -> Table:
        """The table laid for another case, and played up to where it stands; raises ValueError where it cannot be."""
        before, after = self.table, Table(case, self.seed, self.replicate)
        for _ in after.replay(before.choices(), before.day):
            pass
        if after.days != before.days:
            raise ValueError("this would change what has happened already")
        return after

    def finish(self) -> None:
        """Let the rules play to the end."""
        self.moment = None
        while self.table.running:
            self.table.settled()
            self.table.pass_day()


def written(choice: Choice) -> Made:
    """A choice as the journal has it."""
    value = choice.value if isinstance(choice.value, bool | float | str) else tuple(choice.value)
    return Made(day=choice.day, who=choice.who, name=choice.name, value=value)
