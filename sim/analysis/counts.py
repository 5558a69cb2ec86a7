"""How often: counts of runs, from the columns of their outcomes."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.talks.actors import NEVER

if TYPE_CHECKING:
    from sim.case.source import Happened
    from sim.talks.outcome import Column


class Count(NamedTuple):
    """So many of so many runs."""

    times: int
    runs: int


def endings(columns: "Mapping[str, Column]") -> dict[str, Count]:
    """How many runs end how, in the order of ENDINGS, those that no run has too."""
    found = columns["ending"]
    return {name: _count(found == place) for place, name in enumerate(ENDINGS)}


def reached(columns: "Mapping[str, Column]", thresholds: Sequence[str]) -> dict[str, Count]:
    """How many runs reach each threshold."""
    return {name: _count(columns[f"met_on.{name}"] > NEVER) for name in thresholds}


def usual_day(days: "Column") -> int | None:
    """The median of the days on which something came, the lower one of two; None if it never came."""
    came = np.sort(days[days > NEVER])
    return int(came[(len(came) - 1) // 2]) if len(came) else None


def walked(columns: "Mapping[str, Column]", delegation: str) -> "Column":
    """The runs in which a delegation walks out, whether or not it comes back."""
    return columns[f"walkouts.{delegation}"] > 0


def any_walked(columns: "Mapping[str, Column]", delegations: Sequence[str]) -> "Column":
    """The runs in which anybody walks out."""
    anybody = np.zeros(len(columns["ending"]), dtype=bool)
    for key in delegations:
        anybody |= walked(columns, key)
    return anybody


def walkouts(columns: "Mapping[str, Column]", delegations: Sequence[str]) -> dict[str, Count]:
    """How many runs have a walkout: `any`, and by each delegation."""
    counts = {"any": _count(any_walked(columns, delegations))}
    return counts | {key: _count(walked(columns, key)) for key in delegations}


def reasons(columns: "Mapping[str, Column]", delegation: str) -> dict[str, Count]:
    """Why a delegation first walks out, of the runs in which it does; nothing if it never does."""
    over = columns[f"walked_over.{delegation}"][walked(columns, delegation)]
    return {name: _count(over == place) for place, name in enumerate(REASONS)} if len(over) else {}


def sessions(columns: "Mapping[str, Column]", delegation: str, last: int) -> list[int]:
    """In how many runs a delegation first walks out in session 1, 2, ... of a round."""
    walked_in = columns[f"walked_in.{delegation}"][walked(columns, delegation)]
    return [int(np.count_nonzero(walked_in == session)) for session in range(1, last + 1)]


def first_walkout(columns: "Mapping[str, Column]", delegations: Sequence[str]) -> int | None:
    """The first replicate with a walkout."""
    rows = np.flatnonzero(any_walked(columns, delegations))
    return int(rows[0]) if len(rows) else None


def as_in_life(columns: "Mapping[str, Column]", happened: "Happened") -> tuple[Count, Count]:
    """How many runs end as in life, and how many reach and miss the same thresholds as well."""
    ended = columns["ending"] == list(ENDINGS).index(happened.ending)
    path = ended.copy()
    for name in happened.reached:
        path &= columns[f"met_on.{name}"] > NEVER
    for name in happened.not_reached:
        path &= columns[f"met_on.{name}"] == NEVER
    return _count(ended), _count(path)


def of_twenty(counts: Mapping[str, Count]) -> dict[str, int]:
    """What the shares mean in twenty runs, by largest remainders; the first named wins among equals."""
    runs = sum(one.times for one in counts.values())
    whole = {name: 20 * one.times // runs for name, one in counts.items()}
    rest = sorted(counts, key=lambda name: -(20 * counts[name].times % runs))
    for name in rest[: 20 - sum(whole.values())]:
        whole[name] += 1
    return whole


def _count(holds: "Column") -> Count:
    return Count(int(np.count_nonzero(holds)), len(holds))
