"""How far numbers are varied: their distribution, or a stated part; never so that a case is none any more."""

from collections.abc import Sequence

import numpy as np
import pytest

import sim
from sim.analysis import screening, stage, wholes
from sim.analysis.ranges import LeftOut, Span, spans
from sim.case import Unknown, bundled
from sim.case.checks import check
from sim.case.variations import renumbered
from sim.talks.seating import Seated, seat


def seated(*settings: str, case: str = "geneva_ii_round_2") -> Seated:
    return seat(sim.load(case, list(settings)))


def span(path: str, *settings: str, case: str = "geneva_ii_round_2") -> Span:
    (found,), _ = spans(seated(*settings, case=case), [path])
    return found


@pytest.mark.parametrize(
    ("path", "written", "low", "high"),
    [
        ("mediator.leverage", "{uniform: [0.1, 0.8]}", 0.1, 0.8),
        ("mediator.leverage", "{triangular: [0.1, 0.2, 0.9]}", 0.1, 0.9),
        ("mediator.leverage", "{pert: [0.1, 0.2, 0.9]}", 0.1, 0.9),
        ("mediator.leverage", "{normal: {mean: 0.5, sd: 0.1}}", 0.5 - 0.2326348, 0.5 + 0.2326348),
        ("mediator.leverage", "{normal: {mean: 0.5, sd: 1}}", 0.0, 1.0),
        ("mediator.leverage", "{beta: [1, 1]}", 0.01, 0.99),
        ("mediator.leverage", "0.5", 0.4, 0.6),
        ("mediator.leverage", "0.05", 0.025, 0.15),
        ("mediator.leverage", "1", 0.9, 1.0),
        ("behaviour.walkout_base", "-8", -9.0, -7.0),
        ("behaviour.pressing", "1.9", 1.7, 1.95),
        ("ground.homs.branching", "0.98", 0.88, 0.99),
        ("ground.homs.trapped", "3000", 2000.0, 4500.0),
        ("behaviour.temperature", "0.06", 0.04, 0.09),
    ],
)
def test_a_number_is_varied_over_its_distribution_or_by_a_stated_part(
    path: str, written: str, low: float, high: float
) -> None:
    found = span(path, f"{path}={written}")
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-6)


def test_an_ideal_and_a_limit_meet_at_most() -> None:
    where = "delegations.opposition.positions.assads_role"
    assert span(f"{where}.ideal").low == span(f"{where}.limit").high == 0.925


@pytest.mark.parametrize(("both", "left"), [(0.0, ["ideal"]), (1.0, ["ideal"]), (0.5, ["ideal", "limit"])])
def test_where_ideal_and_limit_are_the_same_only_a_limit_at_the_end_of_the_axis_can_give(
    both: float, left: list[str]
) -> None:
    where = "delegations.government.positions.assads_role"
    case = seated(f"{where}.ideal={both}", f"{where}.limit={both}")
    kept, out = spans(case, [f"{where}.ideal", f"{where}.limit", "mediator.leverage"])
    assert [each.path for each in out] == [f"{where}.{name}" for name in left]
    assert {each.why for each in out} == {
        "The ideal and the limit are the same: moving one would turn round what is accepted."
    }
    assert len(kept) == 3 - len(left)


def test_a_number_that_no_factor_changes_is_left_out_with_the_reason() -> None:
    kept, out = spans(seated("ground.homs.violence_per_day=0"), ["ground.homs.violence_per_day", "mediator.*"])
    assert out == [LeftOut("ground.homs.violence_per_day", "It is 0, which no factor changes. Give it a distribution.")]
    assert [each.path for each in kept] == [
        f"mediator.{name}" for name in ("leverage", "joint_above", "suspend_below", "agenda_step")
    ]


def test_patterns_that_fit_nothing_and_numbers_that_cannot_be_varied_are_refused() -> None:
    with pytest.raises(Unknown, match=r"No number is called mediator\.leverag\. Did you mean mediator\.leverage\?"):
        spans(seated(), ["mediator.leverag"])
    with pytest.raises(Unknown, match="None of these numbers can be varied"):
        spans(seated("ground.homs.violence_per_day=0"), ["ground.homs.violence_per_day"])


@pytest.mark.parametrize("name", bundled())
def test_every_number_of_every_bundled_case_is_varied_or_left_out_with_a_reason(name: str) -> None:
    case = seated(case=name)
    kept, out = spans(case)
    assert sorted([*(each.path for each in kept), *(each.path for each in out)]) == sorted(case.paths)
    assert all(each.why for each in out)
    assert all(each.low < each.high for each in kept)
    assert all(each.low <= each.value <= each.high for each in kept)


@pytest.mark.parametrize("name", bundled())
def test_every_point_of_a_screening_is_a_case(name: str) -> None:
    case = seated(case=name)
    kept, _ = spans(case)
    plan = stage.plan(case.scenario, kept, screening.design(len(kept), 2, 1), 10, 1)
    assert len(plan.points) == 2 * (len(kept) + 1)
    for point in plan.points[:: len(kept) // 10]:
        assert faults(case, plan.paths, point) == []


def faults(case: Seated, paths: Sequence[str], point: Sequence[str]) -> list[str]:
    """What is wrong with a case at a point."""
    there = renumbered(case.scenario, dict(zip(paths, map(float, point), strict=True)))
    return [fault.message for fault in check(there, hope=False)[0]]


def test_the_saliences_of_a_delegation_give_way_to_the_one_that_is_varied() -> None:
    case = seated(case="first_scenario")
    path = "delegations.east_orlen.positions.bridge.salience"
    kept, _ = spans(case, [path])
    plan = stage.plan(case.scenario, kept, np.array([[0.0], [1.0]]), 10, 1)
    parts = [dict(zip(plan.paths, map(float, point), strict=True)) for point in plan.points]
    assert len(plan.paths) == 3
    assert [each[path] for each in parts] == pytest.approx([0.4 / 0.9, 0.6 / 1.1])
    assert [sum(each.values()) for each in parts] == pytest.approx([1.0, 1.0], abs=1e-12)
    others = [each["delegations.east_orlen.positions.prisoners.salience"] for each in parts]
    assert others == pytest.approx([0.2 / 0.9, 0.2 / 1.1])


def test_the_authors_of_attacks_are_never_more_than_all_and_may_be_less() -> None:
    whole = wholes.Whole(("a", "b"), exact=False)
    parts = wholes.divided({"a": np.array([0.6, 0.3]), "b": np.array([0.6, 0.3])}, whole)
    assert parts["a"].tolist() == pytest.approx([0.5, 0.3])
    assert parts["b"].tolist() == pytest.approx([0.5, 0.3])


def test_points_that_do_not_fit_together_are_refused() -> None:
    wide = [Span("agenda.items.0.share", 1.0, 0.0, 1.0, ""), Span("agenda.items.1.share", 1.0, 0.0, 1.0, "")]
    two = seated("agenda.items.2.share=0", "agenda.items.3.share=0")
    with pytest.raises(Unknown, match=r"do not fit together at point 1: agenda\.items: The shares of all items are 0"):
        stage.plan(two.scenario, wide, np.array([[1.0, 1.0], [0.0, 0.0]]), 10, 1)
