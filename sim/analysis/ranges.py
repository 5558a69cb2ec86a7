"""How far each number of a case is varied: as far as it is uncertain, or else by a stated part."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from math import inf
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args

from sim.analysis.wholes import touched as parts_of
from sim.case import Unknown
from sim.case.checks import check, touched
from sim.case.distribution import Beta, Distribution, Normal, parameters
from sim.case.nearest import guess, nearest
from sim.case.number import Within
from sim.case.record import Record
from sim.case.shape import keys
from sim.case.variations import renumbered
from sim.rules.quantiles import QUANTILES

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.talks.seating import Seated

UNIT: Final = Within(0, 1)
WIDE: Final = 2.0
"""The widest range of which a part is taken; in a wider one a number is multiplied."""
PART: Final = 0.1
LOGIT: Final = 1.0
FACTOR: Final = 1.5
RARE: Final = 0.01


class Span(NamedTuple):
    """A number of the case, its value there (the mean, if it is drawn), and how far it is varied, and why so far."""

    path: str
    value: float
    low: float
    high: float
    why: str


class LeftOut(NamedTuple):
    """A number that is not varied, and why not."""

    path: str
    why: str


def spans(seated: "Seated", only: Sequence[str] = ()) -> tuple[list[Span], list[LeftOut]]:
    """How far each number is varied, and which are left out; `only` are patterns of paths, as in `mediator.*`.

    Raises
    ------
    Unknown
        A pattern fits no number of the case, or none of them can be varied.

    """
    there = {path: _span(seated, path) for path in chosen(seated, only)}
    kept = [_apart(seated, span) for span in there.values()]
    out = [LeftOut(span.path, _no_room(span)) for span in kept if not span.low < span.high]
    good, unfit = _checked(seated.scenario, [span for span in kept if span.low < span.high])
    if not good:
        reasons = " ".join(f"{path}: {why}" for path, why in [*out, *unfit][:1])
        raise Unknown(f"None of these numbers can be varied. {reasons}")
    return good, [*out, *unfit]


def chosen(seated: "Seated", only: Sequence[str]) -> list[str]:
    """The numbers of the case that fit a pattern; all, if there is none."""
    for pattern in only:
        if not any(fnmatchcase(path, pattern) for path in seated.paths):
            raise Unknown(f"No number is called {pattern}. {guess(nearest(pattern, seated.paths), list(seated.paths))}")
    return [path for path in seated.paths if not only or any(fnmatchcase(path, pattern) for pattern in only)]


def _span(seated: "Seated", path: str) -> Span:
    number, within = found(seated.scenario, path)
    if isinstance(number, Distribution):
        low, high, why = _drawn(number)
        return Span(path, float(number.centre), within.clip(low), within.clip(high), why)
    value = float(seated.template[seated.paths[path][0]])
    low, high, why = _around(value, within)
    return Span(path, value, _inside(low, value, within), _inside(high, value, within), why)


def found(case: "Scenario", path: str) -> tuple[Any, Within]:
    """What stands at the path of a number, and the range that the format gives it."""
    here: Any = case
    within = UNIT
    for step in path.split("."):
        within = UNIT
        if isinstance(here, Record):
            key = keys(type(here))[step]
            within = _within((key.kind, *type(here).model_fields[key.attribute].metadata)) or UNIT
            here = getattr(here, key.attribute)
        else:
            here = here[int(step)] if isinstance(here, tuple) else here[step]
    return here, within


def _within(marks: tuple[Any, ...]) -> Within | None:
    """The first range that is written into a type."""
    for mark in marks:
        if isinstance(mark, Within):
            return mark
        inner = _within(get_args(mark))
        if inner:
            return inner
    return None


def _drawn(number: Distribution) -> tuple[float, float, str]:
    """As far as a distribution goes: to its ends, or from its 1st to its 99th percentile."""
    if not isinstance(number, Normal | Beta):
        return (*number.ends, "its distribution")
    low, high = (QUANTILES[number.kind](share, *parameters(number)) for share in (RARE, 1 - RARE))
    return low, high, "its distribution, 1st to 99th percentile"


def _around(value: float, within: Within) -> tuple[float, float, str]:
    """As far as a number goes of which nothing but its value is known."""
    low, high = max(within.low, within.above), min(within.high, within.below)
    if within.unit == "logit":
        return value - LOGIT, value + LOGIT, "1 logit up and down"
    if high - low <= WIDE:
        step = PART * (high - low)
        return value - step, value + step, f"{step:g} up and down"
    ends = sorted((value / FACTOR, value * FACTOR))
    return ends[0], ends[1], "two thirds to one and a half times"


def _inside(end: float, value: float, within: Within) -> float:
    """An end that goes at most half way to the end of the range that the format gives."""
    low, high = max(within.low, within.above), min(within.high, within.below)
    least = (low + value) / 2 if low > -inf else -inf
    return min(max(end, least), (high + value) / 2 if high < inf else inf)


def _apart(seated: "Seated", span: Span) -> Span:
    """An ideal and a limit never pass each other: that would turn round what a delegation accepts."""
    where, _, field = span.path.rpartition(".")
    if ".positions." not in where or field not in {"ideal", "limit"}:
        return span
    ideal, limit = (float(seated.template[seated.paths[f"{where}.{name}"][0]]) for name in ("ideal", "limit"))
    middle = (ideal + limit) / 2
    if ideal == limit and 0 < ideal < 1:
        return span._replace(low=middle, high=middle)
    upper = "limit" if limit > ideal or ideal == limit == 0 else "ideal"
    if field == upper:
        return span._replace(low=max(span.low, middle))
    return span._replace(high=min(span.high, middle))


def _no_room(span: Span) -> str:
    if span.path.endswith((".ideal", ".limit")):
        return "The ideal and the limit are the same: moving one would turn round what is accepted."
    return "It is 0, which no factor changes. Give it a distribution." if span.value == 0 else "It has one value only."


def _checked(case: "Scenario", kept: Sequence[Span]) -> tuple[list[Span], list[LeftOut]]:
    """Those that fit at both ends, each alone; parts of a whole give way to each other, so they do."""
    parts = {path for whole in parts_of(case, [span.path for span in kept]) for path in whole.paths}
    checks = touched(case, [span.path for span in kept])
    good: list[Span] = []
    out: list[LeftOut] = []
    for span in kept:
        wrong = "" if span.path in parts else next(_faults(case, span, checks), "")
        if wrong:
            out.append(LeftOut(span.path, wrong))
        else:
            good.append(span)
    return good, out


def _faults(case: "Scenario", span: Span, checks: Sequence[Any]) -> Iterator[str]:
    for end in (span.low, span.high):
        faults, _ = check(renumbered(case, {span.path: end}), hope=False, checks=checks)
        yield from (fault.message for fault in faults)
