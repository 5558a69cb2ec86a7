"""No page tells a seat what another keeps to itself, and those without a seat are told nothing of anybody."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sim.case.scenario import Scenario
from sim.classroom.web.lesson import facing
from sim.classroom.web.lesson.tabled import tabled
from tests.classroom.sheeted import made, plain
from tests.room.browsers import Browser
from tests.room.rooms import ROLES, Held, held

SECRET = ("ideal", "limit", "salience")
TEMPER = ("grievance", "agenda_demand", "required_progress")
CHAIR = ("joint_above", "suspend_below", "agenda_step")
PAGES = ("/", "/room", "/seat", "/story", "/walkout", "/debrief", "/projector", "/desk", "/watch", "/nowhere")
SEAT = ("/seat", "/story", "/walkout")
WALL = ("/projector", "/desk")
LIFE = "It ended in a way that nobody may read yet"
SALIENCES = {
    "government": (0.1361, 0.1427, 0.1483, 0.1511, 0.1337, 0.1523),
    "opposition": (0.1319, 0.1447, 0.1493, 0.1541, 0.1367, 0.1471),
}
"""Six of seven, which with the last make 1."""


def numbers(first: float) -> Iterator[float]:
    """Numbers that nobody meets by chance, each a hundredth and a bit from the one before."""
    return (round(first + 0.0103 * place + 0.0007 * (place % 3), 4) for place in range(80))


def canaries() -> tuple[Scenario, dict[str, set[float]]]:
    """Geneva II with numbers of their own wherever somebody keeps one to themselves, and who has which."""
    values, found = plain(), dict[str, set[float]]()
    values["spread"] = 0
    values["calendar"]["horizon_days"] = 20
    values["happened"]["summary"] = LIFE
    for key, ideal, limit, temper in (("government", 0.9031, 0.4113, 0.2231), ("opposition", 0.1049, 0.5957, 0.3347)):
        one = values["delegations"][key]
        tempers = zip([one] * 3, TEMPER, numbers(temper), strict=False)
        found[key] = put(stakes(one["positions"], (ideal, limit), SALIENCES[key])) | put(tempers)
    for key, hold in zip(values["sponsors"], (0.6317, 0.5573, 0.3191, 0.4273), strict=True):
        one = values["sponsors"][key]
        found[key] = put([(one["leverage"], next(iter(one["leverage"])), hold), (one, "commitment", hold - 0.1109)])
    found["mediator"] = put(zip([values["mediator"]] * 3, CHAIR, (0.4339, 0.2671, 0.3037), strict=True))
    values["agenda"]["items"][0]["objections"] = {"opposition": 0.1873}
    found["opposition"].add(0.1873)
    return made(values), found


def stakes(
    positions: dict[str, Any], first: tuple[float, float], saliences: tuple[float, ...]
) -> Iterator[tuple[dict[str, Any], str, float]]:
    """What a delegation wants, cannot sign, and how much it cares."""
    weights = (*saliences, round(1 - sum(saliences), 4))
    for stake, *own in zip(positions.values(), *map(numbers, first), weights, strict=False):
        stake.pop("red_line", None)
        yield from ((stake, field, value) for field, value in zip(SECRET, own, strict=True))


def put(places: Any) -> set[float]:  # noqa: ANN401
    """Write each number in its place."""
    written = set()
    for record, field, value in places:
        record[field] = value
        written.add(round(value, 4))
    return written


def written(page: str) -> set[str]:
    """The numbers that a page tells, in whole per cent too; those that place something on an axis in brackets."""
    plain = re.findall(r"(?<![\d.])\d+(?:\.\d+)?(?: %)?", page)
    return {*plain, *(f"<{one}>" for one in re.findall(r'(?:[xy12]="|width="|translate\()(\d+)', page))}


def told(numbers: set[str], value: float) -> bool:
    """Whether a number is told: with three decimals at least, in per cent, or as a thousandth of an axis."""
    said = f"{value:g}", f"{value:.3f}", f"{round(value, 3)}", f"{100 * value:g} %", f"{100 * value:.1f} %"
    return not numbers.isdisjoint({*said, f"<{round(1000 * value)}>"})


def rounded(numbers: set[str], value: float) -> bool:
    """Whether a number is told with two decimals, or in whole per cent."""
    return not numbers.isdisjoint({f"{value:.2f}", f"{100 * value:.0f} %"})


def confided(page: str, value: float, field: str) -> bool:
    """Whether a page tells a number in the roundings of a brief."""
    words = {"ideal": "You want {:.2f}", "limit": "sign is {:.2f}", "weight": "Weight {:.0%}"}[field].format(value)
    return words.replace("%", " %") in page


CASE, SECRETS = canaries()
Leak = tuple[tuple[int, str], str, float | str]
"""Who can read it, where, and what."""


def drawn(number: object) -> float:
    """A number of the case, none of which is left to chance here."""
    assert isinstance(number, float)
    return number


def readable(one: Browser, pages: tuple[str, ...] = PAGES) -> dict[str, str]:
    """All that somebody can read now."""
    answers = {path: one.get(path) for path in pages}
    return {path: " ".join([answer.text, *answer.headers.values()]) for path, answer in answers.items()}


def leaks(
    room: Held, people: dict[tuple[int, str], Browser], observer: Browser, pages: tuple[str, ...] = PAGES
) -> list[Leak]:
    """Who can read a number of whom, and where."""
    found: list[Leak] = []
    for who, one in [*people.items(), ((-1, "observer"), observer), ((-1, "wall"), room.place.teacher())]:
        own = {round(value, 3) for value in SECRETS.get(who[1], ())}
        others = {value for values in SECRETS.values() for value in values if round(value, 3) not in own}
        for path, page in readable(one, WALL if who[1] == "wall" else pages).items():
            numbers = written(page)
            found += [(who, path, value) for value in others if told(numbers, value)]
            found += [(who, path, LIFE)] * (LIFE in page)
    return found


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Held]:
    with held(tmp_path / "lesson", CASE) as found:
        yield found


def seated(room: Held) -> dict[tuple[int, str], Browser]:
    return {(table, role): room.place.student(table, role) for table in range(2) for role in ROLES}


@pytest.mark.parametrize("seed", [1])
def test_no_secret_is_read_from_another_seat_in_a_whole_lesson(room: Held, seed: int) -> None:
    people, observer, luck = seated(room), room.place.observer(), Random(seed)
    assert leaks(room, people, observer) == []
    room.place.teacher().send("/begin")
    moments = 0
    while not all(one.over for one in room.lesson.sittings) and moments < 60:
        moments += 1
        for one in luck.sample(list(people.values()), len(people)):
            one.choose(luck)
        assert leaks(room, people, observer, SEAT) == []
    assert leaks(room, people, observer) == []
    assert moments > 5
    assert all(one.over for one in room.lesson.sittings)


def test_before_the_start_not_even_a_rounding_is_read_from_another_seat(room: Held) -> None:
    people = seated(room)
    for (_, role), one in people.items():
        own = {f"{value:.2f}" for value in SECRETS[role]}
        others = set[float]().union(*(those for other, those in SECRETS.items() if other != role))
        said = set[str]().union(*(written(page) for page in readable(one).values()))
        assert [value for value in others if f"{value:.2f}" not in own and rounded(said, value)] == []


def test_every_seat_reads_its_own_numbers(room: Held) -> None:
    shown = {role: written(room.place.student(0, role).get("/seat").text) for role in ROLES}
    for role in ("government", "opposition"):
        stakes = CASE.delegations[role].positions.values()
        assert all(rounded(shown[role], float(str(number))) for one in stakes for number in (one.ideal, one.limit))
        assert all(told(shown[role], drawn(one.ideal)) for one in stakes)
    for role, one in CASE.sponsors.items():
        assert rounded(shown[role], drawn(one.commitment))


def test_no_seat_reads_the_brief_of_another(room: Held) -> None:
    people = seated(room)
    room.place.teacher().send("/begin")
    for (_, role), one in people.items():
        page = one.get("/seat").read.words
        for other in {"government", "opposition"} - {role}:
            for stake in CASE.delegations[other].positions.values():
                assert not confided(page, drawn(stake.ideal), "ideal")
                assert not confided(page, drawn(stake.limit), "limit")


def test_a_stream_says_that_there_is_news_and_nothing_else(room: Held) -> None:
    people, luck = seated(room), Random(3)
    room.place.teacher().send("/begin")
    with people[0, "iran"].stream() as stream:
        for one in people.values():
            one.choose(luck)
        room.room.streams.close()
        said = stream.read().decode()
    said = re.sub(r"^data: \d+\.\d+$", "data: so many news", said, flags=re.MULTILINE)
    assert set(said.split("\n")) <= {"retry: 1000", "data: so many news", ": breath", ""}


def test_a_leak_is_found(room: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    people = seated(room)
    monkeypatch.setattr(facing, "tabled", lambda table, _role, put: tabled(table, "government", put))
    found = {(role, path) for (_, role), path, _ in leaks(room, people, room.place.observer())}
    assert found >= {(role, "/seat") for role in ROLES if role != "government"}
