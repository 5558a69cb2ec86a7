"""One run in the room: the same run as the terminal tells, every day once, and a sentence where it cannot be shown."""

import json
import re
from html import unescape

import pytest

from sim.analysis.watched import watched
from sim.case import read
from sim.classroom.web.told import told
from sim.classroom.web.watch import playing
from sim.classroom.web.watch.moments import MOST, moments, part
from sim.classroom.web.watch.playing import played, wanted
from sim.commands import course
from sim.commands.order import Order
from sim.report.story.cast import Cast
from sim.report.story.telling import Telling
from sim.report.terminal.ink import bare
from tests.pages.conftest import HOSTILE
from tests.room.asking import ask, room

CASES = ("geneva_ii_round_2", "geneva_ii_two_rounds", "first_scenario", "good_friday_1998", "dayton_1995")
STYLE = "mediator.style=manipulation"


def words(html: str) -> str:
    """The text of a page, with single blanks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(("replicate", "settings"), [(3, ()), (1, (STYLE, "great_powers.cooperation=0.9"))])
def test_it_is_the_run_of_the_terminal(
    capsys: pytest.CaptureFixture[str], replicate: int, settings: tuple[str, ...]
) -> None:
    given = [part for one in settings for part in ("--set", one)]
    course.play(Order("geneva_ii_round_2", settings, 7, replicate, json=True))
    said = json.loads(capsys.readouterr().out)
    query = "".join(f"&set={one}" for one in settings)
    shown = words(ask(room(), f"/watch/run?seed=7&replicate={replicate}{query}").text)
    assert f"seed 7, replicate {replicate}, digest {said['digest'][:8]}" in shown
    assert f"scenario {said['scenario']['digest'][:8]}" in shown
    assert " ".join(["sim run geneva_ii_round_2 --seed 7", f"--replicate {replicate}", *given]) in shown


def test_a_room_with_settings_says_so_in_the_command() -> None:
    shown = words(ask(room("first_scenario", STYLE, seed=5), "/watch/run?set=spread=0").text)
    assert f"sim run first_scenario --seed 5 --replicate 0 --set {STYLE} --set spread=0" in shown


def test_days_are_told_in_the_words_of_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    course.play(Order("geneva_ii_round_2", (), 1, 1))
    said = " ".join(capsys.readouterr().out.split())
    which = wanted(read("geneva_ii_round_2"), 1, 1)
    cast = Cast(which.seated.scenario)
    found = list(told(played(which).course.days, lambda page: Telling(page, cast)))
    held = [one for one in found if one.day.meeting]
    rows = [row for one in held for row in one.rows if not row.drawn]
    assert len(held) == 6
    assert [row for row in rows if bare(f"{row.who} {row.what}").strip() not in said] == []
    bars = [piece for one in held for row in one.rows if row.drawn for piece in row.pieces]
    assert [piece for piece in bars if bare(piece) not in said] == []


@pytest.mark.parametrize(("source", "replicate"), [*((one, run) for one in CASES for run in (0, 1)), (CASES[1], 22)])
def test_every_day_stands_in_one_moment(source: str, replicate: int) -> None:
    which = wanted(read(source), 1, replicate)
    found = moments(which)
    assert [day for one in found for day in one.told.days] == list(played(which).course.days)
    assert all(len(one.told.days) == 1 for one in found if one.told.day.meeting)
    assert all(one.told.day is played(which).course.days[one.evening] for one in found)
    parts = [[one.place for one in part(found, place)] for place in range(len(found))]
    assert all(place in some and len(some) <= MOST for place, some in enumerate(parts))
    assert [place for some in {some[0]: some for some in parts}.values() for place in some] == [*range(len(found))]


def test_quiet_days_between_rounds_are_no_part_of_a_session() -> None:
    found = moments(wanted(read("geneva_ii_two_rounds"), 1, 22))
    assert len({one.told.day.round for one in found if one.told.day.session}) == 2
    between = [one for one in found if one.told.how == "Until the third round"]
    assert between
    assert all(not one.told.day.meeting for one in between)


def test_a_stretch_over_years_tells_them() -> None:
    last = moments(wanted(read("good_friday_1998"), 1, 0))[-1]
    assert last.told.heading == "15 July 1996 to 30 June 1998"
    assert last.weekday == "to 1998"


def test_quiet_days_stand_together() -> None:
    which = wanted(read("geneva_ii_round_2"), 1, 0)
    assert len(played(which).course.days) == 99
    assert len(moments(which)) < 15


def test_offers_and_limits_are_those_of_the_evening() -> None:
    which = wanted(read("geneva_ii_round_2"), 1, 4)
    stood = {day.date: one for day, one in zip(played(which).course.days, played(which).standings, strict=True)}
    sittings = watched("geneva_ii_round_2", 1, 4).sittings
    assert sittings
    for sitting in sittings:
        evening = stood[which.seated.date_of(sitting.day)]
        assert (evening.offers, evening.limits, evening.agreed) == (sitting.offers, sitting.limits, sitting.agreed)
        put = {key: text for key, text in sitting.texts.items() if text is not None}
        assert put.items() <= evening.texts.items()


def test_a_text_that_was_never_put_is_not_shown() -> None:
    which = wanted(read("geneva_ii_round_2"), 1, 0)
    assert set(played(which).standings[-1].texts) == {"humanitarian_access", "prisoners"}
    assert played(which).standings[0].texts == {}


def test_what_is_to_come_is_not_shown() -> None:
    shown = ask(room(), "/watch/run?day=2").text
    days = re.findall(r'<li class="moment([^"]*)" data-moment="(\d+)"', shown)
    sections = re.findall(r'<section class="told" data-moment="(\d+)"([^>]*)>', shown)
    here = [int(place) for kind, place in days if "now" in kind]
    assert here == [5]
    assert all(("future" in kind) == (int(place) > 5) for kind, place in days)
    assert all(("hidden" in more) == (int(place) != 5) for place, more in sections)
    assert "Wednesday 12 February, session 3" in words(shown)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("replicate=-1", "The replicate is a whole number from 0 to"),
        ("replicate=abc", "“abc” is not"),
        (f"replicate={2**60}", "The replicate is a whole number"),
        ("replicate=²", "The replicate is a whole number"),
        ("replicate=" + "9" * 5000, "The replicate is a whole number"),
        ("seed=1.5", "The seed is a whole number"),
        (f"seed={2**64}", "The seed is a whole number"),
        ("day=999", "The day is a whole number from -3 to 95"),
        ("day=-4", "The day is a whole number"),
        ("ending=well", "No talks end in “well”"),
        ("set=mediator.style=shouting", "mediator.style"),
        ("set=nonsense", "nonsense"),
        ("set=", "="),
        ("set=great_powers.cooperation=2", "great_powers.cooperation"),
    ],
)
def test_what_cannot_be_shown_is_answered_by_a_sentence(query: str, said: str) -> None:
    answer = ask(room(), f"/watch/run?{query}")
    assert answer.status == 400
    assert said in words(answer.text)
    whole = ask(room(), f"/watch?{query}")
    assert whole.status == 400
    assert "This cannot be shown" in words(whole.text)


def test_a_day_after_the_end_is_the_last() -> None:
    shown = ask(room("dayton_1995"), "/watch/run?day=140")
    assert shown.status == 200
    assert "Outcome:" in words(shown.text)


@pytest.mark.parametrize(("source", "ending"), [("geneva_ii_round_2", "walkout"), ("first_scenario", "comprehensive")])
def test_the_next_run_that_ends_so_is_found(monkeypatch: pytest.MonkeyPatch, source: str, ending: str) -> None:
    monkeypatch.setattr(playing, "BLOCK", 3)
    answer = ask(room(source), f"/watch/run?replicate=1&ending={ending}&set=spread=0.1")
    assert answer.status == 303
    found = int(re.findall(r"replicate=(\d+)", answer.headers["location"])[0])
    assert "set=spread%3D0.1" in answer.headers["location"]
    case = read(source, ["spread=0.1"])
    ends = [played(wanted(case, 1, number)).course.outcome["ending"] for number in range(1, found + 1)]
    assert found > 1
    assert ends[0] == ends[-1] == ending
    assert ending not in ends[1:-1]


def test_it_is_said_where_none_ends_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playing, "FARTHEST", 40)
    answer = ask(room("first_scenario"), "/watch/run?replicate=4&ending=no_show")
    assert answer.status == 200
    assert "None of the next 20,000 talks ends so." in words(answer.text)
    last = ask(room("first_scenario"), f"/watch/run?replicate={2**48 - 1}&ending=walkout")
    assert last.status == 200


@pytest.mark.parametrize("source", CASES)
def test_a_page_is_small(source: str) -> None:
    assert len(ask(room(source), "/watch/run").text.encode()) <= 42_000
    assert len(ask(room(source), "/watch").text.encode()) <= 60_000


def test_the_latest_runs_are_remembered() -> None:
    one, same = (wanted(read("first_scenario"), 1, 0) for _ in range(2))
    assert played(one) is played(same)
    assert played(wanted(read("first_scenario", [STYLE]), 1, 0)) is not played(one)
    assert played(wanted(read("first_scenario"), 2, 0)) is not played(one)


@pytest.mark.parametrize("name", [one for one in HOSTILE if one.isprintable() and len(one) <= 120])
def test_a_hostile_name_is_text(name: str) -> None:
    quoted = json.dumps(name, ensure_ascii=False)
    paths = ("title", "delegations.east_orlen.name", "issues.bridge.name", "issues.tolls.at_0", "mediator.name")
    shown = ask(room("first_scenario", *(f"{path}={quoted}" for path in paths)), "/watch").text
    assert name in unescape(shown)
    markup = re.findall(r"<(script|img|iframe|base|svg onload)[ >][^>]*", shown)
    assert set(markup) <= {"script"}
    assert len(re.findall("<script", shown)) == len(
        re.findall('<script (?:src="/static/|type="application/json")', shown)
    )
