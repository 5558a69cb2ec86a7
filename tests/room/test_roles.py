"""Who may go where: every way into the room, for everybody who may try it, and no way is left out."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from sim.case import read
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.web.application import application
from sim.classroom.web.room import Room
from tests.room.browsers import Browser, Place
from tests.room.rooms import CASE, ROLES, Held, held, served

WHO = ("nobody", "observer", "seat", "neighbour", "far", "teacher")
OPEN, LOCKED = (200,) * 6, (401, 403, 403, 403, 403, 200)


class Way(NamedTuple):
    """A way, what is sent on it, and what each of those gets: nobody, observer, seat, two other seats, teacher."""

    method: str
    path: str
    sent: dict[str, str]
    status: tuple[int, ...]


def post(path: str, status: tuple[int, ...], **sent: str) -> Way:
    return Way("POST", path, sent, status)


def get(path: str, status: tuple[int, ...], asked: str = "") -> Way:
    return Way("GET", path, {"": asked}, status)


SEATED, STUDENTS, MOVE = (401, 303, 200, 200, 200, 403), (401, 200, 200, 200, 200, 403), {"moment": "0-0"}
DONE, REFUSED = (401, 403, 403, 403, 403, 303), (401, 403, 403, 403, 403, 409)
DEBRIEF = (401, 409, 409, 409, 409, 409)
"""Before the end."""
WAYS = (
    get("/static/{name}", OPEN, "/static/room.css"),
    get("/", (200, 303, 303, 303, 303, 303)),
    post("/enter", (403, 303, 303, 303, 303, 303), room="ABCDEFGH"),
    get("/room", STUDENTS),
    post("/sit", (401, 409, 409, 409, 409, 403), table="77", role="nobody"),
    post("/leave", (401, 303, 303, 303, 303, 403)),
    get("/seat", SEATED),
    post("/choose", (401, 303, 409, 409, 409, 403), **MOVE),
    get("/story", SEATED),
    get("/walkout", (401, 303, 303, 303, 303, 403)),
    get("/events", (401, 200, 200, 200, 200, 200)),
    get("/teacher", (403,) * 6, "/teacher?key=0"),
    get("/projector", LOCKED),
    get("/desk", LOCKED),
    post("/pause", DONE, paused="yes"),
    post("/advance", DONE, table="0"),
    post("/inject", REFUSED, kind="war"),
    post("/hand", REFUSED, table="0", role="nobody"),
    get("/debrief", DEBRIEF),
    get("/debrief/sheet", DEBRIEF),
    get("/debrief/{table}", DEBRIEF, "/debrief/a"),
    get("/debrief/{table}/branch", DEBRIEF, "/debrief/a/branch"),
    post("/save", (401, 403, 403, 403, 403, 409)),
    get("/watch", LOCKED),
    get("/watch/run", LOCKED),
    get("/watch/compare", (401, 403, 403, 403, 403, 400)),
    get("/watch/distribution", LOCKED),
    get("/watch/variation.yaml", LOCKED),
    post("/begin", DONE),
    post("/end", DONE),
)
"""Those that change most come last: all are tried in one room."""
BY_PATH = {(way.method, way.path): way for way in WAYS}


def people(place: Place, number: int = 0) -> dict[str, Browser]:
    """One of each; with each number they sit in other seats."""
    role, other = ROLES[number % len(ROLES)], ROLES[(number + 1) % len(ROLES)]
    return {
        "nobody": place.stranger(), "observer": place.observer(), "seat": place.student(0, role),
        "neighbour": place.student(0, other), "far": place.student(1, role), "teacher": place.teacher(),
    }  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    with held(tmp_path_factory.mktemp("room") / "lesson") as found:
        yield found


def ways(lesson: Lesson | None) -> set[tuple[str, str]]:
    """All ways that the application has."""
    routes = application(Room(read(CASE), CASE, (), 1, lesson=lesson), {""}).routes
    return {
        (method, str(vars(route)["path"])) for route in routes for method in vars(route)["methods"] if method != "HEAD"
    }


def tried(way: Way, one: Browser) -> int:
    """The status with which somebody is answered."""
    if way.path == "/events":
        with one.stream() as stream:
            return stream.status
    if way.method == "POST":
        return one.post(way.path, way.sent).status
    return one.ask("GET", way.sent[""] or way.path).status


def test_every_way_stands_in_the_table(room: Held) -> None:
    assert ways(room.lesson) == set(BY_PATH)


def test_who_may_not_do_something_does_not_do_it(room: Held) -> None:
    everybody = people(room.place)
    before = room.path.read_bytes()
    for way in WAYS:
        for who, status in zip(WHO, way.status, strict=True):
            if way.method == "POST" and status >= 400:
                tried(way, everybody[who])
    assert room.path.read_bytes() == before


def test_a_key_that_is_nearly_right_opens_nothing(room: Held) -> None:
    seat = room.place.student(0, "iran")
    ((name, key),) = seat.cookies.items()
    near = (key[:-1], f"{key}0", key.upper(), f"{key[1:]}{key[0]}", "", "0" * 32)
    assert [Browser(seat.address, {name: one}).ask("GET", "/seat").status for one in near] == [401] * 6


def test_a_key_of_a_seat_is_no_key_of_the_teacher(room: Held) -> None:
    seat = room.place.student(0, "iran")
    forged = Browser(seat.address, {name.replace("seat", "teacher"): key for name, key in seat.cookies.items()})
    assert forged.ask("GET", "/desk").status == 401


def test_cookies_of_others_on_this_machine_disturb_nobody(room: Held) -> None:
    seat = room.place.student(0, "iran")
    strange = Browser(seat.address, {"a": '{"x": 1, "y": [2]}', "b b": "c", "é": "ü", "": "=;"} | seat.cookies)
    assert strange.ask("GET", "/seat").status == 200


def test_cookies_cannot_be_read_by_scripts_or_sent_by_other_pages(room: Held) -> None:
    one = room.place.stranger()
    set_by = [one.post("/enter", {"room": room.place.code}), one.ask("GET", f"/teacher?key={room.place.key}")]
    for answer in set_by:
        said = answer.headers["set-cookie"].lower()
        assert "httponly" in said
        assert "samesite=strict" in said
        assert "domain" not in said


def test_keys_are_kept_nowhere_but_in_browsers(room: Held) -> None:
    seat, written = room.place.student(0, "iran"), room.path.read_text()
    assert [key for key in (*seat.cookies.values(), room.place.key) if key in written] == []


@pytest.mark.parametrize("number", range(len(WAYS)), ids=[f"{one.method} {one.path}" for one in WAYS])
def test_everybody_comes_where_they_may_and_nowhere_else(room: Held, number: int) -> None:
    way = WAYS[number]
    got = {who: tried(way, one) for who, one in people(room.place, number).items()}
    assert got == dict(zip(WHO, way.status, strict=True))


def test_without_a_lesson_all_is_open_to_whoever_is_at_this_machine() -> None:
    with served(Room(read(CASE), CASE, (), 1)) as room:
        found = {path: Browser(room.address).ask("GET", sample(path)).status for _, path in ways(None)}
    assert set(found.values()) <= {200, 303, 307, 400}


def sample(path: str) -> str:
    """A path in which nothing is left open."""
    return path.replace("{name}", "room.js")
