"""A choice changes what it is about and nothing else, and nothing before its moment."""

from functools import cache
from typing import Final

import pytest

from sim.talks.model import Call, Talks
from sim.talks.records import Vector
from sim.talks.seating import Seated
from sim.talks.seats import CHOICES, Choice, Chosen
from tests.model.cases import EVERYTHING, seated
from tests.seats.choosing import bits, can_be_other, evenings, kind_of, other, ruled

LEAVING: Final = {"away", "left", "walkouts", "walked_on", "walked_in", "walked_over"}
MEETING: Final = {"cooperation", "proposed", "met", "met_today", "meetings"}
WRITTEN: Final[dict[str, dict[str, set[str]]]] = {
    "ultimatum": {"delegations": {"required_progress"}},
    "returns": {"delegations": {"away", "returned", "returns"}},
    "date": {"delegations": {"date_answer"}},
    "comes": {"delegations": {"absent", "no_shows"}},
    "recess": {"room": {"held", "called_off", "suspended", "sessions_held", "result"}},
    "commitment": {"sponsors": {"commitment"}, "delegations": {"backed", "pressed"}},
    "meeting": {"great_powers": MEETING},
    "format": {"room": {"format", "face_to_face"}},
    "order_put": {"agenda": {"order"}},
    "list": {"delegations": {"list_answer"}},
    "order": {"delegations": {"order_answer"}},
    "concession": {"stakes": {"heading"}},
    "texts_put": {"issues": {"due"}, "room": {"package"}},
    "text": {"stakes": {"answer"}},
    "package": {"delegations": {"package_answer"}},
    "walkout": {"delegations": LEAVING},
}
Written = dict[tuple[str, str], list[int]]


@cache
def case() -> Seated:
    return seated(EVERYTHING, "behaviour.walkout_base=-5")


@cache
def choices() -> dict[str, Choice]:
    """Choose once against the rules in each way that there is."""
    against = [other(one) for one in reversed(ruled(case(), evenings(case()))) if can_be_other(one)]
    return {kind_of(one): one for one in against}


def evening_before(choice: Choice) -> Talks:
    talks = Talks(case(), collect=False)
    while talks.nouns["room"].day < choice.day - 1:
        talks.step()
    return talks


def calls_of(talks: Talks) -> list[Call]:
    """All that is done on the next day, if a session is held on it."""
    morning, session, evening = talks.plan(talks.seats.today())
    return [*morning, *session, *evening]


def changed(before: Vector, after: Vector) -> Written:
    """Name the fields that differ, by noun, and the rows in which they do."""
    old, new = case().layout.views(before), case().layout.views(after)
    pairs = {
        (noun, field): (rows[field], new[noun][field]) for noun, rows in old.items() for field in rows.dtype.names or ()
    }
    rows = {name: (one != another).ravel().nonzero()[0].tolist() for name, (one, another) in pairs.items()}
    return {name: places for name, places in rows.items() if places}


def written_by(choice: Choice) -> Written:
    """Go through a day beside the same day without the choice, and see what the choice alone changes."""
    chosen, unchosen = evening_before(choice), evening_before(choice)
    chosen.choose(choice)
    plain = iter(calls_of(unchosen))
    written: Written = {}
    for do, given in calls_of(chosen):
        before = chosen.vector()
        assert written or before.tobytes() == unchosen.vector().tobytes()
        do(*given)
        if isinstance(getattr(do, "__self__", None), Chosen):
            written |= changed(before, chosen.vector())
        else:
            other_do, other_given = next(plain)
            other_do(*other_given)
    return written


def rows_of(choice: Choice) -> dict[str, list[int]]:
    """Give the rows that are the chooser's own."""
    if choice.who not in case().delegations:
        return {}
    d, issue = case().delegations.index(choice.who), choice.name.partition(":")[2]
    place = case().issues.index(issue) if issue else 0
    return {"delegations": [d], "stakes": [d * len(case().issues) + place]}


@pytest.mark.parametrize("kind", CHOICES)
def test_a_choice_writes_what_it_is_about_and_nothing_else(kind: str) -> None:
    choice = choices()[kind]
    written = written_by(choice)
    assert written
    assert all(field in WRITTEN[kind].get(noun, ()) for noun, field in written)
    assert all(rows == rows_of(choice).get(noun, rows) for (noun, _), rows in written.items())


@pytest.mark.parametrize("kind", CHOICES)
def test_the_days_before_a_choice_are_as_they_were(kind: str) -> None:
    choice = choices()[kind]
    told, chosen = evenings(case()), evenings(case(), 0, [choice])
    days = choice.day - int(case().layout.views(told[0])["room"][0]["day"])
    assert days > 0
    assert bits(chosen[:days]) == bits(told[:days])
    assert bits(chosen[days:]) != bits(told[days:])
