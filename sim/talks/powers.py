"""Those who are not at the table: sponsors, the great powers, the council (rules 4, 5 and 9)."""

from collections.abc import Sequence

from sim.rules import council as council_rules
from sim.rules import great_powers as powers
from sim.rules.resolve import Stance, backed, pressed, resolve
from sim.talks import chance
from sim.talks.actors import (
    NO,
    NOT_ASKED,
    YES,
    Council,
    Delegation,
    GreatPowers,
    Leverage,
    Mediator,
    Member,
    Sitting,
    Sponsor,
)
from sim.talks.circumstances import Behaviour, Luck, Room


def take_sides(sponsor: Sponsor, delegations: Sequence[Delegation], leverages: Sequence[Sequence[Leverage]]) -> None:
    """A sponsor lends its side backing as far as it does not wish to settle, and pressure as far as it does."""
    for d in range(len(delegations)):
        hold = leverages[sponsor.place][d].hold
        delegations[d].backed += backed(hold, sponsor.commitment)
        delegations[d].pressed += pressed(hold, sponsor.commitment)


def stand(delegation: Delegation, great_powers: GreatPowers, mediator: Mediator, behaviour: Behaviour) -> float:
    """A delegation's resolve at this moment (rule 5)."""
    pressure = mediator.leverage if mediator.presses else 0.0
    stance = Stance(delegation.backed, delegation.grievance, delegation.pressed, great_powers.cooperation, pressure)
    delegation.resolve = resolve(stance, behaviour.backing, behaviour.hardening, behaviour.pressing)
    return delegation.resolve


def convene(council: Council, sittings: Sequence[Sitting], room: Room) -> None:
    """The council sits on the draft's dates until a text is adopted (rule 4)."""
    council.sits = 0
    for s in range(len(sittings)):
        if sittings[s].day == room.day and not council.adopted:
            council.sits = 1


def vote(member: Member, council: Council, great_powers: GreatPowers, luck: Luck) -> None:
    """A member votes on the draft, with the same inclination each time (rule 4)."""
    member.answer = NOT_ASKED
    if council.sits:
        likely = council_rules.vote(
            member.tolerance,
            great_powers.cooperation,
            council.strength,
            council.cooperation_weight,
            council.temperature,
        )
        member.answer = YES if chance.uniform(luck, 0, member.identity, chance.VOTE) < likely else NO


def decide(council: Council, members: Sequence[Member], great_powers: GreatPowers, room: Room) -> None:
    """The council adopts the text, or its drafters soften it (rule 4)."""
    if not council.sits:
        return
    vetoes = 0
    council.votes = 0
    for m in range(len(members)):
        if members[m].answer == YES:
            council.votes += 1
        elif members[m].permanent:
            vetoes += 1
    if council.votes >= council.needed and vetoes == 0:
        council.adopted = 1
        council.adopted_on = room.day
    else:
        council.refusals += 1
        great_powers.cooperation = council_rules.soured(great_powers.cooperation, council.refusal_cost)
        council.strength = council_rules.softened(council.strength, council.softening)


def propose(sponsor: Sponsor, great_powers: GreatPowers, room: Room) -> None:
    """A sponsor proposes a collective meeting, unless the last session brought a result (rule 9)."""
    if sponsor.proposes_meetings and not great_powers.met and (room.session == 1 or not room.result):
        great_powers.proposed = 1


def confer(great_powers: GreatPowers, room: Room, luck: Luck) -> None:
    """The great powers hold a meeting that was proposed, or they do not (rule 9)."""
    if not great_powers.proposed:
        return
    likely = powers.meeting(great_powers.meeting_rate, great_powers.cooperation)
    if chance.on_day(luck, room.day, 0, chance.MEETING) < likely:
        meet(great_powers)


def meet(great_powers: GreatPowers) -> None:
    """The great powers meet, and then work together a little better (rule 9)."""
    great_powers.cooperation = powers.after_meeting(great_powers.cooperation, great_powers.meeting_gain)
    great_powers.met = 1
    great_powers.met_today = 1
    great_powers.meetings += 1
