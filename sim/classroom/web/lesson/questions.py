"""What a person in a seat is asked, as fields of a form; and what was sent, read again as picks."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sim.classroom.lesson.records import Value
from sim.classroom.table import wording
from sim.classroom.table.options import Option
from sim.report.story.cast import Cast

RULES: Final = ""
"""The value of a field that leaves its question to the rules."""
STOPS: Final = 4
OTHER: Final = "other"
ALONE: Final = ("walkout",)
"""What is asked on a page of its own."""
ANSWERS: Final = ("returns", "comes", "date", "list", "order", "package", "text", "format", "texts_put")
"""What somebody else asks, or what the day cannot do without; all else one may do beside it."""


@dataclass(frozen=True)
class Stop:
    """One thing that can be picked: the value of the field, and what it says."""

    value: str
    words: str
    taken: bool


@dataclass(frozen=True)
class Question:
    """A question with what can be picked; `low` and `high` where another number may be named."""

    name: str
    words: str
    stops: tuple[Stop, ...]
    chief: bool = True
    low: float | None = None
    high: float | None = None
    other: str = ""
    short: str = ""
    note: str = ""


def questions(options: Sequence[Option], picked: Mapping[str, Value], cast: Cast) -> list[Question]:
    """All questions of a moment but those with a page of their own; what was picked is marked."""
    groups = groupby((one for one in options if one.name not in ALONE), lambda one: (field(one), one.name))
    return [_question(key, list(group), picked.get(name), cast) for (key, name), group in groups]


def field(option: Option) -> str:
    """The name of the field of an option: each text that is put or held back has one of its own."""
    return f"{option.name}:{'+'.join(_keys(option.value))}" if option.held is not None else option.name


def _keys(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, tuple | list) else ()


def _question(key: str, group: Sequence[Option], now: Value | None, cast: Cast) -> Question:
    first = group[0]
    words = wording.capital(wording.about_texts(first, cast) if first.held is not None else wording.asked(key, cast))
    chief = first.name.partition(":")[0] in ANSWERS
    if first.value is None:
        return _numbered(first, words, now, chief=chief)
    stops = tuple(
        Stop(str(place), wording.capital(wording.brief(one, cast)), _is(one, now)) for place, one in enumerate(group)
    )
    return Question(key, words, stops, chief, short=wording.short(first.name))


def _is(option: Option, now: Value | None) -> bool:
    """Whether an option is what was picked."""
    if option.held is None or now is None:
        return option.value == now
    return set(_keys(option.value)).issubset(_keys(now)) != option.held


def _numbered(option: Option, words: str, now: Value | None, *, chief: bool) -> Question:
    low, high = wording.inwards(option)
    values = [math.floor((low + (high - low) * stop / STOPS) * 100) / 100 for stop in range(1, STOPS)]
    ends = [low, *(value for value in values if low < value < high), high]
    stops = tuple(Stop(f"{value:g}", f"{value:.2g}", value == now) for value in ends)
    other = f"{now:g}" if isinstance(now, float) and now not in ends else ""
    return Question(option.name, words, stops, chief, low, high, other, wording.short(option.name))


class NotOffered(ValueError):  # noqa: N818 - a person's mistake
    """Something was sent that was not offered."""


def picks(sent: Mapping[str, str], options: Sequence[Option]) -> dict[str, Value]:
    """Read what was sent: of each question what was picked; raises NotOffered."""
    return dict(_picks(sent, options))


def _picks(sent: Mapping[str, str], options: Sequence[Option]) -> Iterator[tuple[str, Value]]:
    offered: dict[str, list[Option]] = {}
    for option in options:
        offered.setdefault(field(option), []).append(option)
    put: list[tuple[Option, bool]] = []
    for name, group in offered.items():
        value = sent.get(name, RULES)
        if value == RULES:
            continue
        if group[0].held is not None:
            put.append((group[0], not _chosen(value, name, group).held))
        else:
            yield name, _number(sent, name, group[0]) if group[0].value is None else _value(value, name, group)
    if put:
        held = {key for option, is_put in put if not is_put for key in _keys(option.value)}
        yield "texts_put", tuple(key for key, _ in put[0][0].texts if key not in held)


def _chosen(value: str, name: str, group: Sequence[Option]) -> Option:
    """The option that was picked, by its place."""
    if not (value.isascii() and value.isdecimal() and len(value) < 6 and int(value) < len(group)):
        raise NotOffered(f"“{name}” does not offer this.")
    return group[int(value)]


def _value(value: str, name: str, group: Sequence[Option]) -> Value:
    found = _chosen(value, name, group).value
    return found if isinstance(found, bool | float | str) else _keys(found)


def _number(sent: Mapping[str, str], name: str, option: Option) -> float:
    low, high = wording.inwards(option)
    typed = sent.get(f"{name}.{OTHER}", "") if sent[name] == OTHER else sent[name]
    try:
        value = float(typed.replace(",", ".")[:12])
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise NotOffered(f"Name a number from {low:g} to {high:g}.")
    return value
