"""Where the delegations could meet: what lies within every limit."""

from collections.abc import Iterable

from sim.case.delegation import Position
from sim.case.number import centre


def acceptable(position: Position) -> tuple[float, float]:
    """What a delegation could sign on one issue: from its limit to its ideal, and on beyond the ideal.

    Returns the two ends of the stretch, both in it. Of a number that is drawn, the mean counts.
    """
    ideal, limit = centre(position.ideal), centre(position.limit)
    if limit == ideal:
        return ideal, ideal
    return (limit, 1.0) if limit < ideal else (0.0, limit)


def zone(positions: Iterable[Position]) -> tuple[float, float]:
    """The zone of possible agreement on an issue: its two ends, the first above the second if there is none."""
    stretches = [acceptable(position) for position in positions]
    return max(low for low, _ in stretches), min(high for _, high in stretches)
