"""Rounds, sessions and votes, in cases where nothing is left to chance."""

from datetime import timedelta
from math import isclose
from typing import Any

import numpy as np
import pytest

from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from tests.model.cases import NEVER, World
from tests.model.playing import Columns, days, played
from tests.model.small import at_table, changed, talks
from tests.model.values import START

QUARREL = {"ash": {"dam": (0, 0.2, 1)}, "birch": {"dam": (1, 0.8, 1)}}
ITEM = {"name": "the dam", "about": ["dam"]}
SURE = ("behaviour.agenda_temperature", 1e-9)


def rounds(sessions: int, horizon: int, *settings: tuple[str, Any]) -> World:
    """Give talks with an agenda to be agreed, rounds of some sessions, and some days in between."""
    world = talks(QUARREL, sessions)
    calendar = {"horizon_days": horizon, "intermission_days": 4}
    world["calendar"] |= calendar
    return changed(world | {"agenda": {"items": [ITEM]}}, SURE, *settings)


def run(world: World, *settings: tuple[str, Any]) -> Columns:
    return played(at_table(world, *settings), 1)


def ending(columns: Columns) -> str:
    return list(ENDINGS)[int(columns["ending"][0])]


def field(world: World, noun: str, name: str) -> list[float]:
    """Give a field of the only one of its kind, or of the first, at the end of each day."""
    return [float(day[noun].flat[0][name]) for day in days(at_table(world), 1, 0)]


def test_first_the_list_then_from_the_next_session_on_its_order() -> None:
    columns = run(rounds(4, 5))
    assert (columns["list_agreed_on"][0], columns["order_agreed_on"][0]) == (0, 1)


def test_asking_again_changes_nothing_unless_something_has_changed() -> None:
    world = rounds(6, 5, ("delegations.ash.agenda_demand", 1), ("behaviour.agenda_temperature", 0.5))
    listed = played(at_table(world), 2000)["list_agreed_on"]
    assert set(listed) == {0, NEVER}


@pytest.mark.parametrize(("style", "orders"), [("formulation", [0, 0.3, 0.51]), ("facilitation", [0, 0, 0])])
def test_a_refused_order_moves_towards_side_by_side_unless_the_mediator_only_listens(
    style: str, orders: list[float]
) -> None:
    two = {name: {"dam": (0, 0.5, 0.5), "gold": (1, 0.5, 0.5)} for name in QUARREL}  # only gold is to be changed
    items = [{"name": key, "about": [key]} for key in ("dam", "gold")]
    world = talks(two, 3) | {"agenda": {"order": "in_sequence", "items": items}}
    distrust = [(f"delegations.{name}.trust", 0) for name in QUARREL]
    world = changed(world, SURE, *distrust, ("delegations.birch.agenda_demand", 0.9), ("mediator.style", style))
    assert np.allclose(field(world, "agenda", "order"), orders)
    assert field(world, "agenda", "items_agreed") == [1, 1, 1]
    assert field(world, "agenda", "order_agreed") == [0, 0, 0]


def test_progress_is_half_procedure_and_0_before_the_first_session() -> None:
    world = rounds(3, 5, ("behaviour.procedure_share", 0.6), ("events", {"slight": slight(-1)}))
    assert [round(value, 9) for value in field(world, "room", "progress")][:3] == [0, 0.3, 0.6]


def slight(day: int) -> World:
    """Give an affront that angers nobody, so that the story begins on its day."""
    return {"date": START + timedelta(days=day), "kind": "affront", "to": "ash", "size": 0}


def test_a_date_that_all_name_opens_a_further_round_after_the_intermission() -> None:
    columns = run(rounds(3, 20))
    assert (columns["next_round_agreed_on"][0], columns["next_round_opened_on"][0]) == (2, 6)
    assert (columns["last_day"][0], ending(columns)) == (6, "adjourned_with_date")


def test_an_ultimatum_that_is_not_met_leaves_the_talks_without_a_date() -> None:
    columns = run(rounds(3, 20, ("delegations.birch.required_progress", 0.9)))
    assert columns["next_round_agreed_on"][0] == NEVER
    assert (columns["last_day"][0], ending(columns)) == (20, "adjourned_without_date")


def test_the_mediator_asks_again_and_a_yes_opens_the_round_that_day() -> None:
    angry = [("delegations.birch.grievance", 0.9), ("behaviour.hardening", 0.5), ("behaviour.half_life_days", 8)]
    columns = run(rounds(3, 30, *angry, ("delegations.birch.required_progress", 0.3)))
    # Asked on days 2, 6 and 10; on the last of them half of 0.9 * 0.5^(11/8) is below 0.5 - 0.3.
    assert (columns["next_round_agreed_on"][0], columns["next_round_opened_on"][0]) == (10, 10)


def test_all_rounds_are_played_and_the_next_is_only_recorded() -> None:
    columns = run(rounds(3, 40, ("calendar.rounds", 3), ("delegations.ash.positions.dam.red_line", True)))
    assert columns["sessions_held"][0] == 9
    assert columns["last_day"][0] == 2 + 4 + 2 + 4 + 2 + 4


@pytest.mark.parametrize(("fixed", "expected"), [({1: "proximity", 3: "joint"}, [0, 1, 1]), ({}, [1, 1, 1])])
def test_fixed_formats_hold_in_the_first_round_only(fixed: dict[int, str], expected: list[float]) -> None:
    world = rounds(3, 12, ("calendar.fixed_formats", fixed), ("calendar.rounds", 2))
    formats = field(world, "room", "format")
    assert formats[:3] == expected
    assert formats[6:9] == [1, 1, 1]


def test_everybody_leaves_after_each_session_and_is_back_the_next_day() -> None:
    leaving = [("behaviour.walkout_joint", 50), ("behaviour.walkout_base", -45), ("behaviour.return_base", 50)]
    columns = run(rounds(4, 3, *leaving))
    assert (columns["walkouts.ash"][0], columns["returns.ash"][0], columns["sessions_held"][0]) == (4, 3, 4)
    assert (columns["walkouts.birch"][0], columns["away.birch"][0]) == (4, 1)


def test_one_who_is_away_at_the_close_makes_it_a_walkout_and_names_no_date() -> None:
    world = rounds(
        2, 9, ("behaviour.walkout_joint", 50), ("behaviour.walkout_base", -45), ("behaviour.return_base", -50)
    )
    columns = run(world)
    assert columns["walked_on.ash"][0] == 0
    assert columns["walked_in.ash"][0] == 1
    assert list(REASONS)[int(columns["walked_over.ash"][0])] == "audience"
    assert (ending(columns), columns["next_round_agreed_on"][0]) == ("walkout", NEVER)


def test_one_empty_chair_and_there_is_no_round() -> None:
    columns = run(rounds(2, 10, ("behaviour.walkout_base", 50)))
    assert (columns["no_shows.ash"][0], columns["sessions_held"][0]) == (1, 0)
    assert (ending(columns), columns["next_round_agreed_on"][0]) == ("no_show", NEVER)


def test_in_a_very_bad_room_the_mediator_sends_everybody_home() -> None:
    angry = [(f"delegations.{name}.grievance", 0.9) for name in QUARREL]
    columns = run(rounds(3, 5, *angry, ("mediator.suspend_below", 0.2), ("behaviour.half_life_days", 1e9)))
    assert (columns["suspended"][0], columns["sessions_held"][0], ending(columns)) == (3, 0, "suspended")


def test_the_powers_meet_once_a_round_where_a_sponsor_proposes_it() -> None:
    powers = {"cooperation": 1, "meeting_rate": 1, "meeting_gain": 0.5}
    sponsors = {"elm": {"proposes_meetings": True}}
    columns = run(rounds(3, 12, ("great_powers", powers), ("sponsors", sponsors), ("calendar.rounds", 2)))
    assert columns["meetings"][0] == 2
    assert run(rounds(3, 12, ("great_powers", powers)))["meetings"][0] == 0


def council(*tolerances: float, permanent: bool = False, needed: int = 2) -> World:
    """Give a council whose members bear texts of some strength; the first may have a veto."""
    members: World = {f"member_{n}": {"tolerance": value} for n, value in enumerate(tolerances)}
    members["member_0"]["permanent"] = permanent
    dates = [START + timedelta(days=day) for day in (0, 2, 4)]
    draft = {"dates": dates, "strength": 0.8, "softening": 0.25}
    return {"members": members, "needed": needed, "temperature": 1e-9, "cooperation_weight": 0, "draft": draft}


@pytest.mark.parametrize(
    ("given", "day", "strength"),
    [
        (council(1, 1, 0), 0, 0.8),
        (council(0.7, 0.7, 0), 2, 0.6),
        (council(0.5, 1, 1, permanent=True), 4, 0.45),
        (council(0.1, 1, 1, permanent=True), NEVER, 0.8 * 0.75**3),
        (council(0.5, 1, 1, needed=3), 4, 0.45),
        (council(0.1, 1, 1), 0, 0.8),
    ],
)
def test_a_draft_is_softened_until_enough_can_bear_it_and_no_permanent_member_is_against(
    given: World, day: int, strength: float
) -> None:
    columns = run(rounds(2, 9, ("delegations.ash.required_progress", 1)), ("council", given))
    refusals = {0: 0, 2: 1, 4: 2}.get(day, 3)
    assert columns["adopted_on"][0] == day
    assert isclose(columns["strength"][0], strength)
    assert isclose(columns["cooperation"][0], 0.4 * 0.9**refusals)
