"""When talks end, and how: endings that compete, and time at the table."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sim.analysis.intervals import Z
from sim.analysis.significance import two_sided
from sim.rules.endings import ENDINGS
from sim.talks.actors import NEVER

if TYPE_CHECKING:
    from sim.analysis.ensemble import Ensemble
    from sim.talks.outcome import Column

CALENDAR, AGREED, WALKED = 0, 1, 2
"""What takes the parties from the table: the end of the calendar, a deal, a walkout."""
DEALS: Final = tuple(list(ENDINGS).index(name) for name in ("comprehensive", "partial"))
MARKS: Final = 5


class Curve(NamedTuple):
    """A share that changes in steps: from each of the days on it is `share`, with its 95 % interval; all in [0, 1]."""

    days: "Column"
    share: "Column"
    low: "Column"
    high: "Column"


@dataclass(frozen=True, eq=False)
class Course:
    """How many have walked out, agreed, or are still at the table, day by day, and how many runs that is of.

    After the last day nobody leaves the table any more.
    """

    walked: Curve
    agreed: Curve
    at_table: Curve
    at_risk: tuple[tuple[int, int], ...]
    last_day: int


class Ends(NamedTuple):
    """The day on which each run leaves the table, and by what (CALENDAR, AGREED or WALKED)."""

    days: "Column"
    cause: "Column"


def ends(ensemble: "Ensemble") -> Ends:
    """When each run leaves the table: on the first walkout, or on the day of its deal, or when the calendar ends.

    A party that walks out may come back, and a deal be made after that; what is told here is the first that comes.
    """
    columns, case = ensemble.columns, ensemble.case
    walked = _first([columns[f"walked_on.{key}"] for key in case.delegations])
    deals = np.isin(columns["ending"], DEALS)
    signed = np.max([columns[f"agreed_on.{key}"] for key in case.issues], axis=0)
    agreed = np.where(deals & (signed > NEVER), signed, columns["last_day"])
    comes_first = (walked > NEVER) & (~deals | (walked <= agreed))
    cause = np.where(comes_first, WALKED, np.where(deals, AGREED, CALENDAR))
    return Ends(np.where(comes_first, walked, np.where(deals, agreed, columns["last_day"])), cause)


def _first(days: "list[Column]") -> "Column":
    never = np.iinfo(np.int64).max
    first = np.min([np.where(one > NEVER, one, never) for one in days], axis=0)
    return np.where(first < never, first, NEVER)


def course(ensemble: "Ensemble") -> Course:
    """How the talks of many runs go on, day by day."""
    days, cause = ends(ensemble)
    left = days[cause != CALENDAR]
    last = int(left.max()) + 1 if len(left) else int(days.max())
    marks = sorted({round(last * part / (MARKS - 1)) for part in range(MARKS)}) if last else [0]
    return Course(
        walked=aalen_johansen(days, cause, WALKED),
        agreed=aalen_johansen(days, cause, AGREED),
        at_table=kaplan_meier(days, cause != CALENDAR),
        at_risk=tuple((day, int(np.count_nonzero(days >= day))) for day in marks),
        last_day=last,
    )


def kaplan_meier(days: "Column", happened: "Column") -> Curve:
    """The share for which it has not come yet, where some were only watched until a day.

    `days` is when it came or when watching ended, `happened` which of the two. Source: Kaplan and Meier (1958);
    variance of Greenwood (1926), interval on the scale of log(-log) (Kalbfleisch and Prentice 1980).
    """
    when, at_risk, came = _table(days, happened)
    left = at_risk - came
    share = np.cumprod(left / at_risk)
    spread = np.cumsum(np.divide(came, at_risk * left, out=np.zeros(len(when)), where=left > 0))
    return Curve(when, share, *_within(share, share * np.sqrt(spread)))


def aalen_johansen(days: "Column", cause: "Column", which: int) -> Curve:
    """The share for which one of several endings has come, where each rules out the others.

    `cause` is 0 where watching ended before anything came. Source: Aalen and Johansen (1978); variance by the delta
    method (Marubini and Valsecchi 1995, eq. 10.12); interval on the scale of log(-log).
    """
    when, at_risk, came = _table(days, cause != 0)
    this = np.bincount(days[cause == which], minlength=int(days.max()) + 1)[when].astype(float)
    before = np.concatenate([[1.0], np.cumprod((at_risk - came) / at_risk)[:-1]])
    share = np.cumsum(before * this / at_risk)
    return Curve(when, share, *_within(share, np.sqrt(np.maximum(_variance(at_risk, came, this, before, share), 0))))


def _variance(at_risk: "Column", came: "Column", this: "Column", before: "Column", share: "Column") -> "Column":
    """The variance of the share by each day, from sums over the days before."""
    left = at_risk - came
    any_ = np.divide(came, at_risk * left, out=np.zeros(len(came)), where=left > 0)
    lone = before**2 * (at_risk - this) * this / at_risk**3
    mixed = before * this / at_risk**2
    squares = share**2 * np.cumsum(any_) - 2 * share * np.cumsum(share * any_) + np.cumsum(share**2 * any_)
    crossed = share * np.cumsum(mixed) - np.cumsum(share * mixed)
    return np.asarray(squares + np.cumsum(lone) - 2 * crossed)


def _within(share: "Column", error: "Column") -> "tuple[Column, Column]":
    """The ends of the 95 % interval of a share in (0, 1), on the scale of log(-log); 0 and 1 stay as they are."""
    inner = (share > 0) & (share < 1)
    safe = np.where(inner, share, 0.5)
    power = np.exp(Z * np.where(inner, error, 0.0) / (safe * -np.log(safe)))
    return np.where(inner, safe**power, share), np.where(inner, safe ** (1 / power), share)


def log_rank(days: "tuple[Column, Column]", happened: "tuple[Column, Column]") -> tuple[float, float]:
    """Whether two groups leave the table at the same pace: the statistic (chi-square, 1 degree) and its p value.

    In the same worlds it is a little too careful, since it takes runs for unlike. Source: Mantel (1966). (0, 1)
    where nothing comes.
    """
    when, at_risk, came = _table(np.concatenate(days), np.concatenate(happened))
    first = np.array([np.count_nonzero(days[0] >= day) for day in when], dtype=float)
    of_first = np.array([np.count_nonzero((days[0] == day) & happened[0]) for day in when], dtype=float)
    share = first / at_risk
    spread = np.sum(came * share * (1 - share) * (at_risk - came) / np.maximum(at_risk - 1, 1))
    statistic = float(np.sum(of_first - came * share)) ** 2 / float(spread) if spread > 0 else 0.0
    return statistic, two_sided(math.sqrt(statistic))


def _table(days: "Column", happened: "Column") -> "tuple[Column, Column, Column]":
    """The days on which something came; how many were there until then, and for how many it came."""
    length = int(days.max()) + 2
    leave, came = np.bincount(days, minlength=length), np.bincount(days[happened], minlength=length)
    at_risk = leave[::-1].cumsum()[::-1]
    when = np.flatnonzero(came)
    return when, at_risk[when].astype(float), came[when].astype(float)
