"""How far many runs have come is told on standard error, and only where it takes long."""

from io import StringIO

import pytest

from sim.commands import progress
from sim.commands.progress import Progress
from sim.report.terminal.page import Page


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        """The seconds that have passed."""
        return self.now


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Time, standing still."""
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


def test_elsewhere_than_on_a_terminal_each_tenth_is_a_line(clock: Clock) -> None:
    said = StringIO()
    told = Progress(Page(said, {}), 10_000)
    for done in range(500, 10_001, 500):
        clock.now += 0.5
        told(done)
    told.end()
    lines = said.getvalue().splitlines()
    assert len(lines) == 10
    assert lines[2] == "3,000 of 10,000 runs · 1,000 a second · 7 s left"
    assert lines[-1] == "10,000 of 10,000 runs · 1,000 a second"


def test_what_comes_before_the_first_report_does_not_slow_the_rest_down(clock: Clock) -> None:
    said = StringIO()
    told = Progress(Page(said, {}), 1000)
    for done, now in ((100, 20.0), (600, 21.0)):
        clock.now = now
        told(done)
    assert said.getvalue().splitlines()[-1] == "600 of 1,000 runs · 500 a second · 1 s left"


def test_what_takes_less_than_half_a_second_says_nothing(clock: Clock) -> None:
    for stream in (StringIO(), Terminal()):
        told = Progress(Page(stream, {}), 10)
        clock.now += 0.49
        told(10)
        told.end()
        assert stream.getvalue() == ""


def test_on_a_terminal_a_bar_grows_in_one_line_and_goes_away(clock: Clock) -> None:
    said = Terminal()
    told = Progress(Page(said, {}), 100)
    told.wait("Compiling.")
    for done, seconds in ((25, 1), (100, 1.5)):
        clock.now += seconds
        told(done)
    told.end()
    waited, first, second, last = said.getvalue().split("\r\x1b[K")[1:]
    assert waited == "Compiling."
    assert first == "━━━━━" + " " * 16 + "25 of 100 runs · 25 a second · 3 s left"
    assert second == "━" * 20 + " 100 of 100 runs · 50 a second"
    assert last == ""
