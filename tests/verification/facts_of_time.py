"""Facts about time: what is conceded late, when deals come, and who comes back."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np

from tests.model.cases import DEFAULT, NEVER, seated
from tests.model.playing import days
from tests.model.small import at_table, talks
from tests.model.table import BOTH, FIRST, LINKED, UNWATCHED, worlds_played
from tests.verification.fact import MORE, Band, Figure, Numbers
from tests.verification.facts_of_talks import RUNS, deals, world
from tests.verification.happenings import SIDES
from tests.verification.measures import exact, oftener, part, share

TRACED: Final = 500
TWENTY_DAYS: Final = ("agenda.settled=true", "calendar.sessions_per_round=20", "calendar.horizon_days=25", *BOTH)
ON_THE_LAST_DAY: Final = tuple(f"issues.{issue}.deadline=2014-03-01" for issue in LINKED)


@cache
def conceded(*settings: str) -> Numbers:
    """What both sides concede on the linked issues in each tenth of twenty days, by salience (runs x 10)."""
    seats = seated(DEFAULT, *TWENTY_DAYS, *ON_THE_LAST_DAY, *settings)
    linked = [list(seats.issues).index(issue) for issue in LINKED]
    found = np.zeros((TRACED, 21))
    for replicate in range(TRACED):
        for day in days(seats, 1, replicate):
            since = int(day["room"][0]["day"]) + 1
            stakes = day["stakes"][:, linked]
            found[replicate, max(since, 0) :] = (stakes["concession"] * stakes["salience"]).sum()
    return np.diff(found[:, ::2], axis=1)


def beta(value: float) -> list[str]:
    """Let both sides concede early or late."""
    return [f"delegations.{side}.tactic.beta={value}" for side in SIDES]


def small_table() -> float:
    """What part of its concessions one side makes in the last tenth of the time, at beta .2 and nothing else."""
    parties = {"ash": {"dam": (0, 0.3, 1)}, "birch": {"dam": (1, 0.7, 1)}}
    lines = [(f"delegations.{name}.positions.dam.red_line", True) for name in parties]
    case = at_table(talks(parties, 96, "time_dependent"), *lines, ("delegations.ash.tactic.beta", 0.2))
    course = [float(day["stakes"][0, 0]["concession"]) for day in days(case, 1, 0)]
    return (course[-1] - course[-11]) / course[-1]


def late_concessions() -> Iterator[Figure]:
    """The last tenth of the time against an even pace, and against the tenth before it."""
    yield exact("concessions in the last tenth of the time, one side alone, beta 0.2", small_table(), Band(above=0.1))
    for words, settings, band in (
        ("beta of the case, 0.5 and 0.7", [], Band(above=0.1)),
        ("beta 0.2", beta(0.2), Band(above=0.1)),
        ("beta 2", beta(2), Band(below=0.1)),
    ):
        tenths = conceded(*settings)
        yield part(f"concessions in the last tenth of twenty days, {words}", tenths[:, -1], tenths.sum(axis=1), band)
    for words, settings in (("beta of the case", []), ("beta 0.2", beta(0.2))):
        tenths = conceded(*settings)
        next_most = int(np.argmax(tenths.mean(axis=0)[:-1]))
        more = tenths[:, -1] - tenths[:, next_most]
        yield part(f"the last tenth less the fullest other one, {words}", more, tenths.sum(axis=1), MORE)


def late_deals() -> Iterator[Figure]:
    """When the political deals of twenty days come, and whether a deadline brings more of them."""
    columns = world(*TWENTY_DAYS, *ON_THE_LAST_DAY)
    come = np.max([columns[f"agreed_on.{issue}"] for issue in LINKED], axis=0)
    yield share("political deals that come in the last tenth of twenty days", come[come > NEVER] >= 18, Band(above=0.1))
    far = deals(world(*TWENTY_DAYS))
    yield oftener("political deals: deadline on the last day less deadline in June", far, deals(columns), MORE)


def returns() -> Iterator[Figure]:
    """Of those who walk out, who is back within 90 days, and within the week of the talks."""
    for name in FIRST:
        yield share(f"back by 16 May, 90 to 95 days later: {name.replace('_', ' ')}", mended(name), Band(above=0.5))
    yield share(
        "back within the week of the talks: parallel agenda", mended(FIRST[0], *UNWATCHED, "calendar.horizon_days=5")
    )


def mended(name: str, *settings: str) -> Numbers:
    """Whether each delegation that walks out comes back, in a world of the table."""
    columns = worlds_played(name, RUNS, *settings)
    left, back = (np.concatenate([columns[f"{what}.{side}"] > 0 for side in SIDES]) for what in ("walkouts", "returns"))
    return np.asarray(back[left])
