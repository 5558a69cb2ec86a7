"""Where people in a lesson are led who ask for a page that is not theirs."""

from pathlib import Path

from sim.classroom.web.room import Room
from sim.classroom.web.visitor import cookie
from tests.lesson.lessons import CASE, opened
from tests.room.asking import ask


def test_a_phone_whose_seat_was_freed_is_shown_the_seats(tmp_path: Path) -> None:
    lesson = opened(tmp_path / "journal")
    room = Room(lesson.case, CASE, (), 1, lesson=lesson)
    member = lesson.join("abc123")
    mine = {cookie(room, "seat"): "abc123"}
    lesson.sit(member, 0, "government")
    assert ask(room, "/seat", **mine).status == 200
    lesson.stand(member)
    freed = ask(room, "/seat", **mine)
    assert (freed.status, freed.headers["location"]) == (303, "/room")
    assert ask(room, "/desk", **mine).status == 403
    assert ask(room, "/seat").status == 401
