"""A sweep: what is missing of a plan is played, kept as it comes, and counted into one digest."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from typing import NamedTuple, Protocol, TypeAlias

from sim.study.chunks import Chunk, Failure, Played
from sim.study.plan import Plan
from sim.study.playing import played
from sim.study.points import Points
from sim.study.provenance import Digesting
from sim.study.runs import PLAYERS, Progress
from sim.study.workers import as_done, heard, threads
from sim.talks.outcome import entries

Submit: TypeAlias = Callable[[Chunk], Future[Played]]


class Keeper(Protocol):
    """Whoever keeps what the chunks of a plan came to: a folder, or the memory."""

    @property
    def chunks(self) -> Sequence[Chunk]:
        """All chunks of the plan, in order."""

    @property
    def done(self) -> frozenset[int]:
        """The numbers of those that were kept before."""

    def keep(self, chunk: Chunk, played: Played) -> None:
        """Keep a chunk for good."""

    def load(self, chunk: Chunk) -> Played:
        """Give back a chunk that was kept."""

    def finish(self, digest: str) -> None:
        """Note that all is there."""


class Crew(NamedTuple):
    """Those who play chunks: how one is handed to them, and how many they take at a time."""

    submit: Submit
    most: int


class Swept(NamedTuple):
    """How a sweep went: its digest, how many runs were played now, and those that failed."""

    digest: str
    played: int
    failures: tuple[Failure, ...]


class TooManyFailures(Exception):  # noqa: N818 - what it says
    """More runs failed than the user bears with; carries those that did."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        """Keep the failures, and say how the last one failed."""
        last = failures[-1]
        super().__init__(
            f"{len(failures):,} runs failed, which is more than was allowed; the last one is replicate "
            f"{last.replicate} of point {last.point}: {last.error}: {last.message}"
        )
        self.failures = tuple(sorted(failures))


def sweep(plan: Plan, kept: Keeper, crew: Crew, *, progress: Progress | None = None, most_failures: int = 100) -> Swept:
    """Play what is missing of a plan, and keep each chunk as soon as it is done.

    `progress` is told how many of the plan's runs are there. The digest is the same however often this was
    stopped, whoever played, and whatever was kept before.

    Raises
    ------
    TooManyFailures
        More than `most_failures` runs raised an error. What was played is kept.

    """
    digesting = Digesting(len(plan.points), len(entries(Points(plan).seated(0))))
    failures: list[Failure] = []
    there = now = 0
    for chunk, result in as_done(lambda chunk: _given(chunk, kept, crew), kept.chunks, crew.most):
        if chunk.number not in kept.done:
            kept.keep(chunk, result)
            now += chunk.count
        digesting.take(chunk, result)
        failures += result.failures
        there += chunk.count
        if progress:
            progress(there)
        if len(failures) > most_failures:
            raise TooManyFailures(failures)
    digest = digesting.digest()
    kept.finish(digest)
    return Swept(digest, now, tuple(sorted(failures)))


def _given(chunk: Chunk, kept: Keeper, crew: Crew) -> Future[Played]:
    """What a chunk came to, read where it is kept, else to be played."""
    if chunk.number not in kept.done:
        return crew.submit(chunk)
    there: Future[Played] = Future()
    there.set_result(kept.load(chunk))
    return there


@contextmanager
def in_threads(plan: Plan, engine: str, workers: int) -> Iterator[Crew]:
    """A crew of threads in this process, which share what is compiled."""
    points = Points(plan)
    with threads(workers) as pool:
        heard(pool.submit(PLAYERS[engine], points.seated(0), plan.seed, 0, 0, 0))  # the main thread hears Ctrl-C
        yield Crew(lambda chunk: pool.submit(played, plan, points, chunk, engine), workers)
