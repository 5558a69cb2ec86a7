"""What can be chosen in a run, and what the rules chose there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from sim.rules.formats import FORMATS
from sim.talks.model import Talks
from sim.talks.records import Rows, Vector
from sim.talks.seating import Seated
from sim.talks.seats import Choice

Views = dict[str, Rows]
ANSWERS = ("list", "order", "package")
LARGEST_MOVE = 0.1


def evenings(case: Seated, replicate: int = 0, choices: Iterable[Choice] = (), seed: int = 1) -> list[Vector]:
    """Everything as it stands before the first day and at the end of each, with these choices."""
    talks = Talks(case, seed, replicate, collect=False)
    talks.choose(*choices)
    told = [talks.vector()]
    while talks.running:
        talks.step()
        told.append(talks.vector())
    talks.disperse()
    return told


def bits(vectors: Iterable[Vector]) -> list[bytes]:
    return [vector.tobytes() for vector in vectors]


def ruled(case: Seated, told: Sequence[Vector]) -> list[Choice]:
    """All that people could choose in a run, with what the rules chose there."""
    views = [case.layout.views(vector) for vector in told]
    return [choice for before, after in pairwise(views) for choice in of_day(case, before, after)]


def of_day(case: Seated, before: Views, after: Views) -> Iterator[Choice]:
    """All that people could choose on a day; a recess and a meeting are False where there were none."""
    day, held = int(after["room"][0]["day"]), after["room"][0]["held"]
    for d, who in enumerate(case.delegations):
        yield from (Choice(day, who, *what) for what in out_of_session(d, before, after))
        if held:
            yield from (Choice(day, who, *what) for what in in_session(case, d, after))
    if held:
        yield from (Choice(day, *what) for what in around(case, before, after))


def out_of_session(d: int, before: Views, after: Views) -> Iterator[tuple[str, Any]]:
    one, room = after["delegations"][d], after["room"][0]
    was_away = bool(before["delegations"][d]["away"])
    yield "ultimatum", float(one["required_progress"])
    if was_away:
        yield "returns", bool(one["returned"])
    if room["opening"] and not (was_away and not one["returned"]):
        yield "comes", not one["absent"]
    asked_twice = before["room"][0]["asking_on"] == room["day"] and room["session"] > 0
    if one["date_answer"] and not asked_twice and not one["away"]:
        yield "date", bool(one["date_answer"] > 0)
    if room["held"] or room["called_off"]:
        yield "recess", bool(room["called_off"])


def in_session(case: Seated, d: int, after: Views) -> Iterator[tuple[str, Any]]:
    one = after["delegations"][d]
    for name in ANSWERS:
        if one[f"{name}_answer"]:
            yield name, bool(one[f"{name}_answer"] > 0)
    for key, issue, stake in zip(case.issues, after["issues"], after["stakes"][d], strict=True):
        if stake["answer"]:
            yield f"text:{key}", bool(stake["answer"] > 0)
        if issue["work"] > 0:
            yield f"concession:{key}", float(stake["heading"])
    if not after["room"][0]["all_agreed"]:
        yield "walkout", bool(one["left"])


def around(case: Seated, before: Views, after: Views) -> Iterator[tuple[str, str, Any]]:
    powers = after["great_powers"][0]
    for key, sponsor in zip(case.sponsors, after["sponsors"], strict=True):
        yield key, "commitment", float(sponsor["commitment"])
        if powers["met_today"] or not powers["met"]:
            yield key, "meeting", bool(powers["met_today"])
    yield "mediator", "format", list(FORMATS)[after["room"][0]["format"]]
    if not before["agenda"][0]["order_agreed"] and not before["agenda"][0]["settled"]:
        yield "mediator", "order_put", float(before["agenda"][0]["order"])
    yield "mediator", "texts_put", tuple(k for k, one in zip(case.issues, after["issues"], strict=True) if one["due"])


def kind_of(choice: Choice) -> str:
    return choice.name.partition(":")[0]


def is_choice(choice: Choice) -> bool:
    """Say whether a choice is one that a person can make: a recess or a meeting is asked for, or nothing is chosen."""
    return choice.value is not False or kind_of(choice) not in {"recess", "meeting"}


def other(choice: Choice) -> Choice:
    """Choose something else than the rules did: what is as far from it as can be."""
    match kind_of(choice), choice.value:
        case "format", value:
            return replace(choice, value=next(name for name in FORMATS if name != value))
        case "texts_put", _:
            return replace(choice, value=())
        case "concession", _:
            return replace(choice, value=1.0)
        case "commitment", float(value):
            return replace(choice, value=value + LARGEST_MOVE if value < 0.5 else value - LARGEST_MOVE)
        case _, bool(value):
            return replace(choice, value=not value)
        case _, float(value):
            return replace(choice, value=1.0 if value < 0.5 else 0.0)
    raise AssertionError(choice)


def can_be_other(choice: Choice) -> bool:
    """Say whether there is something else to choose."""
    return is_choice(other(choice)) and other(choice).value != choice.value
