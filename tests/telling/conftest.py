"""Runs told to a page without colour, in this process."""

from collections.abc import Callable, Iterator
from io import StringIO

import pytest

from sim.case import read
from sim.commands.course import conclude
from sim.commands.order import Order
from sim.report.story.cast import Cast
from sim.report.story.course import ended
from sim.report.story.telling import Telling
from sim.report.terminal.page import Page
from sim.talks.facts import Day
from sim.talks.model import Talks
from sim.talks.transcript import days


@pytest.fixture
def told() -> Callable[..., str]:
    """The story of one run: told("first_scenario", replicate=1, settings=["spread=0.1"])."""

    def tell(source: str, *, seed: int = 1, replicate: int = 0, settings: tuple[str, ...] = ()) -> str:
        case = read(source, settings)
        talks = Talks(case, seed, replicate)
        text = StringIO()
        page = Page(text, {})
        over, columns = ended(talks, Telling(page, Cast(case)).tell(days(talks)))
        conclude(page, Order(source, settings, seed, replicate), case, over, columns)
        talks.disperse()
        return text.getvalue()

    return tell


@pytest.fixture
def passing() -> Callable[..., Iterator[Day]]:
    """The days of one run, with their facts."""

    def play(source: str, *, replicate: int = 0, settings: tuple[str, ...] = ()) -> Iterator[Day]:
        return days(Talks(read(source, settings), 1, replicate))

    return play
