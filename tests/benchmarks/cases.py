"""What is played: the default case, at one point or at many, kept or not."""

from functools import cache
from typing import Final

from sim.case import read
from sim.commands.options import DEFAULT
from sim.study import runs
from sim.study.chunks import Chunk, Played
from sim.study.memory import Memory
from sim.study.plan import Plan
from sim.study.sweep import Crew, sweep
from sim.talks.seating import Seated, seat

SEED: Final = 1
CHUNK: Final = runs.CHUNK["compiled"]
VARIED: Final = "delegations.opposition.grievance"
"""What is varied where there are many points: so little that runs are as long everywhere."""


@cache
def seated() -> Seated:
    """The default case at the table."""
    return seat(read(DEFAULT))


def play(count: int, workers: int | None = None, first: int = 0) -> None:
    """Play so many runs of the case, compiled; by default on all processors."""
    runs.outcomes(seated(), SEED, count, first=first, engine="compiled", workers=workers)


def play_alone(count: int) -> None:
    """Play so many runs of the case, compiled, on one thread."""
    play(count, 1)


def plan(points: int, count: int) -> Plan:
    """So many points that hardly differ, and so many runs at each."""
    if points == 1:
        return Plan(seated().scenario, (), ((),), count, SEED)
    values = tuple((f"{0.2 + place * 1e-9:.9f}",) for place in range(points))
    return Plan(seated().scenario, (VARIED,), values, count, SEED)


class Forgetful(Memory):
    """Keeps nothing: for more runs than fit into memory."""

    def keep(self, chunk: Chunk, played: Played) -> None:
        """Let it go."""


def counted(plan: Plan, crew: Crew) -> None:
    """Play a plan for its digest, and keep nothing."""
    sweep(plan, Forgetful(plan.size, CHUNK), crew)


def at(size: float, full: int) -> int:
    """How many, at a share of the full size."""
    return max(1, round(size * full))
