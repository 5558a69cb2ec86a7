"""What explains and compares, beside the bare runs that it plays: compare, whatif, screening, why, reach."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from itertools import count
from typing import Any, Final

from sim.analysis import ranges, screening
from sim.analysis.sensitivity import Question, screened
from sim.analysis.stage import Means
from sim.cli import main
from sim.study import runs
from tests.benchmarks.cases import SEED, at, seated
from tests.benchmarks.clocks import home, process, sim, wall
from tests.benchmarks.ratio import Benchmark, Cost, Goal, Sides
from tests.benchmarks.sizes import MOST_AT_ONCE, in_calls_of

MANY: Final = 100_000
TRAJECTORIES: Final = 20
AT_A_POINT: Final = 1000
TWO: Final = ("transition_without_assad", "counter_terrorism_focus")
CASE: Final = "geneva_ii_round_2"
STYLE: Final = ("--set", "mediator.style=manipulation")
ONE: Final = (CASE, "--seed", "7")
FREE: Final = (
    "mediator.leverage", "great_powers.cooperation", "sponsors.russia.commitment", "sponsors.iran.commitment",
    "delegations.government.agenda_demand",
)  # fmt: skip
REACHED: Final = 1000
"""Runs of one ensemble of `sim reach`."""


def commands(one: tuple[str, ...], *others: tuple[str, ...], many: bool = True) -> Sides:
    """A whole command, and the commands that play the same runs; `many` of them, or one."""

    @contextmanager
    def sides(size: float) -> Iterator[tuple[Cost, Cost]]:
        each = ("-n", str(at(size, MANY))) if many else ()
        with home() as (_, variables):
            process(sim("run", "-n", "1", "--engine", "compiled"), variables)

            def seconds(command: tuple[str, ...]) -> float:
                return process(sim(*command, *each), variables).seconds

            yield lambda: seconds(one), lambda: sum(map(seconds, others))

    return sides


@contextmanager
def screened_and_played(size: float) -> Iterator[tuple[Cost, Cost]]:
    """A screening of all numbers, from the case to the table; and playing as many runs."""
    kept, _ = ranges.spans(seated())
    trajectories = max(2, at(size, TRAJECTORIES))
    question = Question(seated(), runs=AT_A_POINT, seed=SEED, trajectories=trajectories)
    total = len(screening.design(len(kept), trajectories, SEED)) * AT_A_POINT
    with home() as (folder, _):
        numbers = count()

        def study() -> None:
            screened(question, folder / str(next(numbers)), Means("compiled"))

        yield lambda: wall(study), lambda: wall(lambda: in_calls_of(MOST_AT_ONCE)(total))


@contextmanager
def replicates_and_ensemble(_: float) -> Iterator[tuple[Cost, Cost]]:
    """How many runs `sim reach` plays over five numbers, and how many there are in one of its ensembles."""
    free = [word for path in FREE for word in ("--free", path)]
    asked = ("reach", CASE, "--outcome", "partial", "--share", "0.5", *free, "-n", str(REACHED))
    yield lambda: float(counted(asked)), lambda: float(REACHED)


def counted(arguments: tuple[str, ...]) -> int:
    """How many runs a command plays, by whichever engine."""
    there: list[int] = []
    before = dict(runs.PLAYERS)
    try:
        for name, player in before.items():
            runs.PLAYERS[name] = counting(player, there)
        with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):  # noqa: PTH123 - a device
            main(arguments)
    finally:
        runs.PLAYERS.update(before)
    if not sum(there):
        raise RuntimeError(f"sim {' '.join(arguments)} played nothing.")
    return sum(there)


def counting(player: runs.Player, there: list[int]) -> Callable[..., Any]:
    """A player that notes how many runs it was asked for."""

    def play(*asked: Any) -> Any:  # noqa: ANN401
        there.append(asked[3])
        return player(*asked)

    return play


BENCHMARKS: Final = {
    "compare": Benchmark(
        f"`sim compare {' '.join(TWO)} -n {MANY}`", "`sim run` of both", "seconds", Goal(most=1.3),
        commands(("compare", *TWO), *(("run", name) for name in TWO)),
    ),
    "whatif": Benchmark(
        f"`sim whatif {CASE} {' '.join(STYLE)} -n {MANY}`", "`sim run` without and with it", "seconds", Goal(most=1.3),
        commands(("whatif", CASE, *STYLE), ("run", CASE), ("run", CASE, *STYLE)),
    ),
    "screening": Benchmark(
        f"screening of all numbers, {TRAJECTORIES} trajectories, {AT_A_POINT:,} runs a point", "playing as many runs",
        "seconds", Goal(most=1.3), screened_and_played,
    ),
    "why": Benchmark(
        f"`sim why {' '.join(ONE)}`", "`sim run` of the same run", "seconds", Goal(most=3),
        commands(("why", *ONE), ("run", *ONE), many=False),
    ),
    "reach": Benchmark(
        f"runs that `sim reach` plays over five numbers, -n {REACHED:,}", "runs of one ensemble", "runs",
        Goal(most=300), replicates_and_ensemble,
    ),
}  # fmt: skip
