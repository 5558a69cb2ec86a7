"""What is compared between two cases: how often, how much, and when."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sim.analysis import counts, duration
from sim.analysis.means import NO_AMOUNT
from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.talks.actors import NEVER
from sim.talks.outcome import quantities

if TYPE_CHECKING:
    from sim.analysis.ensemble import Ensemble
    from sim.talks.outcome import Column

LEFT_OUT: Final = NO_AMOUNT | {"walkouts", "returns", "no_shows", "away", "suspended", "established"}
"""Fields that say what a share or another mean already says."""


class Measured(NamedTuple):
    """One quantity of each run: yes or no (`is_share`), or an amount."""

    name: str
    column: "Column"
    is_share: bool


def of(ensemble: "Ensemble") -> dict[str, Measured]:
    """All quantities of the runs of a case, by name: endings, walkouts, reasons, thresholds, means and times."""
    return {one.name: one for one in (*_shares(ensemble), *_means(ensemble), *_times(ensemble))}


def common(ensembles: "Sequence[Ensemble]") -> list[dict[str, Measured]]:
    """The quantities that all of several cases have, of each, in the order of the first."""
    found = [of(one) for one in ensembles]
    names = [name for name in found[0] if all(name in other for other in found)]
    return [{name: one[name] for name in names} for one in found]


def _shares(ensemble: "Ensemble") -> Iterator[Measured]:
    columns, parties = ensemble.columns, list(ensemble.case.delegations)
    for place, name in enumerate(ENDINGS):
        yield Measured(f"ending.{name}", columns["ending"] == place, is_share=True)
    yield Measured("walkout.any", counts.any_walked(columns, parties), is_share=True)
    for key in parties:
        yield Measured(f"walkout.{key}", counts.walked(columns, key), is_share=True)
    for place, name in enumerate(REASONS):
        over = [counts.walked(columns, key) & (columns[f"walked_over.{key}"] == place) for key in parties]
        yield Measured(f"reason.{name}", np.logical_or.reduce(over), is_share=True)
    for key in ensemble.case.thresholds:
        yield Measured(f"threshold.{key}", columns[f"met_on.{key}"] > NEVER, is_share=True)


def _means(ensemble: "Ensemble") -> Iterator[Measured]:
    for one in quantities(ensemble.seated):
        if one.field not in LEFT_OUT and not one.is_day:
            yield Measured(f"mean.{one.name}", ensemble.columns[one.name].astype(float), is_share=False)


def _times(ensemble: "Ensemble") -> Iterator[Measured]:
    """Days at the table; and days that a walkout, or a deal, came before the calendar ended (0 if it did not come).

    The mean of the latter is the area under the share that has walked out, or agreed, by each day: it takes into
    account that one rules out the other (Andersen 2013, Statistics in Medicine 32, 5278-5285).
    """
    days, cause = duration.ends(ensemble)
    last = ensemble.case.calendar.horizon_days
    yield Measured("time.at_table", days.astype(float), is_share=False)
    for name, which in (("time.walkout", duration.WALKED), ("time.agreement", duration.AGREED)):
        yield Measured(name, np.where(cause == which, last - days, 0).astype(float), is_share=False)
