"""What a run starts from: what follows from the case's numbers once they are drawn."""

from collections.abc import Sequence

from sim.rules import agenda as agenda_rules
from sim.rules import blame, ground, progress
from sim.rules.arithmetic import most
from sim.talks.actors import Agenda, Delegation, Issue, Item, Stake, Wish
from sim.talks.circumstances import Behaviour, Front, Room


def besiege(front: Front) -> None:
    """A front's memory, worked out once."""
    front.retention = ground.retention(front.memory_days)


def forgive(behaviour: Behaviour) -> None:
    """How much of a grievance a night leaves, worked out once."""
    behaviour.fading = blame.fading(behaviour.half_life_days)


def care(delegation: Delegation, stakes: Sequence[Sequence[Stake]]) -> None:
    """A delegation's saliences sum to 1, and its first offers are its ideals."""
    stake_of = stakes[delegation.seat]
    total = 0.0
    for i in range(len(stake_of)):
        total += stake_of[i].salience
    for i in range(len(stake_of)):
        if total > 0.0:
            stake_of[i].salience /= total
        stake_of[i].offer = stake_of[i].ideal


def share_time(agenda: Agenda, items: Sequence[Item]) -> None:
    """The items' shares of the time sum to 1."""
    total = 0.0
    for k in range(len(items)):
        total += items[k].share
    for k in range(len(items)):
        items[k].share /= total
        agenda.largest_share = most(agenda.largest_share, items[k].share)


def wish_for(
    delegation: Delegation, wishes: Sequence[Sequence[Wish]], stakes: Sequence[Sequence[Stake]], issues: Sequence[Issue]
) -> None:
    """How much a delegation wants changed under each item (rule 11)."""
    for i in range(len(issues)):
        if issues[i].item >= 0:
            stake = stakes[delegation.seat][i]
            wish = agenda_rules.wish(stake.salience, stake.ideal, issues[i].status_quo)
            wishes[delegation.seat][issues[i].item].strength += wish


def measure_start(room: Room, issues: Sequence[Issue], stakes: Sequence[Sequence[Stake]]) -> None:
    """How far apart the sides stand before the first session (rule 14)."""
    room.gap = gap(issues, stakes)
    room.gap_at_start = room.gap
    room.gap_closed = progress.gap_closed(room.gap, room.gap_at_start)


def gap(issues: Sequence[Issue], stakes: Sequence[Sequence[Stake]]) -> float:
    """The distance of the offers on the open issues, over all pairs, weighed (rule 14)."""
    distance = 0.0
    for i in range(len(issues)):
        if not issues[i].agreed:
            for d in range(len(stakes)):
                for e in range(d + 1, len(stakes)):
                    one, other = stakes[d][i], stakes[e][i]
                    distance += progress.distance(one.offer, other.offer, one.salience, other.salience)
    return distance
