"""What the tests of a debrief share: few simulated talks, and time to wait for them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sim.classroom.lesson.lesson import Lesson
from sim.classroom.web.debrief import remembered
from tests.lesson.browsing import Browsing


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A debrief beside 24 simulated talks."""
    monkeypatch.setattr(remembered, "RUNS", 24)
    monkeypatch.setattr(remembered, "PATIENCE", 60)


@pytest.fixture(scope="module")
def browse() -> Iterator[Callable[[Lesson, Path], Browsing]]:
    """Let somebody ask a room for pages; it is closed at the end."""
    rooms: list[Browsing] = []

    def opened(lesson: Lesson, classes: Path) -> Browsing:
        rooms.append(Browsing(lesson, classes))
        return rooms[-1]

    yield opened
    for room in rooms:
        room.close()
