"""The debrief in the browser: shut before the end, true to the model, and inert whatever a case is called."""

import re
import threading
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pytest

from sim.analysis import counts, ensemble
from sim.analysis.percentages import share
from sim.case import Scenario, digest, dump, read
from sim.classroom.lesson.codes import hashed
from sim.classroom.lesson.journal import Journal
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.lesson.records import Opened
from sim.classroom.web.debrief import remembered
from sim.classroom.web.debrief.headline import commonest, counted
from sim.report.story import course
from sim.report.story.cast import Cast
from sim.report.story.ending import ended
from sim.rules.endings import ENDINGS
from sim.talks.model import Talks
from sim.talks.seating import seat
from sim.talks.transcript import Transcript
from tests.classroom.sheeted import HOSTILE, made, plain
from tests.lesson.browsing import Browsing
from tests.lesson.lessons import opened, play, seat_all

PATHS = ("/debrief", "/debrief/sheet", "/debrief/A", "/debrief/A/branch?day=0")
CASE = "first_scenario"
Browse: TypeAlias = Callable[[Lesson, Path], Browsing]


def _of(path: Path, case: Scenario, tables: int = 1) -> Lesson:
    journal = Journal(path)
    journal.write(
        Opened(
            sim="0", results=1, source="case", scenario=dump(case), digest=digest(case), seed=1, code="ABCDEFGH",
            tables=tables, minutes=4.0, head=False,
        )
    )  # fmt: skip
    return Lesson(case, journal)


def _over(lesson: Lesson, *tables: int) -> Lesson:
    for table in tables:
        seat_all(lesson, table)
    lesson.begin()
    play(lesson, 1)
    lesson.end()
    return lesson


def test_nothing_is_seen_before_the_lesson_is_over(tmp_path: Path, browse: Browse) -> None:
    lesson = opened(tmp_path / "lesson", tables=1, case=CASE)
    seat_all(lesson, 0)
    lesson.begin()
    room = browse(lesson, tmp_path)
    room.keys["seat"] = "seat", "of-a-seat"
    lesson.members.by_key[hashed("of-a-seat")] = lesson.members.by_number[0]
    for who in ("teacher", "seat"):
        for path in (*PATHS, "/debrief/A/branch?day=0&who=mediator&name=format&value=joint"):
            status, page = room.ask(path, who)
            assert status == 409
            assert "ideal" not in page
            assert "The debrief opens when the teacher ends the lesson" in page
    assert room.ask("/save", "teacher", "POST")[0] == 409
    assert room.ask("/save", "seat", "POST")[0] == 403
    assert {room.ask(path, "nobody")[0] for path in PATHS} == {401}
    assert not list(tmp_path.glob("*.json"))


@pytest.mark.usefixtures("few")
def test_tables_without_people_are_what_a_run_says(tmp_path: Path, browse: Browse) -> None:
    room = browse(_over(opened(tmp_path / "lesson", tables=3, case=CASE)), tmp_path)
    case, cast = read(CASE), Cast(read(CASE))
    many = ensemble.played(seat(case), 1, 24)
    rows = dict(_rows(room.ask("/debrief")[1]))
    assert "Nobody sat at a table" in room.ask("/debrief")[1]
    for replicate in range(3):
        talks = Talks(case, 1, replicate, collect=False)
        told = course.ended(talks, list(Transcript(talks).days()))[0]
        page = unescape(room.ask(f"/debrief/{'ABC'[replicate]}")[1])
        assert ended(told, cast)[1:] in page
        assert f"Table {'ABC'[replicate]}" in rows[cast.ending(str(told.outcome["ending"]))]
    for name, one in counts.endings(many.columns).items():
        assert share(*one) in rows[cast.ending(name)]
    assert list(rows)[: len(ENDINGS)] == [cast.ending(name) for name in ENDINGS]


def test_talks_that_are_being_played_are_said_to_be(
    tmp_path: Path, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_last = threading.Event()

    def slowly(case: Scenario, seed: int) -> ensemble.Ensemble:
        at_last.wait(20)
        return ensemble.played(seat(case), seed, 24)

    monkeypatch.setattr(remembered, "many", slowly)
    monkeypatch.setattr(remembered, "PATIENCE", 0.01)
    room = browse(_over(opened(tmp_path / "lesson", tables=1, case=CASE)), tmp_path)
    page = room.ask("/debrief")[1]
    assert "are being played" in page
    assert 'http-equiv="refresh"' in page
    at_last.set()
    monkeypatch.setattr(remembered, "PATIENCE", 20)
    page = room.ask("/debrief")[1]
    assert "24 simulated talks" in page
    assert 'http-equiv="refresh"' not in page


@pytest.mark.usefixtures("few")
def test_all_classes_are_shown_beside_today(tmp_path: Path, browse: Browse) -> None:
    first = browse(_over(opened(tmp_path / "1", tables=2, case=CASE), 0, 1), tmp_path / "classes")
    assert "all classes so far" not in first.ask("/debrief")[1]
    assert first.ask("/save", method="POST")[0] == 303
    second = browse(_over(opened(tmp_path / "2", tables=1, case=CASE, seed=2), 0), tmp_path / "classes")
    page = second.ask("/debrief")[1]
    assert "all classes so far: two tables" in page
    assert "of 2</span>" in page
    next((tmp_path / "classes").glob("*.json")).write_text("{}", "utf-8")
    assert "The classes so far are not shown." in second.ask("/debrief")[1]


def _rows(page: str) -> list[tuple[str, str]]:
    """The rows of the bars: the name of each, and all that is told in it."""
    found = re.findall(r'<li class="row-of.*?</li>', page, re.DOTALL)
    words = [" ".join(unescape(re.sub(r"<[^>]+>", "", one)).split()) for one in found]
    names = [unescape(re.search(r'class="of">([^<]+)', one)[1]).strip() for one in found]  # type: ignore[index]
    return list(zip(names, words, strict=True))


@pytest.mark.parametrize(
    ("same", "tables", "words"),
    [(3, 6, "Three of your six tables ended"), (0, 6, "None of your six"), (6, 6, "All of your six"),
     (1, 1, "Your table ended"), (0, 1, "Your table did not end")],
)  # fmt: skip
def test_the_headline_counts(same: int, tables: int, words: str) -> None:
    assert counted(same, tables).startswith(words)


def test_endings_that_cannot_be_told_apart_are_all_the_commonest() -> None:
    case, names = seat(read(CASE)), list(ENDINGS)
    for times, most in (([480, 20, 500], {names[0], names[2]}), ([300, 20, 680], {names[2]})):
        column = np.repeat(np.arange(3), times)
        assert commonest(ensemble.Ensemble(case, 1, {"ending": column})) == most


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, browse: Browse) -> Browsing:
    path = tmp_path_factory.mktemp("room")
    return browse(_over(opened(path / "lesson", tables=1, case=CASE), 0), path / "classes")


@pytest.mark.parametrize(
    "query",
    ["", "day=-1", "day=x", "day=99999999", "day=0&who=nobody&name=format&value=joint",
     "day=0&who=mediator&name=x&value=y", "day=0&who=mediator&name=format&value=<script>",
     "day=0&who=mediator&name=order_put&value=nan",
     "day=0&who=mediator&name=order_put&value=2", "day=0&who=mediator&name=format&value=rules&day=1"],
)  # fmt: skip
def test_what_was_not_offered_is_refused_in_a_sentence(room: Browsing, query: str) -> None:
    status, page = room.ask(f"/debrief/A/branch?{query}")
    assert status == 400
    assert "could not be chosen" in page
    assert "<script>" not in page


def test_every_link_to_another_choice_plays(room: Browsing) -> None:
    links = [unescape(one) for one in re.findall(r'href="(/debrief/A/branch[^"]+)"', room.ask("/debrief/A")[1])]
    assert len(links) > 10
    for link in links[::9]:
        status, page = room.ask(link)
        assert status == 200, link
        assert "As it was" in page


@pytest.mark.parametrize("path", ["/debrief/B", "/debrief/AA", "/debrief/a", "/debrief/B/branch?day=0"])
def test_there_are_no_other_tables(room: Browsing, path: str) -> None:
    assert room.ask(path)[0] == 404


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))


def _named(name: str) -> Scenario:
    """A bundled case with one name wherever it has words."""
    values = plain("first_scenario")
    values |= {"title": name}
    values["mediator"]["name"] = name
    for issue in values["issues"].values():
        issue |= {"name": name, "at_0": name, "at_1": name}
    for family in ("delegations", "sponsors", "events", "thresholds", "ground"):
        for one in values.get(family, {}).values():
            one["name"] = name
    return made(values)


@pytest.mark.usefixtures("few")
def test_a_hostile_name_is_text_on_every_page(tmp_path: Path, browse: Browse) -> None:
    for place, name in enumerate(HOSTILE[:2]):
        tags: list[list[list[tuple[str, tuple[str, ...]]]]] = []
        for called in (name, re.sub(r"\S", "x", name)):
            lesson = _over(_of(tmp_path / f"{place}-{len(tags)}.lesson", _named(called)), 0)
            room = browse(lesson, tmp_path / "classes")
            pages = [room.ask(path)[1] for path in PATHS]
            assert all(called in unescape(page) for page in pages)
            tags.append([_Tags(page).found for page in pages])
        assert tags[0] == tags[1]
