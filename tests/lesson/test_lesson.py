"""A lesson is its journal: whatever was played can be played again from it, and rules are the model's."""

import random
from pathlib import Path

import pytest

from sim.case import read
from sim.classroom.lesson.journal import Journal
from sim.study.trouble import Unusable
from sim.talks.model import watch
from tests.lesson.lessons import CASE, opened, play, reopened, seat_all, state


def test_tables_without_people_are_played_as_a_run_of_the_model_bit_for_bit(tmp_path: Path) -> None:
    lesson = opened(tmp_path / "lesson", tables=3)
    lesson.begin()
    for replicate, sitting in enumerate(lesson.sittings):
        assert sitting.over
        assert sitting.table.talks.vector().tobytes() == watch(read(CASE), 1, replicate).vector().tobytes()


def test_people_who_choose_nothing_are_played_by_the_rules(tmp_path: Path) -> None:
    lesson = opened(tmp_path / "lesson", tables=1)
    seat_all(lesson, 0)
    lesson.begin()
    for _ in range(1000):
        if lesson.sittings[0].over:
            break
        lesson.decide(0)
    assert lesson.sittings[0].table.talks.vector().tobytes() == watch(read(CASE), 1, 0).vector().tobytes()


@pytest.mark.parametrize("seed", range(4))
def test_a_lesson_that_was_killed_stands_where_it_stood(tmp_path: Path, seed: int) -> None:
    lesson = opened(tmp_path / "lesson", tables=2)
    for table in range(2):
        seat_all(lesson, table)
    lesson.begin()
    luck = random.Random(seed)
    while any(one.moment for one in lesson.sittings):
        play(lesson, luck.randrange(1000), most=luck.randrange(1, 12))
        before = state(lesson)
        lesson = reopened(lesson)
        assert state(lesson) == before
    assert all(one.over for one in lesson.sittings)


def test_a_table_that_all_have_left_waits_for_others(tmp_path: Path) -> None:
    lesson = opened(tmp_path / "lesson", tables=1)
    member = lesson.join("a")
    lesson.sit(member, 0, "opposition")
    lesson.begin()
    place = lesson.sittings[0].place
    lesson.stand(member)
    lesson.tick()
    assert (lesson.sittings[0].place, lesson.sittings[0].over) == (place, False)
    lesson = reopened(lesson)
    lesson.sit(lesson.join("b"), 0, "opposition")
    assert lesson.waited_for(0) == ["opposition"]
    assert lesson.sittings[0].place == place


def test_the_first_question_is_whether_to_come_to_the_opening(tmp_path: Path) -> None:
    lesson = opened(tmp_path / "lesson", tables=1)
    seat_all(lesson, 0)
    lesson.begin()
    moment = lesson.sittings[0].moment
    assert moment
    assert moment.place == (0, 0)
    assert {one.name for one in moment.options["opposition"]} == {"comes"}


@pytest.mark.parametrize("content", [b"dear diary", b"a\nb", b"0123456789abcdef {}", b"\n", b"\x00" * 9])
def test_a_file_that_is_no_journal_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "diary"
    path.write_bytes(content)
    with pytest.raises(Unusable, match="no journal"):
        Journal(path)
    assert path.read_bytes() == content
