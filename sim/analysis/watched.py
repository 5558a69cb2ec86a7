"""One run as it is drawn: what each delegation offered session by session, and the facts of each day."""

from collections.abc import Mapping
from dataclasses import dataclass

from sim.analysis import request
from sim.analysis.replay import columns_of
from sim.case.scenario import Scenario
from sim.study import provenance
from sim.talks.facts import Day
from sim.talks.model import Talks
from sim.talks.seating import seat
from sim.talks.transcript import Transcript


@dataclass(frozen=True)
class Sitting:
    """A session that was held: its day (0 is the start of the calendar), offers and texts on each issue, in [0, 1].

    `offers` and `limits` are by delegation and issue; a text is None before the first; `agreed` are the issues on
    which there is a deal by then.
    """

    day: int
    offers: Mapping[str, Mapping[str, float]]
    limits: Mapping[str, Mapping[str, float]]
    texts: Mapping[str, float | None]
    agreed: frozenset[str]


@dataclass(frozen=True)
class Watched:
    """One run: which, the sessions that were held, and what happened each day."""

    case: Scenario
    seed: int
    replicate: int
    sittings: tuple[Sitting, ...]
    days: tuple[Day, ...]
    digest: str


def watched(case: request.Case, seed: int = 1, replicate: int = 0) -> Watched:
    """Play one run and keep what its pictures show.

    Raises
    ------
    sim.case.Mistakes, sim.case.Unknown
        The case cannot be read.
    TypeError, ValueError
        There is no such seed or replicate.

    Examples
    --------
    >>> from sim.analysis.watched import watched
    >>> run = watched("first_scenario", seed=1, replicate=0)
    >>> [sitting.day for sitting in run.sittings], run.sittings[0].texts["prisoners"] is None
    ([0, 1, 2, 3, 4], False)

    """
    seated = seat(request.scenario(case))
    begin = request.whole("seed", seed, 0, request.MOST_SEEDS - 1)
    which = request.whole("replicate", replicate, 0, request.MOST_RUNS - 1)
    talks = Talks(seated, begin, which, collect=False)
    notes, sittings, days = Transcript(talks), [], []
    for day in notes.days():
        days.append(day)
        if talks.look("room.held"):
            sittings.append(_sitting(talks))
    digest = provenance.digest(columns_of(talks))
    talks.disperse()
    return Watched(seated.scenario, begin, which, tuple(sittings), tuple(days), digest)


def _sitting(talks: Talks) -> Sitting:
    seated, nouns = talks.seated, talks.nouns
    stakes = dict(zip(seated.delegations, nouns["stakes"], strict=True))
    issues = dict(zip(seated.issues, nouns["issues"], strict=True))
    return Sitting(
        day=nouns["room"].day,
        offers={key: dict(zip(seated.issues, (one.offer for one in row), strict=True)) for key, row in stakes.items()},
        limits={key: dict(zip(seated.issues, (one.limit for one in row), strict=True)) for key, row in stakes.items()},
        texts={key: one.text if one.due and one.text >= 0 else None for key, one in issues.items()},
        agreed=frozenset(key for key, one in issues.items() if one.agreed),
    )
