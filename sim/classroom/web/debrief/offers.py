"""What each seat could have chosen on each day of a table, as links; and what somebody asks for, read again."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from sim.classroom.table import wording
from sim.classroom.table.branch import Turn
from sim.classroom.table.options import Option
from sim.classroom.table.own_brief import called
from sim.classroom.table.table import STAGES, Table
from sim.classroom.web.forms import whole
from sim.talks.seats import Choice, Value

if TYPE_CHECKING:
    from sim.report.story.cast import Cast

RULES: Final = "rules"
"""The value that leaves a choice to the rules."""
NOTHING: Final = "none"


class NotOffered(ValueError):  # noqa: N818 - a person's mistake
    """Something is asked for that the day did not offer."""


@dataclass(frozen=True)
class Other:
    """One thing that could have been chosen: what it says, and the query that plays it."""

    words: str
    query: str


@dataclass(frozen=True)
class Question:
    """What a seat could choose about; `low` and `high` where it is a number."""

    name: str
    words: str
    others: tuple[Other, ...]
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Offer:
    """What a seat could have chosen on a day."""

    role: str
    name: str
    questions: tuple[Question, ...]


Offered = Mapping[int, Mapping[str, Sequence[Option]]]
"""By the day and the seat, what could be chosen."""


def offered(table: Table) -> Offered:
    """What each seat could choose on each day with a session, or on which somebody chose."""
    again = Table(table.case, table.seed, table.replicate)
    for choice in table.choices():
        if choice.day <= table.day:
            again.choose(choice)
    chosen, found = {one.day for one in table.choices()}, {}
    met = {(one.date - table.case.calendar.start).days for one in table.days if one.meeting}
    while again.running:
        ahead = again.day + 1
        if ahead in met or ahead in chosen:
            found[ahead] = _of_a_day(again)
        again.pass_day()
    again.talks.disperse()
    return found


def _of_a_day(table: Table) -> dict[str, list[Option]]:
    stages = [table.options(stage, table.roles) for stage in range(len(STAGES))]
    return {role: [option for stage in stages for option in stage[role]] for role in table.roles}


def offers(day: int, there: Mapping[str, Sequence[Option]], chosen: Sequence[Choice], cast: "Cast") -> Iterator[Offer]:
    """What could be chosen on a day, seat by seat, where it is not what was chosen."""
    made = {(one.who, one.name): one.value for one in chosen}
    for role, options in there.items():
        groups = {name: list(group) for name, group in groupby(options, lambda one: one.name)}
        names = dict.fromkeys([*groups, *(name for who, name in made if who == role)])
        asked = [_question(day, role, name, groups.get(name, []), made.get((role, name)), cast) for name in names]
        if found := tuple(one for one in asked if one.others or one.low is not None):
            yield Offer(role, called(role, cast), found)


def _question(
    day: int, role: str, name: str, group: Sequence[Option], made: Value | None, cast: "Cast"
) -> Question:  # fmt: skip
    def query(value: str) -> str:
        return urlencode({"day": day, "who": role, "name": name, "value": value})

    found = [
        Other(_capital(wording.phrase(name, one.value, cast)), query(written(one.value)))
        for one in group
        if one.value is not None and one.value != made
    ]
    if made is not None:
        found.append(Other("Leave it to the rules", query(RULES)))
    words = _capital(wording.asked(name, cast))
    if group and group[0].value is None:
        return Question(name, words, tuple(found), *wording.inwards(group[0]))
    return Question(name, words, tuple(found))


def written(value: Value) -> str:
    """A value as it stands in an address."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return f"{value:g}"
    return value if isinstance(value, str) else ",".join(value) or NOTHING


def asked(fields: Mapping[str, str], there: Offered, table: Table) -> Turn:
    """What is asked for; raises NotOffered. Without a seat: that the rules choose from a day on."""
    day = whole(fields.get("day", ""), table.day + 1)
    if day is None:
        raise NotOffered("Name a day of the talks.")
    who, name, value = (fields.get(key, "") for key in ("who", "name", "value"))
    if not who:
        return Turn(day)
    if value == RULES:
        if not any((one.day, one.who, one.name) == (day, who, name) for one in table.choices()):
            raise NotOffered("Nobody chose this on that day: the rules did.")
        return Turn(day, who, name)
    options = [one for one in there.get(day, {}).get(who, ()) if one.name == name]
    if not options:
        raise NotOffered("On that day this seat could not choose this.")
    return Turn(day, who, name, Choice(day, who, name, _value(value, options)))


def _value(text: str, options: Sequence[Option]) -> Value:
    if options[0].value is not None:
        found = next((one.value for one in options if one.value is not None and written(one.value) == text), None)
        if found is None:
            raise NotOffered("That day did not offer this choice.")
        return found
    low, high = wording.inwards(options[0])
    try:
        number = float(text.replace(",", ".")[:12])
    except ValueError:
        number = math.nan
    if not low <= number <= high:
        raise NotOffered(f"Name a number from {low:g} to {high:g}.")
    return number


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
