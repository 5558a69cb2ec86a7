"""The room in a browser, over loopback: how soon a slider is answered, how soon the room is open, how much it sends."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from itertools import count
from typing import Final

from tests.benchmarks.cases import play
from tests.benchmarks.clocks import home, process, sim, wall
from tests.benchmarks.ratio import Benchmark, Cost, Goal, Sides

BESIDE: Final = 0.02
"""Seconds that an answer may take beside the runs, before it is multiplied."""
SOON: Final = 1.5
SMALL: Final = 60_000
PAGE: Final = ("/watch", *(f"/static/{name}" for name in ("room.css", "watch.css", "run.css", "watch.js", "run.js")))
WAITING: Final = b"being made ready"


class Visitor:
    """Somebody who asks a room for pages, over one connection."""

    def __init__(self, address: str) -> None:
        self._connection = HTTPConnection(address)
        self._moved = count(1)

    def page(self, path: str, **headers: str) -> bytes:
        """What is answered, as it is sent."""
        self._connection.request(
            "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = self._connection.getresponse()
        text = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} was answered by {answer.status}.")
        return text

    def move(self, runs: int) -> None:
        """Move a slider to where it has never been, and get the bars."""
        place = 0.4 + next(self._moved) / 10_000
        self.page(f"/watch/distribution?set=great_powers.cooperation={place:.4f}&runs={runs}")


@contextmanager
def room(variables: Mapping[str, str]) -> Iterator[Visitor]:
    """A room that is open until it is left."""
    started = subprocess.Popen(
        [sys.executable, *sim("serve", "geneva_ii_round_2", "--port", "0")],
        env=variables,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        said = started.stdout.readline() if started.stdout else ""
        found = re.search(r"http://([0-9.:]+)/", said)
        if not found:
            raise RuntimeError("The room did not open.")
        yield Visitor(found[1])
    finally:
        started.terminate()
        started.communicate()


def prepared(variables: Mapping[str, str]) -> None:
    """Compile the rules, and let Python keep its modules."""
    process(sim("run", "-n", "1", "--engine", "compiled"), variables)
    opened(variables)


def opened(variables: Mapping[str, str]) -> float:
    """The seconds until a room that is started has given its first page."""
    begin = time.perf_counter()
    with room(variables) as visitor:
        visitor.page("/watch")
        return time.perf_counter() - begin


def moved_and_played(runs: int) -> Sides:
    """A slider that is moved, until the bars are there; and playing as many runs, with 20 ms beside."""

    @contextmanager
    def sides(_: float) -> Iterator[tuple[Cost, Cost]]:
        with home() as (_folder, variables):
            prepared(variables)
            with room(variables) as visitor:
                while WAITING in visitor.page(f"/watch/distribution?runs={runs}"):
                    time.sleep(0.1)
                yield partial(wall, partial(visitor.move, runs)), lambda: wall(partial(play, runs)) + BESIDE

    return sides


@contextmanager
def opened_soon(_: float) -> Iterator[tuple[Cost, Cost]]:
    """A room from its start to its first page, and how long that may take."""
    with home() as (_folder, variables):
        prepared(variables)
        yield partial(opened, variables), lambda: SOON


@contextmanager
def bytes_of_the_page(_: float) -> Iterator[tuple[Cost, Cost]]:
    """All that the page loads, with its bars, and how much that may be."""
    with home() as (_folder, variables):
        prepared(variables)
        with room(variables) as visitor:
            while WAITING in visitor.page("/watch"):
                time.sleep(0.1)
            yield lambda: float(sum(len(visitor.page(path, accept_encoding="gzip")) for path in PAGE)), lambda: SMALL


BENCHMARKS: Final = {
    **{
        f"watch-{runs}": Benchmark(
            f"a slider moved on the page of `sim serve`, to the bars of {runs:,} runs", "playing them, and 20 ms",
            "seconds", Goal(most=1.5), moved_and_played(runs),
        )
        for runs in (1_000, 10_000)
    },
    "watch-start": Benchmark(
        "`sim serve` from its start to the first page", "1.5 s", "seconds", Goal(most=1), opened_soon
    ),
    "watch-size": Benchmark(
        "the page with its style sheets and scripts, as browsers get it", "60 kB", "bytes", Goal(most=1),
        bytes_of_the_page,
    ),
}  # fmt: skip
