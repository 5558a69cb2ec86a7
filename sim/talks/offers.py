"""What is worked on, and what each delegation offers (rule 12)."""

from collections.abc import Sequence

from sim.rules import agenda as agenda_rules
from sim.rules import formats, tactics
from sim.rules.arithmetic import INFINITY, TINY, least
from sim.rules.dispatch import choose
from sim.rules.tactics import TACTICS, ZEUTHEN, Standing
from sim.rules.texts import utility
from sim.talks.actors import Agenda, Bond, Delegation, GreatPowers, Issue, Item, Mediator, Stake
from sim.talks.circumstances import Behaviour, Room
from sim.talks.powers import stand

GRID = 100
head_for = choose(tuple(TACTICS.values()))


def allot(mediator: Mediator, agenda: Agenda, issues: Sequence[Issue], items: Sequence[Item]) -> None:  # noqa: ARG001
    """The mediator gives each open issue its part of the day's work (rule 12)."""
    agenda.worked = first_open(issues, len(items))
    for i in range(len(issues)):
        issues[i].work = work_on(issues[i], agenda, items)


def first_open(issues: Sequence[Issue], items: int) -> int:
    """The first item with an issue that is neither agreed nor ready; -1 if there is none."""
    first = items
    for i in range(len(issues)):
        issue = issues[i]
        if 0 <= issue.item < first and not issue.agreed and not issue.ready:
            first = issue.item
    return first if first < items else -1


def work_on(issue: Issue, agenda: Agenda, items: Sequence[Item]) -> float:
    """The part of a session's work that one issue gets, in [0, 1]."""
    if issue.agreed:
        return 0.0
    if issue.item < 0:
        return 1.0
    if not agenda.order_agreed:
        return 0.0
    is_first = issue.item == agenda.worked
    return agenda_rules.work(agenda.order, items[issue.item].share, agenda.largest_share, is_first)


def concede(
    delegation: Delegation,
    stakes: Sequence[Sequence[Stake]],
    bonds: Sequence[Sequence[Bond]],
    issues: Sequence[Issue],
    room: Room,
    great_powers: GreatPowers,
    mediator: Mediator,
    behaviour: Behaviour,
) -> None:
    """A delegation decides how far to move on each issue, from how things stood before the session (rule 12)."""
    resolve = stand(delegation, great_powers, mediator, behaviour)
    pace = formats.pace(room.face_to_face > 0.0, behaviour.shuttle)
    for i in range(len(issues)):
        stake = stakes[delegation.seat][i]
        stake.heading = stake.concession
        if issues[i].work > 0.0:
            standing = look(delegation, i, stakes, bonds, tactics.elapsed(room.day, issues[i].deadline), resolve)
            target = head_for(delegation.tactic, standing)
            stake.heading = tactics.conceded(stake.concession, target, issues[i].work, pace)


def look(
    delegation: Delegation,
    i: int,
    stakes: Sequence[Sequence[Stake]],
    bonds: Sequence[Sequence[Bond]],
    elapsed: float,
    resolve: float,
) -> Standing:
    """What a delegation sees on an issue before it moves."""
    seat = delegation.seat
    concessions = 0.0
    steps = 0.0
    for e in range(len(stakes)):
        if e != seat:
            concessions += bonds[seat][e].trust * stakes[e][i].concession
            steps += bonds[seat][e].trust * stakes[e][i].step
    others = len(stakes) - 1
    own = stakes[seat][i].concession
    yielding = yield_to(seat, i, stakes) if delegation.tactic == ZEUTHEN else own
    return Standing(
        own, elapsed, delegation.beta, delegation.reciprocity, resolve, concessions / others, steps / others, yielding
    )


def yield_to(seat: int, i: int, stakes: Sequence[Sequence[Stake]]) -> float:
    """The least concession at which a delegation's risk limit is no longer the lowest (Zeuthen)."""
    stake = stakes[seat][i]
    own = risk(seat, i, stakes, seat, stake.offer)
    if own <= 0.0 or own > lowest_risk(i, stakes, seat, stake.offer) + TINY:
        return stake.concession
    for point in range(1, GRID + 1):
        concession = point / GRID
        if concession > stake.concession + TINY:
            offer = tactics.offer(stake.ideal, stake.limit, concession)
            risked = risk(seat, i, stakes, seat, offer)
            if risked <= 0.0 or risked > lowest_risk(i, stakes, seat, offer):
                return concession
    return stake.concession


def lowest_risk(i: int, stakes: Sequence[Sequence[Stake]], mover: int, offer: float) -> float:
    """The lowest risk limit among the others, if the mover offered this."""
    lowest = INFINITY
    for e in range(len(stakes)):
        if e != mover:
            lowest = least(lowest, risk(e, i, stakes, mover, offer))
    return lowest


def risk(seat: int, i: int, stakes: Sequence[Sequence[Stake]], mover: int, offer: float) -> float:
    """A delegation's risk limit on an issue, if the mover offered this."""
    stake = stakes[seat][i]
    others = 0.0
    for e in range(len(stakes)):
        if e != seat:
            others += utility(offer if e == mover else stakes[e][i].offer, stake.ideal)
    own = utility(offer if seat == mover else stake.offer, stake.ideal)
    return tactics.risk_limit(own, others / (len(stakes) - 1), utility(stake.limit, stake.ideal))


def table(delegation: Delegation, stakes: Sequence[Sequence[Stake]]) -> None:
    """A delegation tables its offers."""
    stake_of = stakes[delegation.seat]
    for i in range(len(stake_of)):
        stake = stake_of[i]
        stake.step = stake.heading - stake.concession
        stake.concession = stake.heading
        stake.offer = tactics.offer(stake.ideal, stake.limit, stake.concession)


def build_trust(
    delegation: Delegation,
    bonds: Sequence[Sequence[Bond]],
    stakes: Sequence[Sequence[Stake]],
    mediator: Mediator,
    behaviour: Behaviour,
) -> None:
    """The others' concessions raise a delegation's trust in them (rule 12)."""
    bond_of = bonds[delegation.seat]
    for e in range(len(bond_of)):
        if e != delegation.seat:
            given = 0.0
            for i in range(len(stakes[e])):
                given += stakes[e][i].salience * stakes[e][i].step
            bond_of[e].trust = tactics.trust_after_concessions(
                bond_of[e].trust, behaviour.trust_gain, mediator.goodwill, given
            )
