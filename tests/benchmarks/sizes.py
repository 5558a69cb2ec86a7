"""Few runs and very many: what a run costs, in time and in memory."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final

from tests.benchmarks.cases import at, play, play_alone
from tests.benchmarks.clocks import Spent, a_run, home, process, processor, sim
from tests.benchmarks.ratio import Benchmark, Cost, Goal, Sides

MIDDLE: Final = 100_000
MOST_AT_ONCE: Final = 1_000_000
"""More runs than this do not fit into the memory of a small machine; they are played in parts."""
POINTS: Final = 100


def in_calls_of(most: int) -> Callable[[int], None]:
    """Play runs in calls of so many each, none of them twice."""

    def play_them(count: int) -> None:
        for first in range(0, count, most):
            play(min(most, count - first), first=first)

    return play_them


def some_and_middle(runs: int) -> Sides:
    """The processor time of a run when so many are played, and when it is the middle number.

    Small numbers are played in as many calls as make the middle number; very large ones in parts.
    """

    def sides(size: float) -> AbstractContextManager[tuple[Cost, Cost]]:
        there = max(min(runs, MIDDLE), at(size, max(runs, MIDDLE)))
        some = a_run(in_calls_of(min(runs, MOST_AT_ONCE)), there, processor)
        return nullcontext((some, a_run(play, MIDDLE, processor)))

    return sides


def one_and_two(size: float) -> AbstractContextManager[tuple[Cost, Cost]]:
    """One thread, and two."""
    count = at(size, 4 * MIDDLE)
    return nullcontext((a_run(play_alone, count), a_run(lambda runs: play(runs, 2), count)))


@contextmanager
def memory(size: float) -> Iterator[tuple[Cost, Cost]]:
    """The most memory that a whole sweep has: 10^7 runs over 100 points, and 10^5 over as many."""
    with home() as (folder, variables):

        def swept(runs: int) -> Cost:
            return lambda: sweep(runs, str(folder / "results"), variables).memory

        yield swept(at(size, 100 * MIDDLE)), swept(at(size, MIDDLE))


def sweep(runs: int, folder: str, variables: dict[str, str]) -> Spent:
    """Start a sweep of so many runs over 100 points, in a process of its own."""
    given = ("--vary", f"delegations.opposition.grievance=0.1:0.5:{POINTS}", "-n", str(max(1, runs // POINTS)))
    return process(sim("sweep", "geneva_ii_round_2", *given, "--out", folder, "--fresh"), variables)


BENCHMARKS: Final = {
    "threads": Benchmark("one thread", "two threads", "seconds a run", Goal(least=1.8), one_and_two),
    **{
        f"runs-{runs}": Benchmark(
            f"{runs:,} runs", f"{MIDDLE:,} runs", "processor seconds a run", Goal(0.9, 1.1), some_and_middle(runs)
        )
        for runs in (1_000, 10_000, 1_000_000, 10_000_000)
    },
    "memory": Benchmark(
        f"most memory of `sim sweep` at {100 * MIDDLE:,} runs", f"at {MIDDLE:,} runs", "bytes", Goal(most=1.1), memory
    ),
}
