"""A plugin of pytest: runs are watched one by one in plain Python, so that a changed rule need not be compiled.

What it needs is imported where it is used: many tests play nothing, and need not wait for it.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sim.talks.records import Vector
    from sim.talks.seating import Seated


@pytest.fixture(autouse=True)
def _without_a_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    ensemble = sys.modules.get("sim.talks.ensemble")
    if ensemble:
        monkeypatch.setattr(ensemble, "play", play)


def play(
    seated: "Seated", entries: Sequence[int], seed: int, first: int, runs: int, rounds: int = 0, days: int = 0
) -> "tuple[Vector, Vector, Vector]":
    """Give what the ensemble gives of the same runs, but for the ends of their rounds."""
    import numpy as np

    by_round = np.zeros((runs, rounds, len(entries)))
    told = [watched(seated, seed, first + run) for run in range(runs)]
    trace = np.zeros((days, seated.layout.size))
    for day, vector in zip(trace, told[-1], strict=False):
        day[:] = vector
    return np.array([vectors[-1][list(entries)] for vectors in told]), by_round, trace


def watched(seated: "Seated", seed: int, replicate: int) -> "list[Vector]":
    """Watch one run, and give everything as it stands at the end of each of its days."""
    from sim.talks.model import Talks

    talks = Talks(seated, seed, replicate, collect=False)
    told = []
    while talks.running:
        talks.step()
        told.append(talks.vector())
    talks.disperse()
    return told
