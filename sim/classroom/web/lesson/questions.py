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
    low: float | None = None
    high: float | None = None
    other: str = ""


def questions(options: Sequence[Option], picked: Mapping[str, Value], cast: Cast) -> list[Question]:
    """All questions of a moment but those with a page of their own; what was picked is marked."""
    groups = [(name, list(group)) for name, group in groupby(options, lambda one: one.name) if name not in ALONE]
    return [_numbered(one, picked, cast) if one.value is None else _named(name, group, picked, cast)
            for name, group in groups for one in group[:1]]  # fmt: skip


def _named(name: str, group: Sequence[Option], picked: Mapping[str, Value], cast: Cast) -> Question:
    now = picked.get(name)
    stops = tuple(
        Stop(str(place), _capital(wording.phrase(name, one.value, cast)), one.value == now)
        for place, one in enumerate(group)
    )
    return Question(name, _capital(wording.asked(name, cast)), stops)


def _numbered(option: Option, picked: Mapping[str, Value], cast: Cast) -> Question:
    low, high = wording.inwards(option)
    now = picked.get(option.name)
    values = [math.floor((low + (high - low) * stop / STOPS) * 100) / 100 for stop in range(1, STOPS)]
    ends = [low, *(value for value in values if low < value < high), high]
    stops = tuple(Stop(f"{value:g}", wording.stop(option.name, value), value == now) for value in ends)
    other = f"{now:g}" if isinstance(now, float) and now not in ends else ""
    return Question(option.name, _capital(wording.asked(option.name, cast)), stops, low, high, other)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


class NotOffered(ValueError):  # noqa: N818 - a person's mistake
    """Something was sent that was not offered."""


def picks(sent: Mapping[str, str], options: Sequence[Option]) -> dict[str, Value]:
    """Read what was sent: of each question what was picked; raises NotOffered."""
    return dict(_picks(sent, options))


def _picks(sent: Mapping[str, str], options: Sequence[Option]) -> Iterator[tuple[str, Value]]:
    offered: dict[str, list[Option]] = {}
    for option in options:
        offered.setdefault(option.name, []).append(option)
    for name, group in offered.items():
        value = sent.get(name, RULES)
        if value != RULES:
            yield name, _number(sent, name, group[0]) if group[0].value is None else _one(value, name, group)


def _one(value: str, name: str, group: Sequence[Option]) -> Value:
    if not (value.isascii() and value.isdecimal() and len(value) < 6 and int(value) < len(group)):
        raise NotOffered(f"“{name}” does not offer this.")
    found = group[int(value)].value
    return found if isinstance(found, bool | float | str) else tuple(found or ())


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
