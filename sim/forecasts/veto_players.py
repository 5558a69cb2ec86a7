"""How likely any text suits all, by how many must agree."""

from collections.abc import Sequence

from sim.forecasts.side import Side
from sim.rules.arithmetic import clip


def chance_of_zone(players: int, width: float) -> float:
    """The more must agree, the less is left: the probability that stretches laid anywhere have a point in common.

    players * width^(players - 1) - (players - 1) * width^players, for `players` >= 1 stretches as wide as `width`, a
    part of the axis in [0, 1]; their centres lie evenly. Source: Cunningham (2006); the closed form is ours.
    """
    return float(players * width ** (players - 1) - (players - 1) * width**players)


def veto_players(table: Sequence[Side]) -> float:
    """How likely as many sides, each of which could sign as much as these do in the mean, have a text in common.

    Source: Cunningham (2006).
    """
    width = sum(clip(abs(side.limit - side.ideal), 0, 1) for side in table) / len(table)
    return chance_of_zone(len(table), width)
