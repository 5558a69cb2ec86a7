"""Nobody guesses the code: ten thousand tries open nothing, change nothing, and cost no memory."""

from pathlib import Path
from random import Random
from sys import getsizeof

import pytest

from sim.classroom.lesson.codes import ALPHABET, same_code
from sim.classroom.web.lesson import door
from sim.classroom.web.lesson.guesses import MOST_CLIENTS, Guesses
from tests.room.rooms import held


def looked_at(guesses: Guesses, clients: list[str], tries: int, seconds: float) -> list[float]:
    """When a code was looked at, of so many wrong ones in so many seconds."""
    found = []
    for number in range(tries):
        now, client = seconds * number / tries, clients[number % len(clients)]
        if not guesses.wait(client, now):
            guesses.wrong(client, now)
            found.append(now)
    return found


def most_in_a_minute(times: list[float]) -> int:
    return max(sum(first <= time < first + 60 for time in times) for first in times)


def test_of_ten_thousand_codes_of_one_client_ten_a_minute_are_looked_at() -> None:
    assert most_in_a_minute(looked_at(Guesses(), ["a"], 10_000, 600)) == 10


def test_of_ten_thousand_codes_of_many_sixty_a_minute_are_looked_at() -> None:
    times = looked_at(Guesses(), [f"{number}" for number in range(250)], 10_000, 600)
    assert most_in_a_minute(times) == 60
    assert len(times) <= 660


def test_a_hundred_thousand_clients_cost_no_memory() -> None:
    guesses = Guesses()
    looked_at(guesses, [f"10.{number}" for number in range(100_000)], 300_000, 7200)
    assert len(guesses.of_each) <= MOST_CLIENTS
    assert getsizeof(guesses.of_each) < 100_000


def test_who_is_to_wait_may_try_again_then_and_not_before() -> None:
    guesses = Guesses()
    looked_at(guesses, ["a"], 10, 5)
    wait = guesses.wait("a", 5)
    assert 0 < wait <= 60
    assert guesses.wait("a", 5 + wait - 1.5) > 0
    assert guesses.wait("a", 5 + wait) == 0
    assert guesses.wait("b", 5) == 0


def test_hundreds_of_wrong_codes_open_nothing_and_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    luck, times = Random(1), iter(range(10**6))
    with held(tmp_path / "lesson") as room:
        one, before = room.place.stranger(), room.path.read_bytes()
        monkeypatch.setattr(door, "monotonic", lambda: next(times) / 1000)
        answers = [one.post("/enter", {"room": "".join(luck.choices(ALPHABET, k=8))}) for _ in range(300)]
        assert [answer.status for answer in answers].count(403) == 10
        assert {answer.status for answer in answers[10:]} == {429}
        assert all(1 <= int(answer.headers["retry-after"]) <= 61 for answer in answers[10:])
        assert one.post("/enter", {"room": room.place.code}).status == 429
        assert (one.cookies, room.path.read_bytes(), len(room.lesson.members)) == ({}, before, 0)
        monkeypatch.setattr(door, "monotonic", lambda: 62.0)
        assert one.send("/enter", room=room.place.code).path == "/room"


def test_who_is_in_the_room_guesses_nothing_more(tmp_path: Path) -> None:
    with held(tmp_path / "lesson") as room:
        one = room.place.observer()
        assert [one.post("/enter", {"room": "WRONG"}).status for _ in range(20)] == [303] * 20
        assert room.place.observer().get("/room").status == 200


@pytest.mark.parametrize("typed", ["abcd efgh", " ABCD-EFGH ", "ABCDEFGH", "a.b.c.d.e.f.g.h"])
def test_a_code_may_be_typed_as_people_type(typed: str) -> None:
    assert same_code(typed, "ABCDEFGH")


@pytest.mark.parametrize(
    "typed", ["", "ABCDEFG", "ABCDEFGHI", "ABCDEFGJ", "ＡＢＣＤＥＦＧＨ", "ABCDEFGH" * 20, "\x00" * 8]
)
def test_what_is_not_the_code_is_not_taken_for_it(typed: str) -> None:
    assert not same_code(typed, "ABCDEFGH")
