"""What the teacher lets happen is of a day to come, is told, and never breaks a lesson."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from sim.classroom.lesson.events import PREFIX
from sim.classroom.lesson.journal import Journal
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.lesson.sitting import Sitting
from tests.room.browsers import Browser, journal
from tests.room.rooms import CASE_READ, ROLES, Held, held

HAPPENS = (
    {"kind": "attack", "at": "homs", "name": "Shells on the road of the convoy"},
    {"kind": "attack", "at": "homs", "by": "government", "name": "A raid at dawn"},
    {"kind": "evacuation", "at": "homs", "people": "412", "name": "Buses leave by night"},
    {"kind": "prolongation", "at": "homs", "days": "3", "name": "The guns stay silent"},
    {"kind": "affront", "to": "opposition", "size": "0.9", "name": "An enemy is invited"},
)
CANNOT: tuple[dict[str, str], ...] = (
    {}, {"kind": ""}, {"kind": "war"}, {"kind": "attack"}, {"kind": "attack", "at": "aleppo"},
    {"kind": "attack", "at": "homs", "by": "nobody"}, {"kind": "attack", "at": "homs", "by": "russia"},
    {"kind": "attack", "at": "homs", "name": "a\u202eb"}, {"kind": "attack", "at": "homs", "name": "a\x00b"},
    {"kind": "attack", "at": "homs", "name": "w" * 200}, {"kind": "evacuation", "at": "homs"},
    {"kind": "evacuation", "at": "homs", "people": "9" * 400}, {"kind": "evacuation", "at": "homs", "people": "-3"},
    {"kind": "evacuation", "at": "homs", "people": "many"}, {"kind": "evacuation", "at": "homs", "people": "²"},
    {"kind": "prolongation", "at": "homs", "days": "99999999999"},
    {"kind": "prolongation", "at": "homs", "days": "9" * 400},
    {"kind": "prolongation", "at": "homs", "days": "x"}, {"kind": "prolongation", "at": "homs", "days": "1000000"},
    {"kind": "affront", "to": "opposition", "size": "2"}, {"kind": "affront", "to": "russia", "size": "0.1"},
    {"kind": "affront", "to": "opposition"}, {"kind": "affront", "to": "opposition", "size": "nan"},
)  # fmt: skip


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Held]:
    with held(tmp_path / "lesson") as found:
        yield found


def played(room: Held, moments: int) -> list[Browser]:
    """A table full of people who have chosen for some moments."""
    people, luck = [room.place.student(0, role) for role in ROLES], Random(1)
    room.place.teacher().send("/begin")
    for _ in range(moments):
        for one in people:
            one.choose(luck)
    return people


def told(sitting: Sitting) -> list[str]:
    """The events of the teacher that happened at a table."""
    said = str([fact for day in sitting.table.days for fact in day.facts])
    return sorted(set(re.findall(PREFIX + r"\d+", said)))


def again(room: Held) -> Lesson:
    """The lesson out of a copy of its journal."""
    copy = room.path.with_name("copy")
    copy.write_bytes(room.path.read_bytes())
    return Lesson(CASE_READ, Journal(copy))


@pytest.mark.parametrize("event", HAPPENS, ids=lambda one: one["name"])
@pytest.mark.parametrize("moments", [1, 4])
def test_an_event_changes_days_to_come_and_is_told(room: Held, event: dict[str, str], moments: int) -> None:
    people, sitting = played(room, moments), room.lesson.sittings[0]
    before = list(sitting.table.days)
    assert room.place.teacher().post("/inject", event | {"table": "0"}).status == 303
    assert sitting.table.days == before
    room.lesson.end()
    assert sitting.table.days[: len(before)] == before
    assert [told(one) for one in room.lesson.sittings] == [[f"{PREFIX}0"], []]
    copy = again(room)
    assert [one.table.days for one in copy.sittings] == [one.table.days for one in room.lesson.sittings]
    assert people[0].ask("GET", "/seat").status == 303


def test_an_event_is_read_in_the_story_of_every_seat(room: Held) -> None:
    people = played(room, 1)
    room.place.teacher().send("/inject", **HAPPENS[0])
    for _ in range(9):
        room.lesson.decide(0)
    assert [one for one in people if HAPPENS[0]["name"] not in one.get("/story").read.words] == []


@pytest.mark.parametrize("event", CANNOT, ids=range(len(CANNOT)))
def test_what_cannot_happen_is_told_and_changes_nothing(room: Held, event: dict[str, str]) -> None:
    played(room, 1)
    before = room.path.read_bytes()
    answer = room.place.teacher().post("/inject", event)
    assert answer.status == 409
    assert len(answer.read.words) > 40
    assert room.path.read_bytes() == before


def test_all_that_can_happen_can_happen_at_once(room: Held) -> None:
    played(room, 2)
    teacher = room.place.teacher()
    for event in HAPPENS * 2:
        assert teacher.post("/inject", event).status == 303
    for _ in range(200):
        room.lesson.decide(0)
    assert room.lesson.sittings[0].over
    assert again(room).sittings[0].table.days == room.lesson.sittings[0].table.days
    assert len(journal(room.path, "injected")) == 10
