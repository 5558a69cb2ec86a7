"""How a delegation answers what is put to it."""

from sim.rules.answers import assent
from sim.talks import chance
from sim.talks.actors import NO, YES
from sim.talks.circumstances import Luck, Room


def answer(margin: float, temperature: float, room: Room, luck: Luck, identity: int, purpose: int) -> int:
    """A delegation says yes or no; asked again in a round it has the same luck, so something else must have changed."""
    likely = assent(margin, temperature)
    return YES if chance.uniform(luck, room.round, identity, purpose) < likely else NO
