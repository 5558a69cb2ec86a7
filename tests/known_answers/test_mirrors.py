"""What must change nothing, or change everything alike."""

import json
import re
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings

from sim.case.identity import identity
from sim.talks import clerk, places
from sim.talks.seating import Seated, seat
from tests.model.cases import BUNDLED, DEFAULT, EVERYTHING, World, made, plain, seated
from tests.model.generated import FAST, is_linked, worlds
from tests.model.playing import Columns, changed, ends, played, trace

SIDES = {"government": "opposition", "opposition": "government"}


def backwards(value: Any) -> Any:  # noqa: ANN401 - whatever YAML can hold
    """Write every mapping of a case from its last key to its first."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(one) for one in value] if isinstance(value, list) else value


def same(one: Seated, other: Seated, runs: int = 50) -> bool:
    """Say whether two cases play the same, bit for bit, in every column."""
    before, after = played(one, runs), played(other, runs)
    return list(before) == list(after) and not changed(before, after)


@pytest.mark.parametrize("source", [*BUNDLED, EVERYTHING])
def test_the_order_of_keys_in_a_file_changes_nothing(source: str) -> None:
    case = seated(source)
    other = seat(made(backwards(plain(case.scenario))))
    assert other.template.tobytes() == case.template.tobytes()
    assert same(case, other)


@given(world=worlds())
@settings(max_examples=20, phases=FAST)
def test_the_order_of_keys_in_a_random_case_changes_nothing(world: World) -> None:
    assert same(seat(made(world)), seat(made(backwards(world))), 20)


def with_a_trifle(world: World) -> World:
    """Add a linked issue that nobody cares about to the first item of the agenda."""
    copy: World = json.loads(json.dumps(world, default=str))
    track = next(issue["track"] for issue in world["issues"].values() if is_linked(issue))
    copy["issues"]["zz_trifle"] = {"track": track, "linked": True, "status_quo": 0.5}
    for delegation in copy["delegations"].values():
        delegation["positions"]["zz_trifle"] = {"ideal": 0.3, "limit": 0.8, "salience": 0}
    copy["agenda"]["items"][0]["about"].append("zz_trifle")
    return copy


def test_a_linked_issue_that_nobody_cares_about_changes_nothing_where_all_is_worked_on_side_by_side() -> None:
    case = seated(DEFAULT, "great_powers.cooperation=0.9", "delegations.government.positions.assads_role.limit=0.9")
    before, after = played(case, 2000), played(seat(made(with_a_trifle(plain(case.scenario)))), 2000)
    assert changed(before, after) == []


@given(world=worlds())
@settings(max_examples=20, phases=FAST)
def test_a_linked_issue_that_nobody_cares_about_changes_nothing_in_random_parallel_talks(world: World) -> None:
    assume("agenda" in world)
    assume(any(is_linked(issue) for issue in world["issues"].values()))
    world["agenda"]["order"] = "parallel"
    before, after = played(seat(made(world)), 20), played(seat(made(with_a_trifle(world))), 20)
    assert changed(before, after) == []


def swapped(value: Any) -> Any:  # noqa: ANN401 - whatever YAML can hold
    """Let the two sides of Geneva change places, with all they hold."""
    if isinstance(value, dict):
        return {SIDES.get(key, key): swapped(one) for key, one in value.items()}
    return [swapped(one) for one in value] if isinstance(value, list) else SIDES.get(value, value)


def name_across(name: str) -> str:
    """Give the name of the same thing on the other side."""
    return re.sub("government|opposition", lambda side: SIDES[side.group()], name)


@pytest.fixture
def unmonitored(monkeypatch: pytest.MonkeyPatch) -> tuple[Columns, Columns]:
    """Play Geneva, and Geneva with its two sides swapped, each with the chance of the side that it was."""
    case = seated(DEFAULT, "ground.homs.monitoring=0")
    for writer in (clerk, places):
        monkeypatch.setattr(writer, "identity", lambda name: identity(name_across(name)))
    mirror = seat(made(swapped(plain(case.scenario))))
    return played(case, 3000), played(mirror, 3000)


def test_two_parties_that_change_places_are_mirrored_in_every_run(unmonitored: tuple[Columns, Columns]) -> None:
    before, after = unmonitored
    crossed = {name_across(name): column for name, column in after.items()}
    assert sorted(crossed) == sorted(before)
    assert changed(before, {name: crossed[name] for name in before}) == []
    assert before["walkouts.government"].tolist() != before["walkouts.opposition"].tolist()


def reflected(world: World) -> World:
    """Turn every axis round: 0 becomes 1, and 1 becomes 0."""
    copy: World = json.loads(json.dumps(world, default=str))
    for issue in copy["issues"].values():
        issue["status_quo"] = 1 - issue.get("status_quo", 0)
    for delegation in copy["delegations"].values():
        for position in delegation["positions"].values():
            position |= {"ideal": 1 - position["ideal"], "limit": 1 - position["limit"]}
    return copy


@pytest.mark.parametrize("source", BUNDLED)
def test_axes_that_are_turned_round_end_in_the_same_way(source: str) -> None:
    world = plain(seated(source, "spread=0").scenario)
    before, after = played(seat(made(world)), 2000), played(seat(made(reflected(world))), 2000)
    assert before["ending"].tolist() == after["ending"].tolist()
    assert np.allclose(before["progress"], after["progress"], rtol=0, atol=1e-9)


@pytest.mark.parametrize("source", [DEFAULT, EVERYTHING])
def test_more_runs_keep_the_first_ones(source: str) -> None:
    few, many = played(seated(source), 300), played(seated(source), 900)
    later = played(seated(source), 100, first=700)
    assert changed(few, {name: column[:300] for name, column in many.items()}) == []
    assert changed(later, {name: column[700:800] for name, column in many.items()}) == []


@pytest.mark.parametrize("replicate", range(20))
def test_a_second_round_keeps_the_first(replicate: int) -> None:
    one, two = seated(DEFAULT), seated(DEFAULT, "calendar.rounds=2")
    rounds = one.layout.entry("room", (0,), "rounds")
    first, second = trace(one, 1, replicate), trace(two, 1, replicate)
    for day in range(9):  # 7 to 15 February, when the first round closes
        assert first[day].view("i8")[rounds] == 1
        second[day].view("i8")[rounds] = 1
        assert first[day].tobytes() == second[day].tobytes()


def test_another_seed_is_another_story() -> None:
    case = seated(DEFAULT)
    assert changed(played(case, 50, seed=1), played(case, 50, seed=2))
    assert len({end["room"][0]["progress"] for end in ends(case, 50)}) > 10
