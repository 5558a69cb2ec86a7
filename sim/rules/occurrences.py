"""Dated events that a case replays: what happens on the day, to the front or the delegation named.

Each takes the event and the nouns it changes. `size` is people, or the size of an affront in [0, 1].
"""

from collections.abc import Callable, Sequence
from typing import Final, Protocol


class Dated(Protocol):
    """An event on its day: where (a front's row, or -1), whom (a delegation's row, or -1), how much, until when."""

    front: int
    delegation: int
    size: float
    until: int


class Place(Protocol):
    """What an event can change at a front."""

    dated_attacks: int
    dated_author: int
    dated_people: float
    dated_prolongation: int
    pause_last: int
    prolonged: int


class Guest(Protocol):
    """What an event can change at a delegation."""

    affront: float


def attack(event: Dated, fronts: Sequence[Place], delegations: Sequence[Guest]) -> None:
    """One attack more; the day's finding is the event's: contested, or established against an author."""
    front = fronts[event.front]
    front.dated_attacks += 1
    front.dated_author = event.delegation


def evacuation(event: Dated, fronts: Sequence[Place], delegations: Sequence[Guest]) -> None:
    """So many people leave: instead of that day's draw, in a pause or not."""
    fronts[event.front].dated_people = event.size


def prolongation(event: Dated, fronts: Sequence[Place], delegations: Sequence[Guest]) -> None:
    """The pause lasts until the named day: instead of that day's draw, and before all else."""
    front = fronts[event.front]
    front.pause_last = event.until
    front.prolonged += 1
    front.dated_prolongation = 1


def affront(event: Dated, fronts: Sequence[Place], delegations: Sequence[Guest]) -> None:
    """A delegation is slighted (an enemy is invited): it counts last among the day's grievances."""
    delegations[event.delegation].affront = event.size


EVENTS: Final[dict[str, Callable[[Dated, Sequence[Place], Sequence[Guest]], None]]] = {
    "attack": attack,
    "evacuation": evacuation,
    "prolongation": prolongation,
    "affront": affront,
}
