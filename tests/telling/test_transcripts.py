"""The same case, seed and replicate tell the same story, byte for byte."""

import re
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import accumulate
from pathlib import Path

import pytest

from sim.case import read
from sim.report.story.cast import Cast
from sim.report.story.telling import Telling
from sim.report.terminal.cells import WIDTH, width
from sim.report.terminal.page import Page
from sim.talks.facts import Day
from sim.talks.model import Talks
from sim.talks.transcript import days

Told = Callable[..., str]
Golden = Callable[[str, str], str]

ROOT = Path(__file__).parent.parent.parent
BUNDLED = sorted(path.stem for path in (ROOT / "scenarios").glob("*.yaml"))
WILD = ("behaviour.walkout_base=-3",)


@pytest.mark.parametrize("source", BUNDLED)
def test_every_bundled_case_is_told_as_it_was_recorded(told: Told, golden: Golden, source: str) -> None:
    text = told(source)
    assert text == golden(f"{source}.txt", text)


@pytest.mark.parametrize(("seed", "replicate"), [(1, 1), (7, 12)])
def test_other_runs_of_the_default_are_told_as_they_were_recorded(
    told: Told, golden: Golden, seed: int, replicate: int
) -> None:
    text = told("geneva_ii_round_2", seed=seed, replicate=replicate)
    assert text == golden(f"geneva_ii_round_2_{seed}_{replicate}.txt", text)


def test_a_run_with_walkouts_on_both_sides_is_told_as_it_was_recorded(told: Told, golden: Golden) -> None:
    text = told("geneva_ii_round_2", settings=WILD)
    assert text == golden("walkouts.txt", text)


def test_three_parties_two_fronts_and_two_rounds_are_told_as_they_were_recorded(
    told: Told, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT / "tests" / "scenarios")
    text = told("everything.yaml")
    assert text == golden("everything.txt", text)


@pytest.mark.parametrize("source", ["geneva_ii_round_2", "first_scenario", "everything.yaml"])
@pytest.mark.parametrize(
    "settings",
    [
        WILD,
        ("mediator.suspend_below=0.6",),
        ("behaviour.walkout_base=-2", "behaviour.return_base=2"),
        ("mediator.style=manipulation", "mediator.leverage=1"),
        ("calendar.sessions_per_round=2", "calendar.rounds=4", "calendar.intermission_days=1"),
    ],
)
def test_every_line_of_every_story_fits_and_says_something(
    told: Told, source: str, settings: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT / "tests" / "scenarios")
    for replicate in range(3):
        lines = told(source, replicate=replicate, settings=settings).splitlines()
        assert max(map(width, lines)) <= WIDTH
        assert not [line for line in lines if "None" in line or line != line.rstrip()]
        assert [line.startswith("Outcome: ") for line in lines].count(True) == 1


def test_each_day_is_told_before_the_next_one_begins() -> None:
    case, text, lengths = read("geneva_ii_round_2"), StringIO(), []

    def watched() -> Iterator[Day]:
        for day in days(Talks(case, 1, 0)):
            yield day
            lengths.append((day.session, len(text.getvalue())))

    Telling(Page(text, {}), Cast(case)).tell(watched())
    sessions = [length for session, length in lengths if session]
    assert len(sessions) == 6
    assert sessions == sorted(set(sessions))


def test_a_story_told_again_is_the_same_story(told: Told) -> None:
    assert told("geneva_ii_round_2", replicate=3) == told("geneva_ii_round_2", replicate=3)
    assert told("geneva_ii_round_2", replicate=3) != told("geneva_ii_round_2", replicate=4)


ODD = """\
format: 1
title: Three parties and one question about water that has been going on for a very long time indeed
calendar: {start: 2040-12-29, sessions_per_round: 3, rounds: 3, intermission_days: 2, horizon_days: 40}
issues:
  water: {track: political, at_0: to the north, at_1: to the south}
delegations:
  a:
    name: The United Front for the Liberation of the Northern Marches
    positions: {water: {ideal: 0, limit: 0.6, salience: 1}}
  b:
    name: جبهة الجنوب
    positions: {water: {ideal: 1, limit: 0.4, salience: 1}}
  c:
    name: "[bold]C[/bold]"
    positions: {water: {ideal: 0.5, limit: 0.2, salience: 1, red_line: true}}
behaviour: {walkout_base: -3}
"""


def test_long_names_other_scripts_and_markup_are_told_as_they_are(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.yaml").write_text(ODD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    texts = [told("odd.yaml", replicate=replicate) for replicate in range(4)]
    assert max(width(line) for text in texts for line in text.splitlines()) <= WIDTH
    assert all("A mediator" in text for text in texts)
    for name in ("[bold]C[/bold]", "The United Front for the Liberation of the Northern Marches"):
        assert f"\n{name}\n             " in "".join(texts)


@pytest.mark.parametrize("replicate", range(4))
def test_those_who_leave_day_after_day_add_up_to_those_who_are_out(told: Told, replicate: int) -> None:
    story = " ".join(told("geneva_ii_from_the_pause", replicate=replicate).split())
    days = re.findall(r"(\w[\d,]*) (?:people leave|person leaves)(?:, ([\d,]+) so far)?", story)
    left = [1 if leaving == "One" else int(leaving.replace(",", "")) for leaving, _ in days]
    out = [int((so_far or leaving).replace(",", "")) for leaving, so_far in days]
    assert len(days) > 1
    assert out == list(accumulate(left))


EMPTY_CHAIRS = (
    "behaviour.walkout_base=-1",
    "calendar.intermission_days=3",
    "delegations.east_orlen.required_progress=0",
    "delegations.west_orlen.required_progress=0",
)


def test_the_empty_chair_of_the_round_that_counts_is_told(told: Told) -> None:
    story = told("first_scenario", replicate=6, settings=EMPTY_CHAIRS)
    assert [line for line in story.splitlines() if "does not come" in line] == [
        "West Orlen   does not come: no round opens.",
        "East Orlen   does not come: no round opens.",
    ]
    assert "Outcome: West Orlen did not come on Monday 6 May." in story


def test_a_round_that_does_not_open_says_so_on_the_last_day_too(told: Told) -> None:
    settings = ("calendar.sessions_per_round=1", "calendar.horizon_days=0", "behaviour.walkout_base=50")
    story = told("first_scenario", settings=("calendar.deadline=null", *settings))
    assert re.search(r"Monday 6 May +does not open\n", story)
    assert "Before the talks" not in story


def test_the_longest_names_fit_into_every_line(told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    longest = " ".join(["People's Front of the North"] * 4)
    war = "ground: {z: {name: The harbour of the city on the other side of the strait, violence_per_day: 1}}\n"
    (tmp_path / "long.yaml").write_text(ODD.replace("جبهة الجنوب", f'"{longest}"') + war, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    texts = [told("long.yaml", replicate=replicate) for replicate in range(4)]
    assert max(width(line) for text in texts for line in text.splitlines()) <= WIDTH
    assert "North walks out." in "".join(texts)
    assert "anger over The harbour of the" in "".join(texts)


def test_people_are_out_before_their_number_is_reached(told: Told) -> None:
    story = told("geneva_ii_round_2", replicate=2, settings=("behaviour.walkout_base=-3",))
    assert story.index("214 people leave, 1,050 so far") < story.index("Tue 11 Feb: 1,000 out of Homs")


def test_one_linked_issue_is_no_package(told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.yaml").write_text(ODD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    story = " ".join(told("odd.yaml", settings=("behaviour.walkout_base=-9",)).split())
    assert "package" not in story
    assert "tables a text: “Water” at 0.50 (0: to the north; 1: to the south)." in story
    assert "refused “Water”: " in story
    assert "tables the package again: " in told("first_scenario")
