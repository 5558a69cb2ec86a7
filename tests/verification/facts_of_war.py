"""Facts about the war outside: attacks that beget attacks, people who get out, and attacks that are cleared up."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from tests.model.cases import DEFAULT, seated
from tests.model.playing import Columns, days, played
from tests.model.table import CONFERENCE, UNWATCHED
from tests.verification.fact import LESS, MORE, Band, Figure, Numbers
from tests.verification.facts_of_talks import THREE_WEEKS, deals, world
from tests.verification.happenings import SIDES, walks
from tests.verification.measures import exact, larger, oftener, part

MANY: Final = 100_000
UNTOUCHED: Final = (
    "behaviour.severity=0",  # nobody minds an attack, so the pause is the same in both worlds
    *(f"delegations.{side}.required_progress=1" for side in SIDES),  # and no other round ends the story
    "happened=null",
    "thresholds=null",
    "council.draft.dates=[2014-02-10]",
)
ONE_MORE: Final = "events.one_more={date: 2014-02-10, kind: attack, at: homs}"
NOBODY_OUT: Final = ("ground.homs.trapped=0", *UNWATCHED[:2])
AT_CLOSE: Final = ("calendar.horizon_days=5", *UNWATCHED)


def war(*settings: str) -> Columns:
    """Play the front of Homs beside talks that leave it alone."""
    return played(seated(DEFAULT, *UNTOUCHED, *settings), MANY)


def begotten(within: int) -> Numbers:
    """How many further attacks one attack on the first day begets within so many days, run by run."""
    horizon = f"calendar.horizon_days={within}"
    return np.asarray(war(horizon, ONE_MORE)["attacks"] - war(horizon)["attacks"] - 1)


def excitation() -> Iterator[Figure]:
    """What attacks there are only because there were others, and how long one attack is felt."""
    attacks, alone = war()["attacks"], war("ground.homs.branching=0")["attacks"]
    yield part("of the attacks, the part that others begot", attacks - alone, attacks, Band(0.37, 0.5))
    kept = float(days(seated(DEFAULT), 1, 0)[0]["fronts"][0]["retention"])
    gone = next(day for day in range(1, 1000) if kept**day <= 0.05)
    yield exact("days until 95 % of an attack's excitation is gone", gone, Band(14, 42))
    two, six, all_days = (begotten(within) for within in (14, 42, 95))
    yield part("of what one attack more begets, the part within two weeks", two, all_days, Band(below=0.95))
    yield part("of what one attack more begets, the part within six weeks", six, all_days, Band(above=0.95))


def carrying_over() -> Iterator[Figure]:
    """What the people who get out add to political deals, by the trust at the start."""
    rises = {}
    for start in (0.1, 0.2, 0.6, 0.9):
        trusting = [f"delegations.{side}.trust={start}" for side in SIDES]
        without, out = deals(world(*THREE_WEEKS, *trusting, *NOBODY_OUT)), deals(world(*THREE_WEEKS, *trusting))
        rises[start] = out.astype(float) - without
        yield oftener(
            f"political deals, trust {start}: people out less nobody out", without, out, BANDS.get(start, MORE)
        )
    yield larger("that difference: trust 0.6 less trust 0.1", rises[0.1], rises[0.6], MORE)
    without, out = (deals(world(*CONFERENCE, *change)) for change in (NOBODY_OUT, ()))
    yield oftener("political deals, hard red lines: the same", without, out, Band(-0.001, 0.001))


BANDS: Final = dict.fromkeys((0.1, 0.2), Band(below=0.01))


def monitoring() -> Iterator[Figure]:
    """Nine in ten attacks cleared up, less one in four, at the close of the round."""
    before, after = world(*AT_CLOSE), world(*AT_CLOSE, "ground.homs.monitoring=0.9")
    for column, band in (
        ("trust.government.opposition", MORE),
        ("trust.opposition.government", MORE),
        ("grievance.government", LESS),
        ("grievance.opposition", LESS),
    ):
        yield larger(column.replace(".", " of the ", 1).replace(".", " in the "), before[column], after[column], band)
    yield oftener("walkouts by anybody", walks("any")(before), walks("any")(after), LESS)
