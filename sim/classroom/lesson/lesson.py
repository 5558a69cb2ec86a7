"""A lesson: what is in its journal, and what the people in it and the teacher may do."""

from collections.abc import Callable, Mapping
from time import monotonic
from typing import Final

from sim.case.scenario import Scenario
from sim.classroom.lesson import records
from sim.classroom.lesson.ballot import decided
from sim.classroom.lesson.clock import Clock
from sim.classroom.lesson.codes import hashed
from sim.classroom.lesson.events import with_event
from sim.classroom.lesson.journal import Journal
from sim.classroom.lesson.members import Member, Members
from sim.classroom.lesson.records import Value
from sim.classroom.lesson.sitting import QUIET_SECONDS, Sitting
from sim.classroom.table.table import roles

MOST_MEMBERS: Final = 400
MOST_IN_A_SEAT: Final = 12


class Unwelcome(ValueError):  # noqa: N818 - no fault of the program
    """What somebody wants cannot be: the sentence says why, and what to do."""


class Lesson:
    """Several tables that play one case at the same time, out of one journal.

    What happens is written down first, then done; the same is done again when a journal is opened.
    """

    def __init__(self, case: Scenario, journal: Journal) -> None:
        """Go on from what the journal holds; its first record opens the room."""
        self.journal, self.case = journal, case
        opened = journal.records[0]
        assert isinstance(opened, records.Opened)  # noqa: S101 - looked at where it was opened
        self.opened = opened
        self.members = Members()
        self.teachers: set[str] = set()
        self.began = self.paused = self.ended = False
        self.sittings = [Sitting(case, opened.seed, number) for number in range(opened.tables)]
        self.clocks = [Clock() for _ in self.sittings]
        self.changed: Callable[[int | None], None] = lambda _table: None
        for record in journal.records[1:]:
            self.follow(record)
        for table in range(opened.tables) if self.began else ():
            self.go_on(table)

    def do(self, record: records.Any) -> None:
        """Write down what happens, and let it happen."""
        self.journal.write(record)
        self.follow(record)

    def follow(self, record: records.Any) -> None:
        """Let something that is written down happen."""
        match record:
            case records.Trusted():
                self.teachers.add(record.key)
            case records.Joined():
                self.members.join(record.member, record.key)
            case records.Sat():
                self.members.sit(record.member, record.table, record.role)
            case records.Stood():
                for number in record.members:
                    self.members.stand(number)
            case records.Picked():
                self.sittings[record.table].pick(record.member, (record.day, record.stage), record.picks)
            case records.Decided():
                self.sittings[record.table].decide(record)
            case records.Injected():
                for table, day in zip(record.tables, record.days, strict=True):
                    self.sittings[table].relay(with_event(self.sittings[table].case, record.event, day))
            case _:
                self._turn(record)

    def _turn(self, record: records.Any) -> None:
        """Begin, pause, go on, end."""
        if isinstance(record, records.Began):
            self.began = True
            self.members.begin()
        self.ended = self.ended or isinstance(record, records.Ended)
        self.paused = record.paused if isinstance(record, records.Paused) else self.paused
        for sitting in self.sittings if self.ended else ():
            sitting.finish()

    def join(self, key: str) -> Member:
        """Let somebody in who typed the code."""
        if len(self.members) >= MOST_MEMBERS:
            raise Unwelcome(f"The room is full: {MOST_MEMBERS} have come in. Ask the teacher.")
        number = len(self.members)
        self.do(records.Joined(member=number, key=hashed(key)))
        return self.members.by_number[number]

    def sit(self, member: Member, table: int, role: str) -> None:
        """Let a member sit down in a seat, alone or with others."""
        if self.ended:
            raise Unwelcome("The lesson is over.")
        if not (0 <= table < len(self.sittings) and role in roles(self.case)):
            raise Unwelcome("There is no such seat. Choose one of those that are shown.")
        there = self.members.at(table, role)
        if member in there:
            return
        if len(there) >= MOST_IN_A_SEAT:
            raise Unwelcome("This seat is full. Choose another one.")
        before = member.table
        self.do(records.Sat(member=member.number, table=table, role=role))
        for one in {before, table} - {-1}:
            self.look(one)

    def stand(self, *standing: Member) -> None:
        """Take members out of their seats; the rules play for a seat in which nobody is left."""
        tables = {member.table for member in standing}
        self.do(records.Stood(members=tuple(member.number for member in standing)))
        for table in tables - {-1}:
            self.look(table)

    def begin(self) -> None:
        """Let all tables begin."""
        if not (self.began or self.ended):
            self.do(records.Began())
            for table in range(len(self.sittings)):
                self.go_on(table)

    def pause(self, *, paused: bool) -> None:
        """Stop all clocks, or let them go on."""
        if paused == self.paused or self.ended:
            return
        self.do(records.Paused(paused=paused))
        for table, clock in enumerate(self.clocks):
            (clock.stop if paused else clock.go)(monotonic())
            self.look(table)

    def pick(self, member: Member, place: tuple[int, int], picks: Mapping[str, Value]) -> None:
        """Take what a member chooses; the same once more changes nothing."""
        sitting = self.sittings[member.table]
        moment = sitting.moment
        if moment is None or moment.place != place:
            raise Unwelcome("This moment is over: the table has gone on. What was chosen before counts.")
        if sitting.picks().get(member.number) == picks:
            return
        day, stage = place
        self.do(
            records.Picked(member=member.number, table=member.table, day=day, stage=stage, picks=dict(picks))
        )  # fmt: skip
        self.look(member.table)

    def waited_for(self, table: int) -> list[str]:
        """The seats that have still to choose."""
        sitting = self.sittings[table]
        people = self.members.people(table)
        asked = sitting.moment.asked(people) if sitting.moment else []
        return [role for role in asked if not self._ready(people[role], sitting.picks())]

    def _ready(self, there: list[Member], picked: Mapping[int, object]) -> bool:
        needed = there[:1] if self.opened.head else there
        return all(member.number in picked for member in needed)

    def look(self, table: int) -> None:
        """Go on if nobody is waited for any more, and tell all who watch."""
        waits = self.waited_for(table) or not self.members.at(table)
        if self.began and not (self.paused or self.ended or waits):
            self.decide(table)
        self.changed(table)

    def decide(self, table: int) -> None:
        """A moment is over: what was chosen counts, and the table goes on."""
        sitting = self.sittings[table]
        if sitting.moment:
            self.do(sitting.outcome(table, self.chosen(table)))
        self.go_on(table)

    def chosen(self, table: int) -> dict[str, dict[str, Value]]:
        """What each seat of people chooses at this moment."""
        picked = self.sittings[table].picks()
        found = {
            role: [picked.get(member.number, {}) for member in there if self.opened.head or member.number in picked]
            for role, there in self.members.people(table).items()
        }
        return {role: decided(picks, head=self.opened.head) for role, picks in found.items() if picks}

    def go_on(self, table: int) -> None:
        """Let a table play until somebody is asked, and start its clock; one that all have left waits for others."""
        if self.ended:
            return
        sitting = self.sittings[table]
        sitting.go_on(self.members.people(table) or self.members.once.get(table, ()))
        if sitting.moment:
            half = 60 * self.opened.minutes / 2
            seconds = half if sitting.table.meets() and sitting.moment.stage else min(QUIET_SECONDS, half)
            self.clocks[table].start(seconds, monotonic(), stopped=self.paused)
        self.changed(table)

    def tick(self) -> None:
        """Decide wherever the time is over."""
        if not self.began or self.paused or self.ended:
            return
        for table, sitting in enumerate(self.sittings):
            if sitting.moment and self.members.at(table) and self.clocks[table].left(monotonic()) == 0.0:
                self.decide(table)

    def inject(self, tables: tuple[int, ...], event: dict[str, str | float]) -> None:
        """Let something happen tomorrow at some tables."""
        if not self.began:
            raise Unwelcome("The talks have not begun.")
        those = tuple(table for table in tables if not self.sittings[table].over)
        days = tuple(self.sittings[table].place[0] + 1 for table in those)
        last = [self.sittings[table].table.talks.nouns["room"].last_day for table in those]
        if not those or any(day > end for day, end in zip(days, last, strict=True)):
            raise Unwelcome("The talks are over by then.")
        for table, day in zip(those, days, strict=True):
            self.sittings[table].relaid(with_event(self.sittings[table].case, event, day))  # before it is written
        self.do(records.Injected(tables=those, days=days, event=event))
        for table in those:
            self.look(table)

    def end(self) -> None:
        """End the lesson; what is left to play is left to the rules."""
        if not self.ended:
            self.do(records.Ended())
            self.changed(None)
