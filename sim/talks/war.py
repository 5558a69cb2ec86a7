"""The day outside the room: dated events, attacks, blame, people leaving, pauses prolonged (rules 1 to 3)."""

from collections.abc import Sequence

from sim.rules import blame, ground, relief
from sim.rules.arithmetic import least
from sim.rules.dispatch import choose
from sim.rules.occurrences import EVENTS
from sim.talks import chance
from sim.talks.actors import Bond, Delegation
from sim.talks.circumstances import Authorship, Behaviour, Event, Front, Luck, Room

happen = choose(tuple(EVENTS.values()))


def forget(front: Front) -> None:
    """A new day at the front."""
    front.attacks = 0
    front.author = -1
    front.people = 0.0
    front.prolonged_today = 0
    front.dated_attacks = 0
    front.dated_author = -1
    front.dated_people = -1.0
    front.dated_prolongation = 0


def occur(event: Event, room: Room, fronts: Sequence[Front], delegations: Sequence[Delegation]) -> None:
    """What is dated today happens."""
    if event.day == room.day:
        happen(event.kind, event, fronts, delegations)


def in_pause(front: Front, day: int) -> bool:
    """Whether a pause holds at a front on a day."""
    return front.pause_from <= day <= front.pause_last


def fight(front: Front, room: Room, luck: Luck) -> None:
    """Attacks happen; each makes the next likelier (rule 1)."""
    front.attacks = front.dated_attacks
    if room.day >= front.drawn_from:
        paused = in_pause(front, room.day)
        rate = ground.attack_rate(front.violence_per_day, front.effect, paused, front.excitation)
        front.attacks += ground.attacks(rate, chance.on_day(luck, room.day, front.identity, chance.ATTACKS))
    front.excitation = ground.excitation(front.excitation, front.retention, front.branching, front.attacks)
    room.attacks += front.attacks


def establish(front: Front, room: Room, authorships: Sequence[Sequence[Authorship]], luck: Luck) -> None:
    """Monitors find out who did it, or they do not (rule 2)."""
    if front.attacks == 0:
        return
    if front.dated_attacks > 0:
        front.author = front.dated_author
    elif chance.on_day(luck, room.day, front.identity, chance.PROOF) < front.monitoring:
        u = chance.on_day(luck, room.day, front.identity, chance.AUTHOR)
        front.author = author(authorships[front.place], u)
    if front.author >= 0:
        room.established += front.attacks


def author(authorship: Sequence[Authorship], u: float) -> int:
    """Who did it: the first whose cumulative share exceeds u; their number for outsiders."""
    cumulative = 0.0
    for d in range(len(authorship)):
        cumulative += authorship[d].share
        if cumulative > u:
            return d
    return len(authorship)


def suffer(
    delegation: Delegation,
    fronts: Sequence[Front],
    authorships: Sequence[Sequence[Authorship]],
    bonds: Sequence[Sequence[Bond]],
    behaviour: Behaviour,
) -> None:
    """Anger fades overnight; today's attacks cost trust in whoever is believed to be behind them (rule 2)."""
    delegation.grievance *= behaviour.fading
    bond_of = bonds[delegation.seat]
    for e in range(len(bond_of)):
        bond_of[e].dawn = bond_of[e].trust
    for f in range(len(fronts)):
        if fronts[f].attacks > 0:
            accuse(delegation, fronts[f], authorships[f], bond_of, behaviour)
    delegation.grievance = blame.grievance_after_affront(delegation.grievance, delegation.affront)


def accuse(
    delegation: Delegation,
    front: Front,
    authorship: Sequence[Authorship],
    bond_of: Sequence[Bond],
    behaviour: Behaviour,
) -> None:
    """Put a front's attacks of the day on each of the others, as far as one believes it."""
    others = 0.0
    for e in range(len(authorship)):
        if e != delegation.seat:
            others += authorship[e].share
    for e in range(len(authorship)):
        if e != delegation.seat:
            bond = bond_of[e]
            believed = blame.belief(delegation.blame_bias, bond.dawn, authorship[e].share, others)
            if front.author >= 0:
                believed = 1.0 if front.author == e else 0.0
            hold_against(delegation, bond, front.attacks, believed, behaviour)


def hold_against(delegation: Delegation, bond: Bond, attacks: int, believed: float, behaviour: Behaviour) -> None:
    """Hold a number of attacks against one that is believed to have made them."""
    for _ in range(attacks):
        bond.trust = blame.trust_after_attack(bond.trust, behaviour.trust_loss, believed)
        delegation.grievance = blame.grievance_after_attack(delegation.grievance, behaviour.severity, believed)
        bond.blamed += believed


def evacuate(front: Front, room: Room, luck: Luck) -> None:
    """People leave in a pause, fewer under fire (rule 3)."""
    trapped = front.trapped - front.out
    if front.dated_people >= 0.0:
        front.people = front.dated_people
    elif room.day >= front.drawn_from and in_pause(front, room.day) and front.evacuated_per_day > 0.0:
        z = chance.normal_on_day(luck, room.day, front.identity, chance.PEOPLE)
        slowed = front.under_fire if front.attacks > 0 else 1.0
        front.people = relief.people_out(front.evacuated_per_day, front.people_spread, z, slowed)
    front.people = least(front.people, trapped)
    front.out += front.people


def take_heart(
    delegation: Delegation, fronts: Sequence[Front], bonds: Sequence[Sequence[Bond]], behaviour: Behaviour
) -> None:
    """Good news from the front raises trust (rule 3)."""
    bond_of = bonds[delegation.seat]
    for f in range(len(fronts)):
        front = fronts[f]
        if front.people > 0.0:
            for e in range(len(bond_of)):
                bond_of[e].trust = relief.trust_after_relief(
                    bond_of[e].trust, behaviour.relief_trust, front.people, front.evacuated_per_day
                )


def prolong(front: Front, room: Room, delegations: Sequence[Delegation], luck: Luck) -> None:
    """On its last day a pause is prolonged, or it lapses (rule 3)."""
    if front.dated_prolongation:
        front.prolonged_today = 1
    elif room.day == front.pause_last and room.day >= front.drawn_from:
        air = atmosphere(delegations)
        likely = relief.prolongation(front.extension, air, front.prolonged)
        if chance.on_day(luck, room.day, front.identity, chance.PROLONGATION) < likely:
            front.pause_last += front.pause_days
            front.prolonged += 1
            front.prolonged_today = 1


def atmosphere(delegations: Sequence[Delegation]) -> float:
    """The air in the room: 1 - mean grievance, in [0, 1]."""
    grievance = 0.0
    for d in range(len(delegations)):
        grievance += delegations[d].grievance
    return 1.0 - grievance / len(delegations)
