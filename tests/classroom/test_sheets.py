"""The sheets of a case: one for each role, whole, and with a lesson that fills its time."""

import re
from itertools import pairwise

import pytest

from sim.case.bundle import named
from sim.case.place import Unknown
from sim.classroom.handouts import choices
from sim.classroom.handouts.known import known
from sim.classroom.handouts.lesson import SHAPES, Shape, plan
from sim.classroom.handouts.sheets import of, sheets
from tests.classroom.sheeted import EVERYTHING, bundled, made, plain, told

CASES = [*named(), str(EVERYTHING)]


@pytest.mark.parametrize("name", CASES, ids=lambda name: name.rpartition("/")[2])
def test_every_case_has_a_sheet_for_each_role(name: str) -> None:
    case = bundled(name)
    assert list(sheets(case, name)) == ["public", *case.delegations, *case.sponsors, "mediator", "facilitator"]
    assert all("None" not in sheet.replace("None of", "") for sheet in told(case).values())


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape.minutes))
@pytest.mark.parametrize("sessions", [1, 2, 3, 6, 7, 21, 366])
def test_the_steps_of_a_lesson_fill_it_and_no_more(shape: Shape, sessions: int) -> None:
    values = plain("first_scenario")
    values["calendar"]["sessions_per_round"] = sessions
    grid = plan(shape, known(made(values), "a_case")).grid
    assert grid is not None
    spans = [tuple(map(int, minutes.split(" to "))) for minutes, _ in grid.rows]
    assert (spans[0][0], spans[-1][1]) == (0, shape.minutes)
    assert all(first[1] == second[0] and first[0] < first[1] for first, second in pairwise(spans))


@pytest.mark.parametrize("sessions", [1, 2, 6, 7, 21])
def test_every_day_of_the_round_is_in_one_session_of_the_lesson(sessions: int) -> None:
    values = plain("first_scenario")
    values["calendar"]["sessions_per_round"] = sessions
    grid = plan(SHAPES[0], known(made(values), "a_case")).grid
    assert grid is not None
    said = " ".join(step for _, step in grid.rows)
    assert len(re.findall(r"Session \d+ \(", said)) == min(sessions, 4)
    assert said.count("Last session") == 1


@pytest.mark.parametrize(
    ("rounds", "sessions", "words", "last"),
    [
        (1, 6, "", ["Session 4"]),
        (3, 6, "There is time for the first of up to 3 rounds.", ["Session 4"]),
        (
            3,
            1,
            "There is time for all 3 rounds of the case.",
            ["Session 1", "Round 2, session 1", "Round 3, session 1"],
        ),
        (9, 2, "There is time for the first 2 of up to 9 rounds.", ["Session 2", "Round 2, session 2"]),
    ],
)
def test_the_guide_says_which_rounds_have_the_time(rounds: int, sessions: int, words: str, last: list[str]) -> None:
    values = plain("first_scenario")
    values["calendar"] |= {"sessions_per_round": sessions, "rounds": rounds, "horizon_days": 400}
    part = plan(SHAPES[0], known(made(values), "a_case"))
    assert part.grid is not None
    assert " ".join(part.words[1:]).partition(" A further")[0] == words
    assert [step.partition(" (")[0] for _, step in part.grid.rows if "Last session" in step] == last


def test_a_further_round_is_dated_as_the_rules_date_it() -> None:
    values = plain("first_scenario")
    values["calendar"] |= {"sessions_per_round": 2, "rounds": 2, "intermission_days": 10}
    grid = plan(SHAPES[0], known(made(values), "a_case")).grid
    assert grid is not None
    assert grid.rows[4][1].startswith("Round 2, session 1 (Fri 17 May): ")


def test_many_sessions_are_told_with_the_days_they_stand_for() -> None:
    values = plain("first_scenario")
    values["calendar"]["sessions_per_round"] = 21
    part = plan(SHAPES[0], known(made(values), "a_case"))
    assert part.grid is not None
    assert "Session 2 (6 to 10 of the case, " in part.grid.rows[3][1]


def test_a_delegation_may_choose_what_the_rule_on_seats_lets_it() -> None:
    opened = [point.partition(":")[0] for point in choices.DELEGATION.points]
    assert opened == [
        *("Come", "Accept or refuse", "Concede further", "Ask for a recess"),
        *("Issue an ultimatum", "Walk out", "Return"),
    ]


def test_a_red_line_is_told_to_whom_it_belongs() -> None:
    sheet = told(bundled("geneva_ii_round_2"))["government"]
    assert "Assad's role: never sign what lies beyond 0: Assad stays, with all his powers." in sheet
    assert "You have none" in told(bundled("first_scenario"))["west_orlen"]


def test_the_debrief_asks_about_zones_red_lines_marks_and_events() -> None:
    guide = told(bundled("geneva_ii_round_2"))["facilitator"].partition("## Debrief questions")[2]
    for what in ("1,000 out of Homs", "Assad's role", "An aid convoy is attacked", "sim run counter"):
        assert what in guide


def test_a_role_that_has_the_name_of_another_sheet_gets_one_of_its_own() -> None:
    values = plain()
    values["sponsors"]["mediator"] = values["sponsors"].pop("iran")
    values["sponsors"]["government"] = values["sponsors"].pop("russia")
    roles = list(sheets(made(values), "a_case"))
    assert {"sponsors.mediator", "sponsors.government", "mediator", "government"} <= set(roles)


def test_an_unknown_role_is_told_the_nearest() -> None:
    with pytest.raises(Unknown, match=r"Did you mean government\?"):
        of("goverment", sheets(bundled("geneva_ii_round_2"), "a_case"))
