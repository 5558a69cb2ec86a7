"""Facts about who mediates and who must agree."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np

from sim.rules.endings import COMPREHENSIVE, PARTIAL
from sim.rules.styles import STYLES
from sim.talks.seating import seat
from tests.model.cases import DEFAULT, made, plain, seated
from tests.model.playing import Columns, agreed, played
from tests.model.small import at_table, talks
from tests.model.table import BOTH, CONFERENCE, HUMANITARIAN
from tests.verification.fact import ANY, LESS, MORE, Band, Figure, Numbers
from tests.verification.happenings import Outcome
from tests.verification.measures import larger, oftener

RUNS: Final = 40_000
THREE_WEEKS: Final = (*BOTH, *CONFERENCE)
A_MONTH_LATER: Final = ("happened=null", "thresholds=null", "calendar.horizon_days=34")
PARTIES: Final = ("ash", "birch", "cedar", "dogwood", "elder", "fir")


@lru_cache(4)  # each holds 20 MB
def world(*settings: str) -> Columns:
    """Play the default case with some settings."""
    return played(seated(DEFAULT, *settings), RUNS)


def deals(columns: Columns) -> Numbers:
    """In which runs there is a political deal."""
    return np.isin(columns["ending"], [COMPREHENSIVE, PARTIAL])


def relief(columns: Columns) -> Numbers:
    """In which runs a humanitarian issue is agreed."""
    return agreed(columns, HUMANITARIAN)


def trust(columns: Columns) -> Numbers:
    """The mean trust of the two sides in each other, run by run."""
    return np.asarray(np.mean([column for name, column in columns.items() if name.startswith("trust")], axis=0))


def styles(*settings: str) -> dict[str, Columns]:
    """Play a world with each style of mediation."""
    return {style: world(*settings, f"mediator.style={style}") for style in STYLES}


def mediation() -> Iterator[Figure]:
    """Who presses against who does not, and who listens against who does not."""
    weeks, week = styles(*THREE_WEEKS), styles()
    yield from pressing("political deals, three weeks", deals, weeks)
    yield from pressing("humanitarian deals, three weeks", relief, weeks)
    yield from pressing("humanitarian deals, one week", relief, week)
    yield from listening("after three weeks", weeks, MORE)
    yield from listening("a month after one week", styles(*A_MONTH_LATER), MORE)
    yield from listening("where each run ends", week, ANY)


def pressing(what: str, outcome: Outcome, table: Mapping[str, Columns]) -> Iterator[Figure]:
    """How much more often something is agreed where the mediator presses."""
    for other in ("formulation", "facilitation"):
        yield oftener(f"{what}: manipulation less {other}", outcome(table[other]), outcome(table["manipulation"]), MORE)


def listening(when: str, table: Mapping[str, Columns], band: Band) -> Iterator[Figure]:
    """How much more trust is left where the mediator listens."""
    left = {style: trust(columns) for style, columns in table.items()}
    for other in ("formulation", "manipulation"):
        yield larger(f"trust {when}: facilitation less {other}", left[other], left["facilitation"], band)


def vetoes() -> Iterator[Figure]:
    """One party more, at a small table and in the three weeks."""
    tables = []
    for count in range(2, 7):
        parties = {name: {"dam": (n % 2, 0.5 + 0.1 * (-1) ** (n % 2), 1)} for n, name in enumerate(PARTIES[:count])}
        tables.append(deals(played(at_table(talks(parties), ("behaviour.temperature", 0.5)), RUNS)))
    for count, (fewer, more) in enumerate(pairwise(tables), start=3):
        yield oftener(f"deals on one issue: {count} parties less {count - 1}", fewer, more, LESS)
    three = plain(seated(DEFAULT, *THREE_WEEKS).scenario)
    three["delegations"]["second_opposition"] = three["delegations"]["opposition"] | {"name": "Second opposition"}
    split = deals(played(seat(made(three)), RUNS))
    what = "political deals, three weeks: two oppositions alike less one"
    yield oftener(what, deals(world(*THREE_WEEKS)), split, LESS)
