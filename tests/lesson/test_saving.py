"""What a teacher saves is whole or not there, and the classes of years are counted together."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pytest

from sim.analysis.comparison import compared
from sim.analysis.ensemble import Ensemble
from sim.analysis.ensemble import played as simulated
from sim.case import Unknown
from sim.classroom.lesson.ended import Played, played
from sim.classroom.lesson.kept import Kept, kept_in, text
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.lesson.pool import classes, is_kept, lessons, pooled
from sim.classroom.lesson.saving import save, saved
from sim.commands.lessons import close
from sim.report.terminal.page import out
from sim.study import disk
from sim.study.trouble import Unusable
from sim.talks.seating import seat
from tests.lesson.browsing import Browsing
from tests.lesson.lessons import opened, play, seat_all

CASE = "first_scenario"
Browse: TypeAlias = Callable[[Lesson, Path], Browsing]


def _lesson(path: Path, seed: int, *, tables: int = 3, case: str = CASE) -> Lesson:
    """A lesson that is over; nobody sat at its last table."""
    lesson = opened(path, tables=tables, case=case, seed=seed)
    for table in range(tables - 1):
        seat_all(lesson, table)
    lesson.begin()
    play(lesson, seed)
    lesson.end()
    return lesson


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> list[Lesson]:
    folder = tmp_path_factory.mktemp("journals")
    return [_lesson(folder / f"{seed}.lesson", seed) for seed in (1, 2)]


def _keep(folder: Path, lesson: Lesson) -> Path:
    return save(folder, lesson, played(lesson))


def test_classes_are_pooled_as_one_counts_by_hand(tmp_path: Path, two: list[Lesson]) -> None:
    for lesson in two:
        _keep(tmp_path, lesson)
    tables: list[Played] = [one for lesson in two for one in played(lesson) if one.people]
    found = pooled(str(tmp_path))
    assert found.runs == len(tables) == 4
    by_file = sorted(two, key=lambda lesson: str(saved(tmp_path, lesson)))
    tables = [one for lesson in by_file for one in played(lesson) if one.people]
    for name, column in found.columns.items():
        assert column.dtype == tables[0].columns[name].dtype
        assert column.tobytes() == np.concatenate([one.columns[name] for one in tables]).tobytes()


def test_a_table_at_which_something_was_let_happen_is_not_pooled(tmp_path: Path) -> None:
    lesson = opened(tmp_path / "lesson", tables=2, case=CASE)
    for table in range(2):
        seat_all(lesson, table)
    lesson.begin()
    lesson.inject((1,), {"kind": "affront", "to": "east_orlen", "size": 0.3})
    lesson.end()
    kept = kept_in(_keep(tmp_path / "classes", lesson))
    assert [row.events for row in kept.tables] == [0, 1]
    assert pooled(str(tmp_path / "classes")).runs == 1


def test_classes_share_no_luck_with_anything(tmp_path: Path, two: list[Lesson]) -> None:
    _keep(tmp_path, two[0])
    ours = pooled(str(tmp_path))
    same = Ensemble(ours.seated, ours.seed, ours.columns)
    rules = simulated(seat(two[0].case), 0, ours.runs)
    assert not compared(("a", "b"), (ours, same)).is_paired(1)
    assert not compared(("a", "b"), (ours, ours)).is_paired(1)
    assert not compared(("a", "b"), (rules, ours)).is_paired(1)
    assert "of 2" in compared(("a", "b"), (rules, ours)).card().text()


def test_several_cases_are_named(tmp_path: Path, two: list[Lesson]) -> None:
    other = _lesson(tmp_path / "other.lesson", 1, tables=2, case="geneva_ii_round_2")
    for lesson in (two[0], other):
        _keep(tmp_path / "classes", lesson)
    folder = str(tmp_path / "classes")
    assert is_kept(folder)
    with pytest.raises(Unknown) as refused:
        pooled(folder)
    for one in classes(lessons(Path(folder))).values():
        named = f"{folder}@{one.digest}"
        assert named in str(refused.value)
        assert is_kept(named)
        assert pooled(named).runs == len(one.rows)
    with pytest.raises(Unknown, match="There is no case ffff"):
        pooled(f"{folder}@ffff")


def test_a_lesson_is_saved_once_and_under_no_name(tmp_path: Path, two: list[Lesson]) -> None:
    first = _keep(tmp_path, two[0])
    assert _keep(tmp_path, two[0]) == first == saved(tmp_path, two[0])
    assert saved(tmp_path, two[1]) is None
    assert [one.name for one in tmp_path.iterdir()] == [first.name]
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{16}\.json", first.name)
    copy = tmp_path / f"0000-{first.name}"
    copy.write_bytes(first.read_bytes())
    assert pooled(str(tmp_path)).runs == 2


@pytest.mark.parametrize("step", ["let", "settle", "rename"])
def test_a_save_that_fails_leaves_nothing(
    tmp_path: Path, two: list[Lesson], step: str, monkeypatch: pytest.MonkeyPatch, browse: Browse
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    room = browse(two[0], tmp_path / "classes")
    with monkeypatch.context() as patched:
        patched.setattr(disk, step, full)
        status, page = room.ask("/save", method="POST")
    assert status == 507
    assert "No space left on device" in page
    assert not [one for one in (tmp_path / "classes").glob("*") if one.suffix == ".json"]
    assert room.ask("/save", method="POST")[0] == 303
    assert saved(tmp_path / "classes", two[0])


def _cut(text: str) -> str:
    return text[:-40]


def _changed(text: str) -> str:
    return text.replace('"results": 1', '"results": 2', 1)


def _empty(_: str) -> str:
    return "{}"


def _deep(_: str) -> str:
    return "[" * 99_999


@pytest.mark.parametrize("damage", [_cut, _changed, _empty, _deep])
def test_damage_is_noticed(tmp_path: Path, two: list[Lesson], damage: Callable[[str], str]) -> None:
    path = _keep(tmp_path, two[0])
    path.write_text(damage(path.read_text("utf-8")), "utf-8")
    with pytest.raises(Unusable, match="holds no lesson that was saved"):
        pooled(str(path))


def test_other_results_count_and_other_columns_do_not(tmp_path: Path, two: list[Lesson]) -> None:
    path = _keep(tmp_path, two[0])
    kept = kept_in(path)
    _again(path, kept.model_copy(update={"results": 99}))
    assert pooled(str(tmp_path)).runs == 2
    rows = [row.model_copy(update={"outcome": row.outcome | {"new": 1}}) for row in kept.tables]
    _again(path, kept.model_copy(update={"tables": tuple(rows)}))
    with pytest.raises(Unusable, match="other columns: new"):
        pooled(str(tmp_path))


def _again(path: Path, kept: Kept) -> None:
    path.write_text(text(kept), "utf-8")


def test_nothing_about_anybody_is_saved(tmp_path: Path, two: list[Lesson]) -> None:
    content = json.loads(_keep(tmp_path, two[0]).read_text("utf-8"))
    assert content.keys() == {
        "lesson", "sim", "results", "date", "journal", "title", "digest", "scenario", "seed", "tables", "seal",
    }  # fmt: skip
    assert {key for row in content["tables"] for key in row} == {"table", "people", "events", "ending", "outcome"}


def test_a_closed_room_leaves_what_was_saved_and_what_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = opened(tmp_path / "empty", tables=1, case=CASE)
    close(empty, tmp_path / "classes", out())
    assert not (tmp_path / "empty").exists()
    running = opened(tmp_path / "running", tables=1, case=CASE)
    running.join("a key")
    close(running, tmp_path / "classes", out())
    assert (tmp_path / "running").exists()
    over = _lesson(tmp_path / "over", 1, tables=1)
    over.join("a key")
    close(over, tmp_path / "classes", out())
    assert not (tmp_path / "over").exists()
    kept = _lesson(tmp_path / "kept", 1, tables=1)
    _keep(tmp_path / "classes", kept)
    close(kept, tmp_path / "classes", out())
    assert (tmp_path / "kept").exists()
    said = " ".join(capsys.readouterr().out.split())
    assert [words in said for words in ("Nobody", "is not over", "was not saved", "is saved in")] == [True] * 4
