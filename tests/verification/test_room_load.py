"""Two hundred people for five minutes: no seat is lost, no move counts twice, memory stays small; how fast is told."""

from pathlib import Path

import pytest

from tests.room.rooms import started
from tests.verification.load import TABLES, doubled, load


def test_two_hundred_people_lose_no_seat_and_no_move_counts_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lesson"
    room = started(path, "--tables", str(TABLES), "--minutes", "2")
    try:
        measured = load(room, 200, 300)
    finally:
        room.kill()
    with capsys.disabled():
        print(f"\n{measured}")  # noqa: T201 - a figure
    assert measured.lost == []
    assert doubled(path) == []
    assert measured.megabytes <= 300
    assert measured.moves > 100
