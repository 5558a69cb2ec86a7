"""Sweeps that are killed: when, how and how often stands in a plan that chance made once, the same each time."""

import time
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from tests.survival.folders import kept, marks
from tests.survival.started import WAYS, Ended, Started

RUNS: Final = 700
CHUNK: Final = 300
CHUNKS: Final = 14
VARIED: Final = ("mediator.leverage=0.1,0.5,0.9", "mediator.style=facilitation,manipulation")
SWEEP: Final = (
    "sweep", "first_scenario", "--vary", VARIED[0], "--vary", VARIED[1],
    "-n", str(RUNS), "--seed", "7", "--out", "kept",
)  # fmt: skip
WORKERS: Final = (1, 2, 3, 7)
SOON: Final = (1.0, 0.06)
"""Seconds in which a kill comes: while all is made ready, and while chunks come."""


class Strike(NamedTuple):
    """A kill: so many seconds after so many more chunks were kept; those from `hold` on are never done."""

    way: str
    workers: int
    after: int
    hold: int
    seconds: float


def strikes(trial: int) -> list[Strike]:
    """The kills of a trial: each way once, in some order, further and further on, each with other workers."""
    chance = np.random.default_rng(trial)
    ways, workers = chance.permutation(list(WAYS)), chance.permutation(WORKERS)
    holds = np.sort(chance.choice(np.arange(1, CHUNKS), 4, replace=False))
    places = zip([0, *holds.tolist()], holds.tolist(), strict=False)
    afters = [(int(chance.integers(hold - before + 1)), hold) for before, hold in places]
    return [
        Strike(str(way), int(hands), after, hold, chance.uniform(0, SOON[after > 0]))
        for way, hands, (after, hold) in zip(ways, workers, afters, strict=True)
    ]


def started(where: Path, workers: int, *more: str, **plant: object) -> Started:
    """Start the sweep, or go on with it."""
    arguments = (*SWEEP, "--engine", "compiled", "--json", "--workers", str(workers), *more)
    return Started(where, arguments, {"chunk": CHUNK, "log": "log", **plant})


def held(where: Path, *more: str, kept_before: int = 3, **plant: object) -> Started:
    """Start the sweep and wait until some chunks are kept; the others are never done."""
    running = started(where, 2, *more, hold=kept_before, **plant)
    running.until(lambda: len(kept(where / "kept")) == kept_before)
    return running


def struck(where: Path, strike: Strike) -> Ended:
    """Start the sweep, kill it, and look whether it has lost or done twice what it must not."""
    folder = where / "kept"
    before, there = marks(folder), kept(folder)
    (where / "log").write_bytes(b"")
    running = started(where, strike.workers, hold=strike.hold)
    running.until(lambda: running.uses(folder) and len(kept(folder)) >= len(there) + strike.after)
    time.sleep(strike.seconds)
    running.stop(WAYS[strike.way])
    end = running.ended()
    begun = [int(number) for number in (where / "log").read_text(encoding="utf-8").split()]
    assert end.code == WAYS[strike.way].code, (strike, end)
    assert "Traceback" not in end.err, (strike, end)
    assert before.items() <= marks(folder).items(), "a chunk that was kept was touched"
    assert not set(begun) & set(there), "a chunk that was kept was played again"
    assert len(begun) - (len(kept(folder)) - len(there)) <= strike.workers, "more than a chunk a worker was lost"
    return end
