"""What the parties think of each other, the air in the room, and how the great powers get on: words and lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sim.classroom.web.watch.standing import Standing
from sim.report.story.cast import Cast
from sim.report.story.protocol import air

TRUST: Final = ("hardly any", "little", "some", "a good deal", "full")
GRIEVANCE: Final = ("hardly any", "some", "strong", "bitter", "boundless")
COOPERATION: Final = ("hardly any", "little", "some", "good", "close")
WIDE, TALL = 60, 24
"""A line's size, in pixels."""


@dataclass(frozen=True)
class Feeling:
    """A quantity over the days: whose and what, its word and number each evening, and its line."""

    who: str
    what: str
    words: tuple[str, ...]
    values: tuple[float, ...]

    def line(self, until: int) -> str:
        """The points of the line up to a moment."""
        step = WIDE / max(1, len(self.values) - 1)
        points = [
            f"{place * step:.1f},{TALL - 2 - (TALL - 4) * value:.1f}"
            for place, value in enumerate(self.values[: until + 1])
        ]
        return " ".join([points[0], *points])


def feelings(evenings: Sequence[Standing], cast: Cast) -> list[Feeling]:
    """Each delegation's trust and anger, then the room's air and the powers' cooperation."""
    found = []
    for key in cast.places:
        trust = [_mean(one.trust[key]) for one in evenings]
        found.append(_feeling(cast.side(key), "trust", trust, TRUST))
        found.append(_feeling(cast.side(key), "anger", [one.grievance[key] for one in evenings], GRIEVANCE))
    atmosphere = [one.atmosphere for one in evenings]
    found.append(Feeling("The room", "atmosphere", tuple(map(air, atmosphere)), _rounded(atmosphere)))
    powers = [one.cooperation for one in evenings]
    return [*found, _feeling("Great powers", "cooperation", powers, COOPERATION)]


def _feeling(who: str, what: str, values: Sequence[float], words: Sequence[str]) -> Feeling:
    return Feeling(who, what, tuple(words[min(4, int(5 * value))] for value in values), _rounded(values))


def _rounded(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(value, 2) for value in values)


def _mean(trust: Mapping[str, float]) -> float:
    return sum(trust.values()) / len(trust)
