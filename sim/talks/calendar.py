"""Rounds open, close and are dated; a run ends (rules 7, 8 and 16)."""

from collections.abc import Sequence

from sim.rules import agenda as agenda_rules
from sim.rules.endings import NO_SHOW, ending
from sim.talks import chance
from sim.talks.actors import NEVER, NO, NOT_ASKED, YES, Agenda, Delegation, GreatPowers, Issue, Mediator
from sim.talks.answers import answer
from sim.talks.circumstances import Behaviour, Luck, Room
from sim.talks.powers import stand
from sim.talks.war import atmosphere


def wake(room: Room, great_powers: GreatPowers) -> None:
    """A new day."""
    room.day += 1
    room.opening = 1 if room.day == room.opening_on else 0
    room.asking = 1 if room.day == room.asking_on else 0
    room.session = room.session + 1 if room.in_round else 0
    room.held = 0
    room.called_off = 0
    room.format = -1
    room.face_to_face = 0.0
    room.package = 0
    room.closed = 0
    great_powers.proposed = 0
    great_powers.met_today = 0


def rise(delegation: Delegation) -> None:
    """A new day for a delegation: nothing is asked yet."""
    delegation.affront = 0.0
    delegation.absent = 0
    delegation.returned = 0
    delegation.left = 0
    delegation.hazard = 0.0
    delegation.list_answer = NOT_ASKED
    delegation.order_answer = NOT_ASKED
    delegation.package_answer = NOT_ASKED
    delegation.date_answer = NOT_ASKED


def name_date(
    delegation: Delegation, room: Room, great_powers: GreatPowers, mediator: Mediator, behaviour: Behaviour, luck: Luck
) -> None:
    """A delegation names a date for another round, or it does not (rule 16)."""
    if not room.asking:
        return
    resolve = stand(delegation, great_powers, mediator, behaviour)
    delegation.date_margin = agenda_rules.margin(room.progress, delegation.required_progress, resolve)
    said = answer(delegation.date_margin, behaviour.agenda_temperature, room, luck, delegation.identity, chance.DATE)
    delegation.date_answer = NO if delegation.away else said


def agree_date(room: Room, delegations: Sequence[Delegation]) -> None:
    """The next round has a date if all name one; else the mediator asks again later (rule 16)."""
    if not room.asking:
        return
    room.asking = 0
    refused = 0
    for d in range(len(delegations)):
        if delegations[d].date_answer != YES:
            refused = 1
    if refused:
        room.asking_on = room.day + room.intermission_days
        return
    if room.dated_on == NEVER:
        room.dated_on = room.day
    if room.closed:
        room.opening_on = room.day + room.intermission_days
    else:
        room.opening = 1


def announce(room: Room) -> None:
    """An opening is tried, and counted."""
    if room.opening:
        room.round += 1


def open_round(room: Room, delegations: Sequence[Delegation], great_powers: GreatPowers, agenda: Agenda) -> None:
    """A round opens if nobody stays away; a round beyond those to be played ends the run (rules 7 and 16)."""
    if not room.opening:
        return
    absent = 0
    for d in range(len(delegations)):
        absent += delegations[d].absent
    if absent > 0:
        room.asking_on = room.day + room.intermission_days
        if room.round <= room.rounds:
            room.ending = NO_SHOW
            room.closed = 1
        return
    if room.round > 1 and room.reopened_on == NEVER:
        room.reopened_on = room.day
    if room.round > room.rounds:
        room.over = 1
        return
    room.opened += 1
    room.in_round = 1
    room.session = 1
    room.stalled = 0
    great_powers.met = 0
    if agenda.settled and not agenda.items_agreed:
        agenda.items_agreed = agenda.order_agreed = 1
        agenda.items_agreed_on = agenda.order_agreed_on = room.day


def hold(room: Room, delegations: Sequence[Delegation], mediator: Mediator) -> None:
    """Nobody meets while a delegation is away, nor in a very bad room (rule 8)."""
    room.atmosphere = atmosphere(delegations)
    if room.session == 0:
        return
    if absentees(delegations) == 0:
        room.called_off = 1 if room.atmosphere < mediator.suspend_below else 0
        room.held = 1 - room.called_off
    room.suspended += room.called_off
    room.sessions_held += room.held
    if not room.held:
        room.result = 0


def absentees(delegations: Sequence[Delegation]) -> int:
    """How many delegations are away after a walkout."""
    count = 0
    for d in range(len(delegations)):
        count += delegations[d].away
    return count


def close_round(room: Room) -> None:
    """A round closes on its last day, when everything is agreed, or at the horizon (rule 16)."""
    if room.session == 0:
        return
    is_last = room.session == room.sessions_per_round
    room.asking = 1 if is_last and not room.all_agreed else 0
    room.closed = 1 if is_last or room.all_agreed or room.day == room.last_day else 0


def name_ending(room: Room, delegations: Sequence[Delegation], issues: Sequence[Issue], agenda: Agenda) -> None:
    """A round that closes gets its ending."""
    if room.session == 0 or not room.closed:
        return
    political = False
    for i in range(len(issues)):
        if issues[i].agreed and issues[i].political:
            political = True
    dated = room.opening_on > room.day
    room.ending = ending(
        room.all_agreed == 1, political, absentees(delegations), room.called_off == 1, dated, agenda.items_agreed == 1
    )
    room.in_round = 0


def finish(room: Room) -> None:
    """A run ends when everything is agreed, when a further round opens, or at the horizon (rule 16)."""
    if room.all_agreed or room.day == room.last_day:
        room.over = 1
