"""Fifty kills in one lesson, at any moment, while people choose: no seat and no acknowledged move is lost."""

from pathlib import Path
from random import Random

import pytest

from tests.room.killing import doubled, killed, opened

KILLS = 50


def test_fifty_kills_in_a_lesson_cost_no_seat_and_no_move(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, luck = tmp_path / "lesson", Random(50)
    room, those = opened(path)
    took = []
    for number in range(KILLS):
        room, seconds = killed(room, those, path, luck.uniform(0.0, 1.5), number)
        took.append(seconds)
    room.kill()
    assert doubled(path) == []
    assert those.moves > KILLS
    with capsys.disabled():
        took.sort()
        print(f"\n{KILLS} kills, {those.moves} moves: back after {took[KILLS // 2]:.1f} s, at most {took[-1]:.1f} s")  # noqa: T201 - a figure
