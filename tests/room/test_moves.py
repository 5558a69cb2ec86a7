"""What people in seats send counts once and in its time, and the teacher has the last word."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sim.classroom.lesson import lesson
from tests.room.browsers import Browser, journal
from tests.room.rooms import Held, held


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Held]:
    with held(tmp_path / "lesson") as found:
        yield found


def two(room: Held, *, table: int = 0) -> tuple[Browser, Browser]:
    """Both delegations of a table, at the first moment at which both are asked."""
    both = room.place.student(table, "government"), room.place.student(table, "opposition")
    room.place.teacher().send("/begin")
    while len(room.lesson.waited_for(table)) < 2:
        room.lesson.decide(table)
    return both


def filled(one: Browser, **picked: str) -> dict[str, str]:
    """A form in which all is left to the rules, but for this."""
    form = one.choice()
    assert form
    return dict.fromkeys(form.fields, "") | {"moment": form.fields["moment"][0]} | picked


def a_question(one: Browser) -> str:
    form = one.choice()
    assert form
    return next(name for name in form.fields if name not in {"moment", ""} and not name.endswith(".other"))


@pytest.mark.parametrize("times", [1, 2, 20])
@pytest.mark.parametrize("lanes", [1, 8])
def test_a_form_that_is_sent_again_counts_once(room: Held, times: int, lanes: int) -> None:
    one, _ = two(room)
    form = filled(one, **{a_question(one): "0"})
    with ThreadPoolExecutor(lanes) as pool:
        answers = list(pool.map(lambda _time: one.post("/choose", form).status, range(times)))
    assert answers == [303] * times
    assert len(journal(room.path, "picked")) == 1
    assert "You have chosen" in one.get("/seat").read.words


@pytest.mark.parametrize("lanes", [1, 8])
def test_who_chooses_last_and_presses_twice_plays_one_moment(room: Held, lanes: int) -> None:
    one, other = two(room)
    other.post("/choose", filled(other))
    form, before = filled(one), len(journal(room.path, "decided"))
    with ThreadPoolExecutor(lanes) as pool:
        answers = list(pool.map(lambda _time: one.post("/choose", form).status, range(8)))
    assert answers.count(303) >= 1
    assert set(answers) <= {303, 409}
    assert len(journal(room.path, "decided")) == before + 1
    assert len(journal(room.path, "picked")) == 2


def test_a_move_that_comes_too_late_is_told_so_and_changes_nothing(room: Held) -> None:
    one, _ = two(room)
    late = filled(one)
    room.lesson.decide(0)
    before = room.path.read_bytes()
    answer = one.post("/choose", late)
    assert answer.status == 409
    assert "This moment is over" in answer.read.words
    assert room.path.read_bytes() == before


@pytest.mark.parametrize(
    "moment",
    ["", "0", "0-0-0", "-1-0", "9999-9", "١-٠", "0.0.0", "-1.0", "9999.9", "0.0x", "1e2-0", "0 - 0", "99999999999-1"],
)
def test_a_move_for_a_moment_that_is_none_changes_nothing(room: Held, moment: str) -> None:
    one, _ = two(room)
    before = room.path.read_bytes()
    assert one.post("/choose", filled(one) | {"moment": moment}).status == 409
    assert room.path.read_bytes() == before


def test_the_last_word_counts_until_all_have_chosen(room: Held) -> None:
    one, other = two(room)
    name = a_question(one)
    for stop in ("0", "1"):
        one.post("/choose", filled(one, **{name: stop}))
    other.post("/choose", filled(other))
    (decided,) = [each for each in journal(room.path, "decided") if each["choices"] or each["refused"]]
    assert [each["value"] for each in decided["choices"]] == [False]


def test_of_two_windows_of_a_seat_the_newer_hears_and_the_older_is_told(room: Held) -> None:
    one, _ = two(room)
    with one.stream() as older:
        assert b"data: " in older.readline() + older.readline()
        with one.stream() as newer:
            assert b"data: " in newer.readline() + newer.readline()
            assert b"replaced" in older.read()
            room.lesson.changed(0)
            assert b"data: " in newer.readline() + newer.readline()
            assert one.choice() is not None


def test_news_are_heard_at_their_own_table_only(room: Held) -> None:
    one, _ = two(room)
    far = room.place.student(1, "government")
    with one.stream() as near, far.stream() as away:
        at_first = [[one.readline() for _ in range(3)][1] for one in (near, away)]
        room.lesson.changed(1)
        assert away.readline() not in {*at_first, b"\n"}
        room.lesson.changed(0)
        assert near.readline() not in {*at_first, b"\n"}


def test_a_seat_that_the_teacher_hands_on_is_lost_at_once_and_can_be_taken(room: Held) -> None:
    one, other = two(room)
    form = filled(one)
    assert room.place.teacher().send("/hand", table="0", role="government").path == "/desk"
    before = room.path.read_bytes()
    assert one.get("/seat").path == "/room"
    assert one.send("/choose", **form).path == "/room"
    assert room.path.read_bytes() == before
    heir = room.place.student(0, "government")
    assert heir.get("/seat").status == 200
    assert one.get("/").path == "/room"
    assert other.get("/seat").status == 200


def test_the_table_waits_for_whoever_takes_the_seat_of_its_last_member(room: Held) -> None:
    one = room.place.student(1, "government")
    teacher = room.place.teacher()
    teacher.send("/begin")
    teacher.send("/hand", table="1", role="government")
    assert not room.lesson.sittings[1].over
    one.send("/sit", table="1", role="government")
    assert one.choice() is not None


@pytest.mark.parametrize(
    ("head", "votes", "counts"),
    [(False, "001", True), (False, "110", False), (False, "01", True), (False, "10", False), (True, "100", False)],
)
def test_who_shares_a_seat_votes_or_has_a_head(tmp_path: Path, votes: str, *, head: bool, counts: bool) -> None:
    with held(tmp_path / "lesson", tables=1, head=head) as room:
        one, other = two(room)
        sharing = [one, *(room.place.student(0, "government") for _ in votes[1:])]
        name = a_question(one)
        other.post("/choose", filled(other))
        for member, vote in [*zip(sharing, votes, strict=True)][:: -1 if head else 1]:
            member.post("/choose", filled(member, **{name: vote}))
        last = journal(room.path, "decided")[-1]
        assert [each["value"] for each in last["choices"]] == [counts]


def test_of_numbers_the_middle_one_counts(tmp_path: Path) -> None:
    with held(tmp_path / "lesson", tables=1) as room:
        one, other = two(room)
        sharing = [one, room.place.student(0, "government"), room.place.student(0, "government")]
        while not (name := next((n[:-6] for n in filled(one) if n.endswith(".other")), "")):
            room.lesson.decide(0)
        other.post("/choose", filled(other))
        for member, number in zip(sharing, ("0.9", "0,3", "0.4"), strict=True):
            answer = member.post("/choose", filled(member, **{name: "other", f"{name}.other": number}))
            assert answer.status == 303
        last = journal(room.path, "decided")[-1]
        assert [each["value"] for each in last["choices"] + [made for made, _ in last["refused"]]] == [0.4]


@pytest.mark.parametrize("number", ["", "1.5", "-1", "nan", "inf", "1e999", "0x1", "½", "1" * 500, "a", "None"])
def test_a_number_that_is_none_is_refused(room: Held, number: str) -> None:
    one, _ = two(room)
    while not (name := next((n[:-6] for n in filled(one) if n.endswith(".other")), "")):
        room.lesson.decide(0)
    before = room.path.read_bytes()
    assert one.post("/choose", filled(one, **{name: "other", f"{name}.other": number})).status == 409
    assert room.path.read_bytes() == before


class Clock:
    """The clock of the wall, which can be set ahead."""

    ahead = 0.0

    def __call__(self) -> float:
        """The time."""
        return time.monotonic() + self.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(lesson, "monotonic", made)
    return made


def until(is_so: Callable[[], bool]) -> bool:
    """Whether something is so within the time in which the room looks at its clocks some times."""
    ends = time.monotonic() + 10
    while not is_so() and time.monotonic() < ends:
        time.sleep(0.02)
    return is_so()


def test_time_that_is_over_decides(room: Held, clock: Clock) -> None:
    two(room)
    moment = room.lesson.sittings[0].moment
    time.sleep(0.3)
    assert room.lesson.sittings[0].moment is moment
    clock.ahead += 3600
    assert until(lambda: room.lesson.sittings[0].moment is not moment)


def test_a_pause_stops_time_and_what_is_chosen_is_kept(room: Held, clock: Clock) -> None:
    one, other = two(room)
    teacher, moment = room.place.teacher(), room.lesson.sittings[0].moment
    teacher.send("/pause", paused="yes")
    left = room.lesson.clocks[0].left(clock())
    clock.ahead += 3600
    for member in (one, other):
        member.post("/choose", filled(member))
    time.sleep(0.3)
    assert (room.lesson.sittings[0].moment, room.lesson.clocks[0].left(clock())) == (moment, left)
    assert "paused" in one.get("/seat").read.words
    teacher.send("/pause", paused="no")
    assert room.lesson.sittings[0].moment is not moment
    assert "paused" not in one.get("/seat").read.words


def test_time_goes_on_after_a_pause(room: Held, clock: Clock) -> None:
    two(room)
    teacher, moment = room.place.teacher(), room.lesson.sittings[0].moment
    for paused in ("yes", "no"):
        teacher.send("/pause", paused=paused)
    clock.ahead += 3600
    assert until(lambda: room.lesson.sittings[0].moment is not moment)


def test_a_table_that_is_advanced_goes_on_without_the_others(room: Held) -> None:
    room.place.student(1, "government")
    two(room)
    teacher, before = room.place.teacher(), [one.moment for one in room.lesson.sittings]
    teacher.send("/advance", table="0")
    assert room.lesson.sittings[0].moment is not before[0]
    assert room.lesson.sittings[1].moment is before[1]
    teacher.send("/advance", table="")
    assert room.lesson.sittings[1].moment is not before[1]


def test_the_lesson_ends_for_all_when_the_teacher_says_so(room: Held) -> None:
    one, _ = two(room)
    form, teacher = filled(one), room.place.teacher()
    teacher.post("/end")
    assert all(each.over for each in room.lesson.sittings)
    before = room.path.read_bytes()
    assert one.ask("GET", "/seat").headers["location"] == "/debrief"
    assert one.post("/choose", form).status == 409
    assert one.post("/sit", {"table": "1", "role": "iran"}).status == 409
    for path in ("/end", "/begin", "/advance", "/pause"):
        assert teacher.post(path, {"table": ""}).status == 303
    assert room.path.read_bytes() == before
