"""Marks of progress, and the first day at whose end each is met."""

from collections.abc import Callable, Sequence
from typing import Final

from sim.rules.dispatch import choose
from sim.talks.actors import NEVER, Agenda, Council, Issue
from sim.talks.circumstances import Front, Room, Threshold


def evacuated(
    threshold: Threshold, room: Room, fronts: Sequence[Front], agenda: Agenda, council: Council, issues: Sequence[Issue]
) -> bool:
    """So many people are out, at a front or on all."""
    out = 0.0
    for f in range(len(fronts)):
        if threshold.target in (-1, f):
            out += fronts[f].out
    return out >= threshold.level


def agenda_agreed(
    threshold: Threshold, room: Room, fronts: Sequence[Front], agenda: Agenda, council: Council, issues: Sequence[Issue]
) -> bool:
    """The list of items (choice 0) or their order (choice 1) is agreed."""
    return agenda.items_agreed == 1 if threshold.target == 0 else agenda.order_agreed == 1


def next_round(
    threshold: Threshold, room: Room, fronts: Sequence[Front], agenda: Agenda, council: Council, issues: Sequence[Issue]
) -> bool:
    """Another round has a date (choice 0) or has opened (choice 1)."""
    return (room.dated_on if threshold.target == 0 else room.reopened_on) > NEVER


def adopted(
    threshold: Threshold, room: Room, fronts: Sequence[Front], agenda: Agenda, council: Council, issues: Sequence[Issue]
) -> bool:
    """The council adopted a text."""
    return council.adopted == 1


def gap_closed(
    threshold: Threshold, room: Room, fronts: Sequence[Front], agenda: Agenda, council: Council, issues: Sequence[Issue]
) -> bool:
    """So much of the gap is closed."""
    return room.gap_closed >= threshold.level


def progressed(
    threshold: Threshold, room: Room, fronts: Sequence[Front], agenda: Agenda, council: Council, issues: Sequence[Issue]
) -> bool:
    """So much progress is made."""
    return room.progress >= threshold.level


def agreed(
    threshold: Threshold, room: Room, fronts: Sequence[Front], agenda: Agenda, council: Council, issues: Sequence[Issue]
) -> bool:
    """An issue is agreed."""
    return issues[threshold.target].agreed == 1


def text_in_zone(
    threshold: Threshold, room: Room, fronts: Sequence[Front], agenda: Agenda, council: Council, issues: Sequence[Issue]
) -> bool:
    """The text on an issue is within every limit: in the zone of possible agreement."""
    return issues[threshold.target].ready == 1


KINDS: Final[dict[str, Callable[..., bool]]] = {
    "evacuated": evacuated,
    "agenda": agenda_agreed,
    "next_round": next_round,
    "council": adopted,
    "gap_closed": gap_closed,
    "progress": progressed,
    "agreed": agreed,
    "text_in_zone": text_in_zone,
}
holds = choose(tuple(KINDS.values()))


def mark(
    threshold: Threshold, room: Room, fronts: Sequence[Front], agenda: Agenda, council: Council, issues: Sequence[Issue]
) -> None:
    """A threshold is met on the first day at whose end it holds, not after its last day."""
    if (
        threshold.met_on == NEVER
        and room.day <= threshold.by
        and holds(threshold.kind, threshold, room, fronts, agenda, council, issues)
    ):
        threshold.met_on = room.day
