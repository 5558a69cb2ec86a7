"""A server that is killed in mid-lesson: the same command brings back the room, every seat and every move."""

from pathlib import Path

from tests.room.browsers import journal
from tests.room.killing import doubled, killed, opened


def test_three_kills_in_a_lesson_cost_no_seat_and_no_move(tmp_path: Path) -> None:
    path = tmp_path / "lesson"
    room, those = opened(path)
    took = []
    for number, seconds in enumerate((0.05, 0.3, 0.8)):
        room, seconds_back = killed(room, those, path, seconds, number)
        took.append(seconds_back)
    room.kill()
    assert those.moves > 3
    assert doubled(path) == []
    assert len(journal(path, "trusted")) == 4
    assert max(took) < 60  # how fast it is, is measured elsewhere: here others use the machine
