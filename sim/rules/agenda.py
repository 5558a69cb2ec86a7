"""Talks about talks: which items, and in which order."""

from sim.rules.arithmetic import most


def wish(salience: float, ideal: float, status_quo: float) -> float:
    """One wants to talk about what one wants changed: salience * |ideal - status quo| (per issue of an item).

    Our form; the second round of Geneva II failed on exactly this (Xinhua, 15 February 2014).
    """
    return salience * abs(ideal - status_quo)


def expected_time(share: float, trust: float, items_before: int) -> float:
    """In a sequence a later item comes as far as one trusts the others to let the earlier ones end.

    share * trust ^ items_before, to be scaled to sum 1 over the items. Our form.
    """
    time = share
    for _ in range(items_before):
        time *= trust
    return time


def time_given(order: float, share: float, expected: float) -> float:
    """The part of the time an item gets between parallel tracks (order 1) and a sequence (order 0). Ours."""
    return order * share + (1.0 - order) * expected


def margin(attraction: float, agenda_demand: float, resolve: float) -> float:
    """What speaks for a yes to a list, an order or a date: attraction - agenda_demand - resolve.

    The attraction is 1 - objections for the list, the satisfaction for the order, progress for a date. Ours.
    """
    return attraction - agenda_demand - resolve


def order_after_refusal(order: float, agenda_step: float) -> float:
    """After a refusal the mediator moves towards parallel tracks: order + agenda_step * (1 - order). Ours."""
    return order + agenda_step * (1.0 - order)


def work(order: float, share: float, largest_share: float, is_first_open: bool) -> float:
    """How much work an item gets in a session, relative to a full day on it, in [0, 1].

    order * share / largest share + (1 - order) * [it is the first item with something left to do]. Ours.
    """
    sequence = 1.0 - order if is_first_open else 0.0
    return order * share / most(largest_share, share) + sequence
