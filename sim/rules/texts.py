"""The mediator's text: what is in it, and who can sign it."""

from sim.rules.arithmetic import TINY, most


def utility(text: float, ideal: float) -> float:
    """How good a text is for one who wants `ideal`: 1 there, 0 at the end of the axis that is farther away.

    1 - |text - ideal| / max(ideal, 1 - ideal). Loss by distance, as in spatial models of voting; scale ours.
    """
    return 1.0 - abs(text - ideal) / most(ideal, 1.0 - ideal)


def within_limit(text: float, ideal: float, limit: float) -> bool:
    """Whether a text is one that could be signed: between limit and ideal, or past the ideal.

    If limit and ideal are one point, only that point (tolerance 1e-12). The limit is a reservation value, Raiffa
    (1982).
    """
    if limit < ideal:
        return text >= limit - TINY
    if limit > ideal:
        return text <= limit + TINY
    return abs(text - ideal) <= TINY


def gain(text: float, ideal: float, limit: float, backing_of_council: float) -> float:
    """What an issue of a text is worth beyond the worst one could sign.

    utility(text) - utility(limit) + norm * strength of the adopted resolution that names the issue. Ours.
    """
    return utility(text, ideal) - utility(limit, ideal) + backing_of_council


def margin(gains: float, saliences: float, resolve: float, distrust: float) -> float:
    """What speaks for a yes: the gains, weighed by salience, less resolve and what distrust costs.

    gains / saliences - resolve - distrust, where `gains` is the sum of salience * gain over the issues of the
    text and `distrust` the weight of distrust times 1 - mean trust; without saliences the first term is 0. In
    a package a loss on one issue is paid for on another. Source: Raiffa (1982).
    """
    worth = gains / saliences if saliences > 0.0 else 0.0
    return worth - resolve - distrust
