"""The case at a point of a plan is the case that `--set` makes of it, to the last bit."""

import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.case import Mistakes, Scenario, dump, read
from sim.case.checks import CHECKS, check, touched
from sim.case.reading import drafted, each_by_itself, restored
from sim.case.variations import laid, renumbered, setting
from sim.study import points as module
from sim.study.plan import Plan
from sim.study.points import Points
from sim.study.request import asked
from sim.talks.seating import Seated, seat
from tests.sweeps.varied import CASES, EVERYTHING, GENEVA, alike


@cache
def seated(case: str) -> Seated:
    """A case at the table."""
    return seat(read(case))


def another(number: float) -> float:
    """Another number of the same range."""
    return 0.5 * number + 0.01


@cache
def nodes(case: str) -> Callable[[str], Scenario]:
    """What a setting makes of a case, read the long way; whether it fits together is not looked at."""
    _, given = drafted(case)

    def varied(text: str) -> Scenario:
        scenario, mistakes = each_by_itself(laid(given.root, setting(text)))
        assert mistakes == []
        return scenario

    return varied


@pytest.mark.parametrize("case", CASES)
def test_every_number_written_over_a_seated_case_is_the_number_seated(case: str) -> None:
    found = seated(case)
    numbers = {path: another(float(found.template[entries[0]])) for path, entries in found.paths.items()}
    long = {path: seat(nodes(case)(f"{path}={number!r}")) for path, number in numbers.items()}
    assert [path for path, number in numbers.items() if not alike(found.varied({path: number}), long[path])] == []
    assert len(numbers) > 140


@pytest.mark.parametrize("case", CASES)
def test_all_numbers_at_once_are_written_as_they_are_seated(case: str) -> None:
    found = seated(case)
    numbers = {path: another(float(found.template[entries[0]])) for path, entries in found.paths.items()}
    short = found.varied(numbers)
    assert alike(short, seat(renumbered(found.scenario, numbers)))
    assert not alike(short, found)


@pytest.mark.parametrize(("before", "after"), [(0.0, 0.1), (0.1, 0.0), (0.1, 0.2), (0.0, 0.0)])
def test_spread_begins_and_ends_with_its_number(before: float, after: float) -> None:
    found = seat(read(GENEVA, [f"spread={before}"]))
    assert alike(found.varied({"spread": after}), seat(read(GENEVA, [f"spread={after}"])))


def test_the_case_that_is_varied_stays_as_it_was() -> None:
    found = seat(read(GENEVA))
    found.varied({"mediator.joint_above": 0.9, "delegations.government.positions.prisoners.ideal": 0.8})
    assert alike(found, seated(GENEVA))


def test_a_path_that_holds_no_number_is_not_varied() -> None:
    with pytest.raises(KeyError):
        seated(GENEVA).varied({"mediator.style": 1.0})


PLANS = {
    "numbers": ["sponsors.russia.commitment=0:1:5", "behaviour.walkout_base=-9,-7"],
    "words": ["mediator.style=facilitation,formulation,manipulation", "agenda.order=parallel,0.3,in_sequence"],
    "numbers and words": [
        "mediator.style=facilitation,formulation", "mediator.joint_above=0:1:3", "agenda.settled=true,false",
    ],
    "dates": ["calendar.deadline=2014-03-01,2014-05-01", "great_powers.cooperation=0:1:3"],
    "distributions": ["great_powers.cooperation={uniform: [0, 1]},0.3,{beta: [2, 5]}", "spread=0:0.1:3"],
    "a number for a distribution": ["delegations.government.positions.prisoners.ideal={pert: [0.1, 0.3, 0.5]},0.2"],
    "whole numbers": ["calendar.sessions_per_round=2:6:5", "calendar.rounds=1,2"],
    "null": ["events.mortars=null,{date: 2014-02-09, kind: attack, at: homs, by: government}", "mediator.leverage=0,1"],
    "items of a list": ["agenda.items.0.share=0:1:3", "agenda.items.1.objections.government=0,1"],
    "trust in all": ["delegations.opposition.trust=0:1:3", "delegations.government.trust={opposition: 0.3},0.4"],
    "texts": ['mediator.name="A, B",C', "delegations.government.grievance=0:1:3"],
    "nothing": [],
}  # fmt: skip
OTHERS = {
    "numbers": ["sponsors.empire.commitment=0:1:3", "delegations.kingdom.trust.ports=0:1:3"],
    "numbers for what is drawn": [
        "delegations.kingdom.trust.hills=0:1:3", "delegations.ports.positions.convoys.ideal=0.7:1:3",
        "ground.old_harbour.memory_days=4:8:3", "delegations.kingdom.positions.convoys.limit=0.6,0.9",
    ],
    "what is drawn otherwise": ["delegations.ports.grievance={uniform: [0, 1]},{beta: [1, 1]}", "spread=0,0.02,0.05"],
    "words": ["delegations.ports.tactic.name=fixed,zeuthen", "council.draft.strength=0:1:3"],
    "dates and null": ["calendar.deadline=null,2031-04-01", "council.members.lakes.tolerance=0:2:3"],
    "thresholds": ["thresholds.a_third.gap_closed=0.1:0.5:3", "thresholds.narrows_out.at=narrows,old_harbour"],
    "whole numbers": ["ground.narrows.pause.days=2:4:3", "ground.narrows.pause.effect=0:1:3"],
    "red lines": [
        "delegations.hills.positions.amnesty.red_line=true,false", "delegations.hills.positions.amnesty.limit=0:1:3",
    ],
    "items of a list": ["agenda.items.2.share=0:1:3", "council.draft.dates.0=2031-03-04,2031-03-05"],
}  # fmt: skip
GIVEN = [(GENEVA, vary) for vary in PLANS.values()] + [(EVERYTHING, vary) for vary in OTHERS.values()]
NAMES = [f"geneva-{name}" for name in PLANS] + [f"everything-{name}" for name in OTHERS]


@pytest.mark.parametrize(("case", "vary"), GIVEN, ids=NAMES)
def test_a_point_is_the_case_with_its_settings(case: str, vary: list[str]) -> None:
    plan = asked(case, [], vary)
    points = Points(plan)
    long = [seat(read(case, plan.settings_at(point))) for point in range(len(plan.points))]
    assert [point for point, other in enumerate(long) if not alike(points.seated(point), other)] == []
    assert len(long) == len(set(plan.points))


def test_a_number_behind_an_item_that_is_taken_out_moves_with_its_item() -> None:
    convoys = "{name: convoys, about: [convoys]}"
    items = f"agenda.items=[{convoys}, {{name: first, about: [strait]}}, {{name: second, about: [amnesty, customs]}}]"
    plan = asked(EVERYTHING, [items], ["agenda.items.1.share=0.1,0.9", f"agenda.items.0=null,{convoys}"])
    points = Points(plan)
    long = [seat(read(EVERYTHING, [items, *plan.settings_at(point)])) for point in range(4)]
    names = [each.scenario.agenda.items[0].name for each in long if each.scenario.agenda]
    assert names == ["first", "convoys"] * 2
    assert all(alike(points.seated(point), other) for point, other in enumerate(long))


@pytest.mark.parametrize("design", ["lhs", "sobol"])
def test_a_point_of_a_sample_is_the_case_with_its_settings(design: str) -> None:
    vary = ["sponsors.russia.commitment=0:1", "mediator.style=facilitation,formulation", "spread=0:0.1"]
    plan = asked(GENEVA, ["spread=0.5"], vary, design=design, points=8)
    points = Points(plan)
    long = [seat(read(GENEVA, plan.settings_at(point))) for point in range(8)]
    assert all(alike(points.seated(point), other) for point, other in enumerate(long))


def test_settings_hold_at_every_point() -> None:
    plan = asked(GENEVA, ["mediator.style=manipulation", "spread=0"], ["great_powers.cooperation=0,1"])
    points = Points(plan)
    assert [points.seated(point).scenario.mediator.style for point in (0, 1)] == ["manipulation"] * 2
    assert all(draw.spread < 0 for point in (0, 1) for draw in points.seated(point).draws)


@pytest.mark.parametrize(("case", "vary"), GIVEN, ids=NAMES)
def test_a_plan_made_again_from_what_was_kept_plays_the_same(case: str, vary: list[str], tmp_path: Path) -> None:
    plan = asked(case, [], vary, runs=7, seed=3)
    file = tmp_path / "scenario.yaml"
    file.write_text(dump(plan.scenario), encoding="utf-8")
    again = Plan(restored(str(file)), plan.paths, plan.points, plan.runs, plan.seed, plan.rounds)
    assert again == plan == pickle.loads(pickle.dumps(plan))  # noqa: S301 - our own
    one, other = Points(again), Points(plan)
    assert all(alike(one.seated(point), other.seated(point)) for point in (len(plan.points) - 1, 0))


def test_a_scenario_that_was_kept_is_read_again_though_a_threshold_is_out_of_reach(tmp_path: Path) -> None:
    plan = asked(GENEVA, ["calendar.intermission_days=300"])
    file = tmp_path / "scenario.yaml"
    file.write_text(dump(plan.scenario), encoding="utf-8")
    assert restored(str(file)) == plan.scenario
    with pytest.raises(Mistakes, match="This can never be met"):
        read(str(file))


def test_points_can_be_asked_for_by_several_threads_in_any_order() -> None:
    plan = asked(GENEVA, [], PLANS["numbers and words"])
    one, many = Points(plan), Points(plan)
    order = [11, 3, 7, 0, 5, 5, 2, 10, 1, 9, 4, 8, 6, 11, 0]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(many.seated, order))
    assert all(alike(seated, one.seated(point)) for seated, point in zip(found, order, strict=True))


def test_points_that_differ_in_numbers_are_seated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = asked(GENEVA, [], ["mediator.style=facilitation,formulation", "great_powers.cooperation=0:1:50"])
    calls: list[Scenario] = []

    def counted(scenario: Scenario) -> Seated:
        calls.append(scenario)
        return seat(scenario)

    monkeypatch.setattr(module, "seat", counted)
    points = Points(plan)
    for point in range(100):
        points.seated(point)
    assert len(calls) == 3  # the case itself, to see where its numbers stand, and one for each style


@cache
def numbers_of(case: str) -> list[str]:
    """The numbers of a case that no sum holds."""
    scenario = read(case)
    return [path for path in seated(case).paths if not touched(scenario, [path])]


@given(st.data())
@settings(max_examples=30)
def test_any_two_numbers_are_varied_together(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    paths = data.draw(st.lists(st.sampled_from(numbers_of(case)), min_size=2, max_size=2, unique=True))
    old = [float(seated(case).template[seated(case).paths[path][0]]) for path in paths]
    vary = [f"{path}={number!r},{another(number)!r}" for path, number in zip(paths, old, strict=True)]
    plan = asked(case, [], vary)
    points = Points(plan)
    assert all(alike(points.seated(n), seat(read(case, plan.settings_at(n)))) for n in (3, 1))


@pytest.mark.parametrize("case", CASES)
def test_a_check_that_does_not_look_at_a_number_finds_the_same_whatever_it_is(case: str) -> None:
    scenario = read(case)
    looking = {path: touched(scenario, [path]) for path in seated(case).paths}
    others = {path: [each for each in CHECKS if each not in found] for path, found in looking.items()}
    found = [
        (path, faults)
        for path, checks in others.items()
        for number in (-1e9, 0.37, 1e9)
        if (faults := check(renumbered(scenario, {path: number}), hope=False, checks=checks)[0])
    ]
    assert found == []
    assert {len(checks) for checks in looking.values()} == {0, 1}


def test_the_checks_of_sums_look_at_what_they_add() -> None:
    scenario = read(GENEVA)
    looking = touched(
        scenario, ["delegations.government.positions.prisoners.salience", "ground.homs.authors.opposition"]
    )
    assert [each.says for each in looking] == ["that saliences sum to 1", "that the parts of authors sum to 1 at most"]
