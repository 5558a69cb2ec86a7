"""Lessons without a browser: opened, played by chance, and read again from their journals."""

import random
from pathlib import Path

from sim.case import digest, dump, read
from sim.classroom.lesson.journal import Journal
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.lesson.records import Opened, Value
from sim.classroom.table.options import Option

CASE = "geneva_ii_round_2"


def opened(path: Path, tables: int = 2, *, head: bool = False, case: str = CASE, seed: int = 1) -> Lesson:
    """Open a room."""
    scenario = read(case)
    journal = Journal(path)
    journal.write(
        Opened(
            sim="0", results=1, source=case, scenario=dump(scenario), digest=digest(scenario), seed=seed,
            code="ABCDEFGH", tables=tables, minutes=4.0, head=head,
        )
    )  # fmt: skip
    return Lesson(scenario, journal)


def reopened(lesson: Lesson) -> Lesson:
    """The same lesson, as a server that was killed has it when it is started again."""
    lesson.journal.close()
    return Lesson(lesson.case, Journal(lesson.journal.path))


def seat_all(lesson: Lesson, table: int) -> None:
    """A member for each seat of a table."""
    for role in lesson.sittings[table].table.roles:
        lesson.sit(lesson.join(f"{table}{role}"), table, role)


def some_of(options: list[Option], luck: random.Random) -> dict[str, Value]:
    """Some of what can be chosen, each question at most once."""
    picks: dict[str, Value] = {}
    for option in luck.sample(options, len(options)):
        if luck.random() < 0.4 and option.name not in picks and option.name != "recess":
            picks[option.name] = luck.uniform(option.low, option.high) if option.value is None else option.value  # type: ignore[assignment]
    return picks


def play(lesson: Lesson, seed: int, most: int = 10_000) -> int:
    """Let all who are asked choose by chance, until the talks are over; gives how many moments there were."""
    luck = random.Random(seed)
    moments = 0
    while moments < most and (waiting := [n for n, one in enumerate(lesson.sittings) if one.moment]):
        table = luck.choice(waiting)
        moments += 1
        sitting = lesson.sittings[table]
        for role in lesson.waited_for(table):
            for member in lesson.members.at(table, role):
                moment = sitting.moment
                assert moment
                lesson.pick(member, moment.place, some_of(moment.options[role], luck))
    return moments


def state(lesson: Lesson) -> list[tuple[bytes, object, object]]:
    """How everything stands at all tables."""
    return [
        (one.table.talks.vector().tobytes(), one.moment and one.moment.place, tuple(one.table.days))
        for one in lesson.sittings
    ]
