"""The journal outlasts what can happen to a file: a full disk, a cut, a flipped bit, a second server, a taken port."""

import errno
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sim.classroom.lesson.journal import Journal
from sim.classroom.lesson.lesson import Lesson
from sim.commands import exits
from sim.study import disk
from sim.study.trouble import Unusable
from tests.lesson.lessons import opened, play, seat_all, state
from tests.room.browsers import journal
from tests.room.rooms import Held, command, held, started
from tests.room.test_moves import filled, two, until

Refusal = Callable[[pytest.MonkeyPatch], None]


def fails(number: int) -> Callable[..., None]:
    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refused


def half(handle: int, content: bytes) -> None:
    """Write the first half, as a disk does that is full then."""
    os.write(handle, content[: len(content) // 2])
    fails(errno.ENOSPC)()


def stuck(patch: pytest.MonkeyPatch) -> None:
    """Write half and take nothing away again."""
    patch.setattr(disk, "extend", half)
    patch.setattr(os, "ftruncate", fails(errno.EIO))


REFUSALS: dict[str, Refusal] = {
    "full": lambda patch: patch.setattr(disk, "extend", fails(errno.ENOSPC)),
    "full half way": lambda patch: patch.setattr(disk, "extend", half),
    "not on the disk": lambda patch: patch.setattr(os, "fsync", fails(errno.EIO)),
    "half, and stuck": stuck,
}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Held]:
    with held(tmp_path / "lesson", tables=1) as found:
        yield found


def whole(room: Held) -> bool:
    """Whether the lesson is the same out of a copy of its journal."""
    copy = room.path.with_name("copy")
    copy.write_bytes(room.path.read_bytes())
    again = Lesson(room.lesson.case, Journal(copy))
    again.journal.close()
    return state(again) == state(room.lesson)


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_move_that_cannot_be_written_does_not_count_and_the_lesson_goes_on(
    room: Held, refusal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two(room)
    before, moment = journal(room.path), room.lesson.sittings[0].moment
    with monkeypatch.context() as patch:
        REFUSALS[refusal](patch)
        answer = one.post("/choose", filled(one))
        assert (answer.status, room.lesson.sittings[0].picks()) == (503, {})
        assert "not count" in answer.read.words
        assert "You have chosen" not in one.get("/seat").read.words
    for member in (one, other):
        assert member.post("/choose", filled(member)).status == 303
    assert journal(room.path)[: len(before)] == before
    assert room.lesson.sittings[0].moment is not moment
    assert whole(room)


@pytest.mark.parametrize("refusal", REFUSALS)
def test_nobody_is_half_in_the_room(room: Held, refusal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = room.place.observer()
    with monkeypatch.context() as patch:
        REFUSALS[refusal](patch)
        assert one.post("/sit", {"table": "0", "role": "iran"}).status == 503
        stranger = room.place.stranger()
        assert stranger.post("/enter", {"room": room.place.code}).status == 503
        assert (stranger.cookies, len(room.lesson.members)) == ({}, 1)
        for path in ("/begin", "/pause", "/end"):
            assert room.place.teacher().post(path, {"paused": "yes"}).status == 503
    assert (room.lesson.began, room.lesson.paused, room.lesson.ended) == (False, False, False)
    assert one.send("/sit", table="0", role="iran").path == "/seat"
    assert whole(room)


def test_time_that_is_over_while_the_disk_is_full_is_over_later(
    room: Held, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    one, _ = two(room)
    moment = room.lesson.sittings[0].moment
    with monkeypatch.context() as patch:
        REFUSALS["full"](patch)
        room.lesson.clocks[0].left_when_stopped = 0.0
        time.sleep(2.5)
        assert "the clock" in capfd.readouterr().err
        assert one.get("/seat").status == 200
        assert room.lesson.sittings[0].moment is moment
    assert until(lambda: room.lesson.sittings[0].moment is not moment)
    assert whole(room)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal of a lesson in which some have chosen."""
    lesson = opened(tmp_path_factory.mktemp("kept") / "lesson", tables=1, case="first_scenario")
    seat_all(lesson, 0)
    lesson.begin()
    play(lesson, 1, most=3)
    lesson.journal.close()
    return lesson.journal.path.read_bytes()


def reopened(path: Path, content: bytes) -> int:
    """How many records a journal of this content has."""
    path.write_bytes(content)
    found = Journal(path)
    found.close()
    return len(found.records)


def test_a_journal_that_is_cut_anywhere_in_its_last_records_holds_all_before(kept: bytes, tmp_path: Path) -> None:
    lines = kept.splitlines(keepends=True)
    safe = len(b"".join(lines[:-2]))
    for length in range(safe, len(kept) + 1):
        number = kept[:length].count(b"\n")
        assert reopened(tmp_path / "lesson", kept[:length]) == number
        assert (tmp_path / "lesson").read_bytes() == b"".join(lines[:number])


def test_a_flipped_bit_anywhere_is_found_and_its_line_is_named(kept: bytes, tmp_path: Path) -> None:
    path, first, last = tmp_path / "lesson", kept.index(b"\n"), kept[:-1].rindex(b"\n")
    places = [*range(0, first, first // 40), *range(first, last, 7), *range(last - 2, len(kept))]
    for place in places:
        content = bytearray(kept)
        content[place] ^= 1 << place % 8
        line = kept[:place].count(b"\n") + 1
        with pytest.raises(Unusable, match=f"lesson:{line}: "):
            reopened(path, bytes(content))


def test_lines_that_are_missing_swapped_or_doubled_are_found(kept: bytes, tmp_path: Path) -> None:
    lines = kept.splitlines(keepends=True)
    for place in range(1, len(lines) - 1):
        rest = [lines[:place] + lines[place + 1 :], [*lines[: place + 1], *lines[place:]],
                [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]]  # fmt: skip
        for changed in rest:
            with pytest.raises(Unusable, match=r"lesson:\d+: "):
                reopened(tmp_path / "lesson", b"".join(changed))


@pytest.mark.parametrize("content", [b"\n", b"{}\n", b"\x00" * 100 + b"\n", b"title: a case\n", b"\xff\xfe\n" * 9])
def test_what_is_no_journal_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Unusable, match="lesson:1: this is no journal"):
        reopened(tmp_path / "lesson", content)
    assert (tmp_path / "lesson").read_bytes() == content


def refused(process: subprocess.Popen[str]) -> tuple[int, str]:
    """How a command ends that opens no room, and what it says."""
    _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    return process.returncode, " ".join(said.split())


def test_a_second_server_on_a_journal_is_refused_and_a_taken_port_is_told(tmp_path: Path) -> None:
    room = started(tmp_path / "lesson", "--tables", "1")
    try:
        before = (tmp_path / "lesson").read_bytes()
        code, said = refused(command(tmp_path / "lesson"))
        assert (code, "that is open now" in said) == (exits.UNUSABLE, True)
        assert (tmp_path / "lesson").read_bytes() == before
        code, said = refused(command(tmp_path / "other", "--port", room.place.address.partition(":")[2]))
        assert (code, "in use" in said) == (exits.REFUSED, True)
    finally:
        assert room.stop() in {0, exits.INTERRUPTED}


def test_a_room_that_is_closed_lets_its_port_go(tmp_path: Path) -> None:
    room = started(tmp_path / "lesson", "--tables", "1")
    one = room.place.student(0, "iran")
    with one.stream() as news:
        news.readline()
        assert room.stop() in {0, exits.INTERRUPTED}
    host, _, port = room.place.address.partition(":")
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind((host, int(port)))
