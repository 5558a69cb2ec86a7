"""When two courses of the same world part."""

from typing import TYPE_CHECKING, Final

import numpy as np

from sim.study.runs import can_compile
from sim.talks.model import Talks

if TYPE_CHECKING:
    from sim.talks.outcome import Column
    from sim.talks.records import Vector
    from sim.talks.seating import Seated

LEFT_OUT: Final = ("events", "fixtures", "sittings", "thresholds", "luck", "behaviour", "fronts", "authorships")
"""Nouns that say what is to come, or what happens in the war."""
OF_THE_WAR: Final = ("attacks", "established")


def parted(before: "Seated", after: "Seated", seed: int, runs: int) -> "Column":
    """The first day on which the talks go another way in the one than in the other, for each of the first runs.

    What is looked at is whatever is counted or is a yes or no: a meeting, an answer, a vote, a walkout; not moods,
    offers and the war. Days count from 0, the start of the calendar; -1 where they go the same way. What only one
    of the two has (an event that was taken out, another party) is left out, and so is what differs from the outset.
    """
    places = _common(before, after)
    days = max(one.scenario.calendar.horizon_days for one in (before, after)) + 1
    first = np.full(runs, -1)
    for run in range(runs):
        one, other = (_days(each, seed, run, days)[:, at] for each, at in zip((before, after), places, strict=True))
        begun = _begins(before, seed, run)[places[0]] == _begins(after, seed, run)[places[1]]
        differ = np.flatnonzero((one[:, begun].view(np.int64) != other[:, begun].view(np.int64)).any(axis=1))
        if len(differ):
            first[run] = differ[0]
    return first


def _common(before: "Seated", after: "Seated") -> "tuple[Column, Column]":
    """Where, on the vectors of both, whatever is counted stands, of the nouns that both have as many of."""
    numbers = [one.layout.views(np.arange(one.layout.size, dtype=np.float64)) for one in (before, after)]
    found = [
        [np.ascontiguousarray(each[name][field]).view(np.float64).ravel() for each in numbers]
        for name, rows in numbers[0].items()
        if name not in LEFT_OUT and rows.shape == numbers[1][name].shape
        for field in rows.dtype.names or ()
        if rows.dtype[field].kind == "i" and field not in OF_THE_WAR
    ]
    both = [np.concatenate([pair[side] for pair in found]).astype(np.int64) for side in (0, 1)]
    return both[0], both[1]


def _begins(seated: "Seated", seed: int, run: int) -> "Vector":
    return seated.vector(seed, run).view(np.int64)


def _days(seated: "Seated", seed: int, run: int, days: int) -> "Vector":
    """The whole vector at the end of each day; the last one stays as it is."""
    if can_compile():
        from sim.talks import ensemble  # noqa: PLC0415 - only where it is used: it brings numba

        trace = ensemble.play(seated, (), seed, run, 1, 0, days)[2]
    else:
        trace = np.zeros((days, seated.layout.size))
        talks, day = Talks(seated, seed, run, collect=False), 0
        while talks.running:
            talks.step()
            trace[day] = talks.vector()
            day += 1
        talks.disperse()
    played = np.flatnonzero(trace.any(axis=1))
    trace[played[-1] :] = trace[played[-1]]
    return trace
