"""Talks about talks: the list of items and their order (rule 11)."""

from collections.abc import Sequence

from sim.rules import agenda as rules
from sim.rules.arithmetic import most
from sim.talks import chance
from sim.talks.actors import NO, Agenda, Bond, Delegation, GreatPowers, Item, Mediator, Wish
from sim.talks.answers import answer
from sim.talks.circumstances import Behaviour, Luck, Room
from sim.talks.powers import stand

LIST_PUT = 1
ORDER_PUT = 2


def weigh_agenda(
    delegation: Delegation,
    agenda: Agenda,
    items: Sequence[Item],
    wishes: Sequence[Sequence[Wish]],
    bonds: Sequence[Sequence[Bond]],
    room: Room,
) -> None:
    """How far the time goes to what a delegation wants changed (rule 11), in [0, 1]."""
    if not room.opening and not room.held:
        return
    wish_of = wishes[delegation.seat]
    total = expect_time(wish_of, items, mean_trust(delegation.seat, bonds))
    wished = 0.0
    largest = 0.0
    for k in range(len(items)):
        expected = wish_of[k].expected / total if total > 0.0 else items[k].share
        wished += wish_of[k].strength * rules.time_given(agenda.order, items[k].share, expected)
        largest = most(largest, wish_of[k].strength)
    delegation.satisfaction = wished / largest if largest > 0.0 else 1.0


def expect_time(wish_of: Sequence[Wish], items: Sequence[Item], trust: float) -> float:
    """What time one expects each item to get in a sequence, unscaled; gives the sum."""
    total = 0.0
    for k in range(len(items)):
        wish_of[k].expected = rules.expected_time(items[k].share, trust, k)
        total += wish_of[k].expected
    return total


def mean_trust(seat: int, bonds: Sequence[Sequence[Bond]]) -> float:
    """How far a delegation trusts the others, in the mean."""
    trust = 0.0
    for e in range(len(bonds)):
        if e != seat:
            trust += bonds[seat][e].trust
    return trust / (len(bonds) - 1)


def put_agenda(mediator: Mediator, agenda: Agenda) -> None:  # noqa: ARG001 - the mediator acts
    """The mediator puts the list of items; once it is agreed, from the next session on, their order (rule 11)."""
    agenda.question = 0
    if not agenda.order_agreed:
        agenda.question = ORDER_PUT if agenda.items_agreed else LIST_PUT


def answer_list(
    delegation: Delegation,
    agenda: Agenda,
    wishes: Sequence[Sequence[Wish]],
    room: Room,
    great_powers: GreatPowers,
    mediator: Mediator,
    behaviour: Behaviour,
    luck: Luck,
) -> None:
    """A delegation accepts the list of items, or objects to its wording (rule 11)."""
    if agenda.question != LIST_PUT:
        return
    acceptable = 1.0
    for k in range(len(wishes[delegation.seat])):
        acceptable -= wishes[delegation.seat][k].objection
    resolve = stand(delegation, great_powers, mediator, behaviour)
    delegation.list_margin = rules.margin(acceptable, delegation.agenda_demand, resolve)
    delegation.list_answer = answer(
        delegation.list_margin, behaviour.agenda_temperature, room, luck, delegation.identity, chance.LIST
    )


def answer_order(
    delegation: Delegation,
    agenda: Agenda,
    room: Room,
    great_powers: GreatPowers,
    mediator: Mediator,
    behaviour: Behaviour,
    luck: Luck,
) -> None:
    """A delegation accepts the order of the items, or wants its own topic sooner (rule 11)."""
    if agenda.question != ORDER_PUT:
        return
    resolve = stand(delegation, great_powers, mediator, behaviour)
    delegation.order_margin = rules.margin(delegation.satisfaction, delegation.agenda_demand, resolve)
    delegation.order_answer = answer(
        delegation.order_margin, behaviour.agenda_temperature, room, luck, delegation.identity, chance.ORDER
    )


def settle_agenda(agenda: Agenda, mediator: Mediator, delegations: Sequence[Delegation], room: Room) -> None:
    """The question of the day is agreed if all say yes; a refused order may be moved by the mediator (rule 11)."""
    if agenda.question == 0:
        return
    refused = 0
    for d in range(len(delegations)):
        if delegations[d].list_answer == NO or delegations[d].order_answer == NO:
            refused = 1
    if refused:
        if agenda.question == ORDER_PUT and mediator.moves_order:
            agenda.order = rules.order_after_refusal(agenda.order, mediator.agenda_step)
        return
    room.result = 1
    if agenda.question == LIST_PUT:
        agenda.items_agreed = 1
        agenda.items_agreed_on = room.day
    else:
        agenda.order_agreed = 1
        agenda.order_agreed_on = room.day
