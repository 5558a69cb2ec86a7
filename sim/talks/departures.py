"""Who leaves, who stays away, who comes back (rules 6, 7 and 15)."""

from sim.rules import walkouts
from sim.talks import chance
from sim.talks.actors import NEVER, Delegation, GreatPowers, Mediator
from sim.talks.circumstances import Behaviour, Luck, Room
from sim.talks.powers import stand


def consider_return(
    delegation: Delegation, room: Room, great_powers: GreatPowers, mediator: Mediator, behaviour: Behaviour, luck: Luck
) -> None:
    """A delegation that walked out comes back, or it stays away another day (rule 6)."""
    if delegation.away:
        resolve = stand(delegation, great_powers, mediator, behaviour)
        likely = walkouts.return_chance(behaviour.return_base, behaviour.walkout_resolve, resolve)
        if chance.on_day(luck, room.day, delegation.identity, chance.RETURN) < likely:
            delegation.away = 0
            delegation.returned = 1
            delegation.returns += 1


def arrive(
    delegation: Delegation, room: Room, great_powers: GreatPowers, mediator: Mediator, behaviour: Behaviour, luck: Luck
) -> None:
    """A delegation comes to the opening of a round, or stays away (rule 7)."""
    if room.opening:
        weigh_leaving(delegation, 0.0, 0.0, great_powers, mediator, behaviour)
        u = chance.uniform(luck, room.round, delegation.identity, chance.NO_SHOW)
        delegation.absent = 1 if delegation.away or u < delegation.hazard else 0
        delegation.no_shows += delegation.absent


def consider_walkout(
    delegation: Delegation, room: Room, great_powers: GreatPowers, mediator: Mediator, behaviour: Behaviour, luck: Luck
) -> None:
    """At the end of a session a delegation walks out, or it stays (rule 15)."""
    if room.all_agreed:
        return
    stalled = room.stalled / room.sessions_per_round
    weigh_leaving(delegation, stalled, room.face_to_face, great_powers, mediator, behaviour)
    if chance.on_day(luck, room.day, delegation.identity, chance.WALKOUT) < delegation.hazard:
        walk_out(delegation, room)


def weigh_leaving(
    delegation: Delegation,
    stalled: float,
    face_to_face: float,
    great_powers: GreatPowers,
    mediator: Mediator,
    behaviour: Behaviour,
) -> None:
    """Weigh what drives a delegation out of the room, and how likely it is to go."""
    resolve = stand(delegation, great_powers, mediator, behaviour)
    delegation.anger = walkouts.anger(behaviour.walkout_resolve, behaviour.hardening, delegation.grievance)
    delegation.sponsors = behaviour.walkout_resolve * resolve - delegation.anger
    delegation.agenda = walkouts.mismatch(behaviour.walkout_mismatch, delegation.satisfaction)
    delegation.nothing_moves = behaviour.walkout_stalled * stalled
    delegation.audience = behaviour.walkout_joint * face_to_face
    delegation.hazard = walkouts.hazard(behaviour.walkout_base, terms_of(delegation))


def terms_of(delegation: Delegation) -> walkouts.Terms:
    """What drives a delegation out of the room, as last weighed."""
    return walkouts.Terms(
        delegation.anger, delegation.sponsors, delegation.agenda, delegation.nothing_moves, delegation.audience
    )


def walk_out(delegation: Delegation, room: Room) -> None:
    """A delegation leaves the room, and it is remembered when first and why."""
    delegation.away = 1
    delegation.left = 1
    delegation.walkouts += 1
    if delegation.walked_on == NEVER:
        delegation.walked_on = room.day
        delegation.walked_in = room.session
        delegation.walked_over = walkouts.reason(terms_of(delegation))
