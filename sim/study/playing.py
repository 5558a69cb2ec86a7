"""A chunk is played: each of its stretches at its own point, and a run that fails is set apart, not the end."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sim.study.chunks import Chunk, Failure, Numbers, Played, Rounds, Stretch, stretches
from sim.study.runs import PLAYERS
from sim.talks.outcome import NOT_OPENED, entries
from sim.talks.records import Vector

if TYPE_CHECKING:
    from sim.study.plan import Plan
    from sim.study.points import Points

NOBODY = np.array([NOT_OPENED]).view(np.int64)[0]


@dataclass(frozen=True)
class Part:
    """What some replicates of one point came to; those that failed have no row."""

    point: int
    replicates: Numbers
    outcomes: Vector
    by_round: Vector
    failures: tuple[Failure, ...] = ()


def played(plan: "Plan", points: "Points", chunk: Chunk, engine: str) -> Played:
    """Play the runs of a chunk by one engine."""
    parts = [part for stretch in stretches(chunk, plan.runs) for part in attempted(plan, points, stretch, engine)]
    return Played(
        points=np.concatenate([np.full(len(part.replicates), part.point) for part in parts]),
        replicates=np.concatenate([part.replicates for part in parts]),
        outcomes=np.concatenate([part.outcomes for part in parts]),
        failures=tuple(failure for part in parts for failure in part.failures),
        rounds=by_round(parts) if plan.rounds else None,
    )


def attempted(plan: "Plan", points: "Points", stretch: Stretch, engine: str) -> list[Part]:
    """Play a stretch; if it raises an error, its halves, down to the run that does."""
    point, first, count = stretch
    seated = points.seated(point)
    rounds = seated.scenario.calendar.rounds if plan.rounds else 0
    try:
        outcomes, ends = PLAYERS[engine](seated, plan.seed, first, count, rounds)
    except Exception as problem:  # noqa: BLE001 - whatever a rule raises, the other runs go on
        if count > 1:
            halves = Stretch(point, first, count // 2), Stretch(point, first + count // 2, count - count // 2)
            return [part for half in halves for part in attempted(plan, points, half, engine)]
        nothing = np.zeros((0, rounds, len(entries(seated))))
        failure = Failure(point, first, type(problem).__name__, str(problem))
        return [Part(point, np.arange(0), np.zeros((0, nothing.shape[2])), nothing, (failure,))]
    return [Part(point, np.arange(first, first + count), outcomes, ends)]


def by_round(parts: list[Part]) -> Rounds:
    """The rounds that were opened, or tried, in the order of runs."""
    found = [np.nonzero(part.by_round[:, :, 0].view(np.int64) != NOBODY) for part in parts]
    return Rounds(
        points=np.concatenate([np.full(len(rows), part.point) for part, (rows, _) in zip(parts, found, strict=True)]),
        replicates=np.concatenate([part.replicates[rows] for part, (rows, _) in zip(parts, found, strict=True)]),
        rounds=np.concatenate([rounds + 1 for _, rounds in found]),
        outcomes=np.concatenate([part.by_round[where] for part, where in zip(parts, found, strict=True)]),
    )
