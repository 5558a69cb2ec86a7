"""What holds where a divisor is 0, where something is missing, or where there is only one."""

from math import isclose

import numpy as np
import pytest

from sim.case.checks import check
from sim.case.scenario import Scenario
from tests.model.cases import NEVER, World, made
from tests.model.playing import days, ends, played
from tests.model.small import at_table, changed, talks

ONE = {"ash": {"dam": (0, 0.3, 1)}, "birch": {"dam": (1, 0.7, 1)}}
TWO = {"ash": {"dam": (0, 0.3, 0.5), "gold": (0, 0.3, 0.5)}, "birch": {"dam": (1, 0.7, 0.5), "gold": (1, 0.7, 0.5)}}
SHUT_IN = {"marsh": {"trapped": 300, "evacuated_per_day": 40, "people_spread": 0}}


def items(*shares: float) -> World:
    """Give an agenda of one item for each issue, in sequence, agreed beforehand."""
    listed = [
        {"name": f"on {key}", "about": [key], "share": share} for key, share in zip(TWO["ash"], shares, strict=True)
    ]
    return {"order": "in_sequence", "settled": True, "items": listed}


def test_one_who_wants_nothing_changed_is_satisfied_with_any_agenda() -> None:
    case = at_table(talks(TWO), ("agenda", items(1, 3)), ("delegations.birch.positions.dam.ideal", 0.9))
    parties = ends(case, 1)[0]["delegations"]
    assert parties["satisfaction"][0] == 1.0
    assert parties["satisfaction"][1] < 1.0


def test_where_no_time_is_expected_for_anything_the_shares_are_expected() -> None:
    case = at_table(talks(TWO), ("agenda", items(0, 2)), ("delegations.birch.trust", 0))
    assert ends(case, 1)[0]["delegations"]["satisfaction"][1] == 1.0


def test_in_a_sequence_a_later_item_is_expected_as_far_as_one_trusts() -> None:
    case = at_table(talks(TWO), ("agenda", items(1, 1)), ("delegations.birch.trust", 0.25))
    end = ends(case, 1)[0]
    assert isclose(end["delegations"]["satisfaction"][1], 1.0)
    expected = end["wishes"]["expected"][1]
    assert np.allclose(expected / expected.sum(), [0.8, 0.2])


@pytest.mark.parametrize("settings", [[("delegations.ash.influence", 0), ("delegations.birch.influence", 0)], []])
def test_where_no_offer_weighs_anything_the_text_is_the_plain_mean(settings: list[tuple[str, float]]) -> None:
    careless = {name: {"dam": (ideal, 0.4, 0), "gold": (1, 1, 1)} for name, ideal in (("ash", 0.2), ("birch", 0.6))}
    texts = ends(at_table(talks(careless), *settings), 1)[0]["issues"]["text"]
    assert texts.tolist() == [0.4, 1.0]


def test_to_one_who_does_not_care_a_text_is_worth_nothing_less_resolve_and_distrust() -> None:
    careless = {name: {"dam": (0, 0.3, 0), "gold": (1, 0.5, 1)} for name in ONE}
    world = changed(talks(careless), ("issues.dam.linked", False), ("behaviour.distrust", 0.15))
    world = changed(world, ("delegations.ash.trust", 0.2), ("delegations.ash.grievance", 0.5))
    end = ends(at_table(world, ("behaviour.hardening", 0.4), ("behaviour.half_life_days", 1e12)), 1)[0]
    assert isclose(end["stakes"][0, 0]["margin"], -0.4 * 0.5 - 0.15 * 0.8, abs_tol=1e-9)


def test_where_there_was_no_gap_it_is_wholly_closed() -> None:
    agreed = {name: {"dam": (0.5, 0.3, 1)} for name in ONE}
    room = days(at_table(talks(agreed)), 1, 0)[0]["room"][0]
    assert (room["gap_at_start"], room["gap_closed"], room["progress"]) == (0.0, 1.0, 1.0)


def test_progress_is_0_before_the_first_session() -> None:
    case = at_table(talks(ONE), ("events", {"slight": day_before("affront", to="ash", size=0)}))
    assert next(day["room"][0]["progress"] for day in days(case, 1, 0)) == 0.0


def day_before(kind: str, **more: object) -> World:
    """Give an event on the day before the first session."""
    start = talks(ONE)["calendar"]["start"]
    return {"date": start.replace(day=start.day - 1), "kind": kind, **more}


def test_a_deadline_that_has_come_ends_the_clock() -> None:
    world = changed(talks(ONE, 2, "time_dependent"), ("issues.dam.deadline", talks(ONE)["calendar"]["start"]))
    world = changed(world, ("delegations.ash.tactic.beta", 0.2), ("delegations.birch.positions.dam.red_line", True))
    conceded = [day["stakes"][0, 0]["concession"] for day in days(at_table(world), 1, 0)]
    assert conceded[0] == 1.0


def test_one_whose_ideal_is_its_limit_bears_any_risk_and_leaves_the_move_to_the_other() -> None:
    world = changed(talks({"ash": {"dam": (0, 0, 1)}, "birch": {"dam": (1, 0.4, 1)}}, 40, "zeuthen"))
    stakes = ends(at_table(world, ("behaviour.distrust", 1)), 1)[0]["stakes"]
    assert (stakes[0, 0]["concession"], stakes[0, 0]["offer"]) == (0.0, 0.0)


def test_where_nobody_is_usually_let_out_those_who_leave_are_no_relief() -> None:
    convoy = {"convoy": day_before("evacuation", at="marsh", people=100)}
    trusts = []
    for usual in (0, 40):
        world = changed(talks(ONE), ("ground", SHUT_IN), ("events", convoy))
        end = ends(at_table(world, ("ground.marsh.evacuated_per_day", usual)), 1)[0]
        assert end["fronts"][0]["out"] == 100
        trusts.append(end["bonds"][0, 1]["trust"])
    assert trusts == [0.2, 0.2 + 0.03 * (100 / 40) * 0.2 * 0.8]


@pytest.mark.parametrize(("by", "belief"), [({}, 0.0), ({"by": "birch"}, 1.0), ({"by": "ash"}, 0.0)])
def test_one_who_makes_all_attacks_blames_nobody_unless_it_is_established(by: World, belief: float) -> None:
    attack = {"raid": day_before("attack", at="marsh", **by)}
    world = changed(talks(ONE), ("ground", {"marsh": {"authors": {"ash": 1}}}), ("events", attack))
    end = ends(at_table(world), 1)[0]
    assert end["bonds"][0, 1]["blamed"] == belief
    assert isclose(end["bonds"][0, 1]["trust"], 0.2 * (1 - 0.05 * belief))
    assert isclose(end["delegations"][0]["grievance"], 0.3 * belief * 0.5**0.2)


def test_without_an_agenda_all_linked_issues_are_one_item_that_is_agreed_and_suits_everybody() -> None:
    end = ends(at_table(talks(TWO)), 1)[0]
    assert end["issues"]["item"].tolist() == [0, 0]
    assert end["agenda"][0]["order_agreed"] == 1
    assert end["delegations"]["satisfaction"].tolist() == [1.0, 1.0]


def test_without_powers_and_war_nothing_of_them_happens() -> None:
    columns = played(at_table(talks(ONE, 3)), 200)
    assert set(columns["cooperation"]) == {0.4}
    assert not columns["meetings"].any()
    assert set(columns["adopted_on"]) == {NEVER}
    assert not columns["attacks"].any()


def faults(world: World) -> str:
    """Say what is refused in a case."""
    issues = {key: {"at_0": "none", "at_1": "all", **issue} for key, issue in world["issues"].items()}
    found, _ = check(Scenario.model_validate({"title": "A case", **world, "issues": issues}))
    return " ".join(fault.message for fault in found)


def test_one_delegation_alone_is_refused() -> None:
    world = talks(ONE)
    del world["delegations"]["birch"]
    with pytest.raises(ValueError, match="at least 2"):
        faults(world)


def test_shares_that_are_all_0_are_refused() -> None:
    assert "shares of all items are 0" in faults(changed(talks(TWO), ("agenda", items(0, 0))))


def test_a_linked_issue_on_no_item_is_refused() -> None:
    agenda = items(1, 1)
    del agenda["items"][1]
    assert "linked" in faults(changed(talks(TWO), ("agenda", agenda)))


def test_three_delegations_are_fine() -> None:
    assert len(made(talks(ONE | {"cedar": {"dam": (0.5, 0.6, 1)}})).delegations) == 3
