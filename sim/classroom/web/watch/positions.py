"""Where each stands on each issue on an evening: offers, limits, the text, and the zone of possible agreement."""

from collections.abc import Mapping
from dataclasses import dataclass

from sim.case.delegation import Position
from sim.case.zone import zone
from sim.classroom.web.watch.standing import Standing
from sim.report.story.cast import Cast


@dataclass(frozen=True)
class Axis:
    """An issue: its name, what its ends mean, and where everything lies on it, in [0, 1]."""

    name: str
    at_0: str
    at_1: str
    limits: tuple[float, ...]
    low: float
    high: float
    offers: tuple[float, ...]
    text: float | None
    agreed: bool

    @property
    def has_zone(self) -> bool:
        """Whether there is anything that all could sign."""
        return self.low <= self.high


def axes(standing: Standing, cast: Cast) -> list[Axis]:
    """All issues, in the order of the case."""
    return [_axis(key, standing, cast) for key in cast.case.issues]


def _axis(key: str, standing: Standing, cast: Cast) -> Axis:
    issue = cast.case.issues[key]
    low, high = zone(
        Position(ideal=standing.ideals[one][key], limit=standing.limits[one][key], salience=0.0) for one in cast.places
    )
    return Axis(
        name=cast.issue(key),
        at_0=issue.at_0,
        at_1=issue.at_1,
        limits=tuple(round(standing.limits[one][key], 3) for one in cast.places),
        low=low,
        high=high,
        offers=offers(key, standing, cast.places),
        text=text(key, standing),
        agreed=key in standing.agreed,
    )


def offers(issue: str, standing: Standing, parties: Mapping[str, int]) -> tuple[float, ...]:
    """What each offers on an issue."""
    return tuple(round(standing.offers[one][issue], 3) for one in parties)


def text(issue: str, standing: Standing) -> float | None:
    """The last text on an issue."""
    given = standing.texts.get(issue)
    return None if given is None else round(given, 3)
