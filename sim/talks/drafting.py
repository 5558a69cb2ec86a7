"""The mediator writes texts, the delegations accept or refuse them (rule 13)."""

from collections.abc import Sequence

from sim.rules import texts
from sim.rules.dispatch import choose
from sim.rules.settlements import SETTLEMENTS
from sim.rules.voting import weighted_mean
from sim.talks import chance
from sim.talks.actors import NO, NOT_ASKED, YES, Agenda, Bond, Council, Delegation, GreatPowers, Issue, Mediator, Stake
from sim.talks.answers import answer
from sim.talks.circumstances import Behaviour, Luck, Room
from sim.talks.powers import stand
from sim.talks.procedure import mean_trust

settled = choose(tuple(SETTLEMENTS.values()))


def write(
    mediator: Mediator,
    issues: Sequence[Issue],
    delegations: Sequence[Delegation],
    stakes: Sequence[Sequence[Stake]],
    agenda: Agenda,
    room: Room,
) -> None:
    """The mediator writes a text on each open issue, and says which are put in this session (rule 13)."""
    room.package = 0
    for i in range(len(issues)):
        issue = issues[i]
        issue.due = 1 if is_due(issue, agenda) else 0
        room.package += issue.due * issue.linked
        if not issue.agreed:
            issue.text = settlement(mediator, i, delegations, stakes)
            issue.ready = 1 if is_ready(issue.text, i, stakes) else 0


def is_due(issue: Issue, agenda: Agenda) -> bool:
    """Whether a text on an issue is put in this session."""
    if issue.agreed:
        return False
    if issue.linked or (issue.item >= 0 and agenda.order >= 0.5):
        return agenda.order_agreed == 1
    return issue.item < 0 or (agenda.order_agreed == 1 and issue.item == agenda.worked)


def settlement(
    mediator: Mediator, i: int, delegations: Sequence[Delegation], stakes: Sequence[Sequence[Stake]]
) -> float:
    """The text as this mediator settles it; the weighted mean of the offers where his theory knows no answer."""
    text = settled(mediator.settlement, i, delegations, stakes)
    return float(text) if text >= 0.0 else weighted_mean(i, delegations, stakes)


def is_ready(text: float, i: int, stakes: Sequence[Sequence[Stake]]) -> bool:
    """Whether a text is within every delegation's limit."""
    for d in range(len(stakes)):
        if not texts.within_limit(text, stakes[d][i].ideal, stakes[d][i].limit):
            return False
    return True


def answer_texts(
    delegation: Delegation,
    stakes: Sequence[Sequence[Stake]],
    issues: Sequence[Issue],
    bonds: Sequence[Sequence[Bond]],
    council: Council,
    room: Room,
    great_powers: GreatPowers,
    mediator: Mediator,
    behaviour: Behaviour,
    luck: Luck,
) -> None:
    """A delegation accepts a text or refuses it; a red line is never signed away (rule 13)."""
    resolve = stand(delegation, great_powers, mediator, behaviour)
    distrust = behaviour.distrust * (1.0 - mean_trust(delegation.seat, bonds))
    resolution = behaviour.norm * council.strength * council.adopted
    gains = 0.0
    saliences = 0.0
    crossed = False
    for i in range(len(issues)):
        stake = stakes[delegation.seat][i]
        stake.answer = NOT_ASKED
        if issues[i].due:
            gain = texts.gain(issues[i].text, stake.ideal, stake.limit, resolution * issues[i].named)
            over = stake.red_line == 1 and not texts.within_limit(issues[i].text, stake.ideal, stake.limit)
            if issues[i].linked:
                gains += stake.salience * gain
                saliences += stake.salience
                crossed = crossed or over
            else:
                stake.margin = texts.margin(stake.salience * gain, stake.salience, resolve, distrust)
                stake.answer = say(stake.identity, stake.margin, over, room, behaviour, luck)
    if room.package:
        delegation.package_margin = texts.margin(gains, saliences, resolve, distrust)
        delegation.package_answer = say(delegation.identity, delegation.package_margin, crossed, room, behaviour, luck)


def say(identity: int, margin: float, crossed: bool, room: Room, behaviour: Behaviour, luck: Luck) -> int:
    """A delegation says yes or no to a text; never to one that crosses its red line."""
    if crossed:
        return NO
    return answer(margin, behaviour.temperature, room, luck, identity, chance.TEXT)


def sign(
    room: Room, issues: Sequence[Issue], delegations: Sequence[Delegation], stakes: Sequence[Sequence[Stake]]
) -> None:
    """A text is agreed when all say yes: each is a veto player, Cunningham (2006) (rule 13)."""
    room.all_agreed = 1
    for i in range(len(issues)):
        issue = issues[i]
        if issue.due and everybody_signs(issue, i, delegations, stakes):
            issue.agreed = 1
            issue.agreed_on = room.day
            room.result = 1
        if not issue.agreed:
            room.all_agreed = 0


def everybody_signs(issue: Issue, i: int, delegations: Sequence[Delegation], stakes: Sequence[Sequence[Stake]]) -> bool:
    """Whether all delegations said yes to the text that the issue is part of."""
    for d in range(len(delegations)):
        answer = delegations[d].package_answer if issue.linked else stakes[d][i].answer
        if answer != YES:
            return False
    return True
