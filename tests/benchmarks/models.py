"""The same case by Mesa's own runner, by our Mesa model, by plain objects, and compiled."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final

import mesa
from mesa.batchrunner import batch_run

from sim.talks.model import Call, Talks, go_through
from sim.talks.outcome import quantities
from sim.talks.records import ONE, SINGULAR, Nouns, pack
from sim.talks.session import EVENING, MORNING, SESSION, START, Piece, nouns_of
from tests.benchmarks.cases import SEED, at, play, play_alone, seated
from tests.benchmarks.clocks import a_run
from tests.benchmarks.ratio import Benchmark, Cost, Goal

RUNS: Final = 200
COMPILED: Final = 20_000


class Batch(Talks):
    """The talks as `batch_run` wants them: it collects once a day, here the outcome at the end and nothing before.

    That is the least that it can be asked to collect; the series of the talks are left out.
    """

    def __init__(self, replicate: int) -> None:
        """Seat the default case for one run."""
        super().__init__(seated(), SEED, replicate, collect=False)
        self.datacollector = mesa.DataCollector({"outcome": Batch.outcome})

    def step(self) -> None:
        """One day."""
        super().step()
        self.datacollector.collect(self)

    def outcome(self) -> list[float] | None:
        """What the run came to, once it is over."""
        return None if self.running else outcome(self.nouns)


def outcome(nouns: Nouns) -> list[float]:
    """Every column of the outcome of a run, read off the nouns."""
    values = []
    for one in QUANTITIES:
        noun = nouns[one.noun]
        for place in () if one.noun in ONE else one.row:
            noun = noun[place]
        values.append(getattr(noun, one.field))
    return values


QUANTITIES: Final = quantities(seated())


def in_batch(count: int) -> list[dict[str, Any]]:
    """Play runs by Mesa's own runner, in one process; each has another replicate."""
    varied = {"replicate": range(count)}
    runs: list[dict[str, Any]] = batch_run(Batch, varied, number_processes=1, display_progress=False)
    return runs


def by_mesa(replicate: int) -> Nouns:
    """Play a run by our Mesa model."""
    talks = Talks(seated(), SEED, replicate, collect=False)
    while talks.running:
        talks.step()
    talks.disperse()
    return talks.nouns


def by_objects(replicate: int) -> Nouns:
    """Play a run with nothing but the nouns as objects and the order of events: no framework at all."""
    nouns = seated().nouns(SEED, replicate)
    go_through(share_out(nouns, START))
    morning, session, evening = (share_out(nouns, pieces) for pieces in (MORNING, SESSION, EVENING))
    room = nouns["room"]
    while not room.over:
        go_through(morning)
        if room.held:
            go_through(session)
        go_through(evening)
    return nouns


def share_out(nouns: Nouns, pieces: tuple[Piece, ...]) -> list[Call]:
    """Say for each piece who does it and what they look at."""
    calls: list[Call] = []
    for piece in pieces:
        who, *names = nouns_of(piece)
        others = tuple(nouns[name] for name in names)
        calls += [(piece, (one, *others)) for one in (nouns[SINGULAR[who]] if who in SINGULAR else [nouns[who]])]
    return calls


def each(do: Callable[[int], object]) -> Callable[[int], None]:
    """Play runs one after another."""

    def play_them(count: int) -> None:
        for replicate in range(count):
            do(replicate)

    return play_them


def batch_and_one(size: float) -> AbstractContextManager[tuple[Cost, Cost]]:
    """Mesa's runner, and one thread."""
    return nullcontext((a_run(in_batch, at(size, RUNS)), a_run(play_alone, at(size, COMPILED))))


def batch_and_two(size: float) -> AbstractContextManager[tuple[Cost, Cost]]:
    """Mesa's runner, and two threads."""
    return nullcontext((a_run(in_batch, at(size, RUNS)), a_run(lambda count: play(count, 2), at(size, 2 * COMPILED))))


def mesa_and_one(size: float) -> AbstractContextManager[tuple[Cost, Cost]]:
    """Our Mesa model, and one thread."""
    return nullcontext((a_run(each(by_mesa), at(size, RUNS)), a_run(play_alone, at(size, COMPILED))))


def mesa_and_objects(size: float) -> AbstractContextManager[tuple[Cost, Cost]]:
    """Our Mesa model, and the same session without it; both come to the same, or there is nothing to compare."""
    count, layout = at(size, RUNS), seated().layout
    for replicate in range(count):
        if pack(layout, by_mesa(replicate)).tobytes() != pack(layout, by_objects(replicate)).tobytes():
            raise RuntimeError(f"Run {replicate} came to something else without Mesa.")
    return nullcontext((a_run(each(by_mesa), count), a_run(each(by_objects), count)))


BENCHMARKS: Final = {
    "batch-run": Benchmark(
        "`mesa.batch_run`, one process", "compiled, one thread", "seconds a run", Goal(least=150), batch_and_one
    ),
    "batch-run-two": Benchmark(
        "`mesa.batch_run`, one process", "compiled, two threads", "seconds a run", Goal(least=280), batch_and_two
    ),
    "mesa": Benchmark(
        "our Mesa model, one run after another", "compiled, one thread", "seconds a run", Goal(least=80), mesa_and_one
    ),
    "objects": Benchmark(
        "our Mesa model", "the same session over plain objects, without Mesa", "seconds a run", Goal(most=2),
        mesa_and_objects,
    ),
}  # fmt: skip
