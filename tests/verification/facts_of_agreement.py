"""Facts about what pressure can do, and what is agreed first."""

from collections.abc import Iterator
from itertools import product
from typing import Final

import numpy as np

from tests.model.cases import DEFAULT, NEVER, seated
from tests.model.playing import played
from tests.model.table import BOTH, CONFERENCE, ROWS, worlds_played
from tests.verification.fact import MORE, NONE, Band, Figure, Numbers
from tests.verification.facts_of_talks import RUNS, deals
from tests.verification.measures import exact, part_less, share

FEWER: Final = 10_000
LEVERAGE: Final = (0, 0.3, 0.6, 1)
READY: Final = ("great_powers.cooperation=1", "delegations.government.trust=1", "delegations.opposition.trust=1")


def pressed(*settings: str) -> list[Numbers]:
    """In which runs a mediator who presses brings a political deal, from least pressure to most."""
    worlds = product(((), CONFERENCE), ((), READY), LEVERAGE)
    each = [(*place, *ready, f"mediator.leverage={leverage}") for place, ready, leverage in worlds]
    return [deals(played(seated(DEFAULT, "mediator.style=manipulation", *settings, *one), FEWER)) for one in each]


def pressure() -> Iterator[Figure]:
    """Two hard red lines without a zone, and the same lines softened, under the same pressure."""
    hard, soft = pressed(), pressed(*BOTH)
    times, runs = sum(int(one.sum()) for one in hard), sum(len(one) for one in hard)
    yield exact(f"political deals in {runs:,} runs, hard red lines", times, NONE)
    yield share("the same luck with a political deal in any of these worlds", np.any(hard, axis=0), Band(below=0.001))
    yield share("political deals, softened red lines, least pressure", soft[0], MORE)
    yield share("political deals, softened red lines, most pressure", soft[-1], MORE)


def procedure() -> Iterator[Figure]:
    """The list among all runs, less the order among those that have a list."""
    for name in ROWS:
        columns = worlds_played(name, RUNS)
        if name != "conference":  # its agenda is settled beforehand
            listed, ordered = (columns[f"{what}_agreed_on"] > NEVER for what in ("list", "order"))
            yield part_less(f"list, less order where there is a list: {name.replace('_', ' ')}", listed, ordered, MORE)
