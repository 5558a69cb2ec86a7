"""What a comparison says holds, whichever way round it is read."""

from itertools import pairwise

import numpy as np
import pytest

import sim
from sim.analysis import counts, duration, quantities
from sim.analysis.comparison import Comparison, compared
from sim.analysis.ensemble import Ensemble
from sim.rules.endings import ENDINGS

RUNS = 400


@pytest.fixture(scope="module")
def founding() -> Comparison:
    return sim.compare("transition_without_assad", "counter_terrorism_focus", runs=RUNS)


@pytest.fixture(scope="module")
def other_luck() -> Ensemble:
    return sim.ensemble("counter_terrorism_focus", runs=RUNS, seed=2)


def test_the_differences_of_a_case_from_itself_are_none(founding: Comparison) -> None:
    itself = compared(["a", "a"], [founding.ensembles[0], founding.ensembles[0]])
    assert itself.labels == ("a", "a (2)")
    assert {(one.difference, one.p, one.effect) for one in itself.differences} == {(0.0, 1.0, 0.0)}
    assert not any(one.is_shown for one in itself.differences)
    assert itself.flips() == ()
    assert "No difference shown" in itself.sentence


def test_read_the_other_way_round_every_difference_changes_its_sign(founding: Comparison) -> None:
    mirrored = compared(founding.labels[::-1], founding.ensembles[::-1]).of(1)
    for name, one in founding.of(1).items():
        other = mirrored[name]
        assert other.difference == pytest.approx(-one.difference, abs=1e-12), name
        assert (other.low, other.high) == pytest.approx((-one.high, -one.low), abs=1e-12), name
        assert other.p == pytest.approx(one.p, abs=1e-12), name


def test_unlike_runs_are_mirrored_too(founding: Comparison, other_luck: Ensemble) -> None:
    there = compared(["a", "b"], [founding.ensembles[0], other_luck])
    back = compared(["b", "a"], [other_luck, founding.ensembles[0]]).of(1)
    assert not there.paired
    assert there.flips() == ()
    for name, one in there.of(1).items():
        assert (back[name].low, back[name].high) == pytest.approx((-one.high, -one.low), abs=1e-12), name


def test_in_the_same_worlds_the_intervals_are_narrower(founding: Comparison, other_luck: Ensemble) -> None:
    unlike = compared(["a", "b"], [founding.ensembles[0], other_luck]).of(1)
    several = [f"ending.{name}" for name in ("adjourned_without_date", "stalemate", "walkout")] + ["mean.progress"]
    for name in several:
        one, other = founding.of(1)[name], unlike[name]
        assert one.high - one.low < other.high - other.low, name


def test_what_flips_is_the_difference(founding: Comparison) -> None:
    for name in ENDINGS:
        gained = sum(flip.worlds.times for flip in founding.flips() if flip.after == name)
        lost = sum(flip.worlds.times for flip in founding.flips() if flip.before == name)
        assert founding.of(1)[f"ending.{name}"].difference == pytest.approx((gained - lost) / RUNS, abs=1e-12)


def test_corrected_p_values_are_never_smaller_and_keep_their_order(founding: Comparison) -> None:
    ordered = sorted(founding.differences, key=lambda one: one.p)
    assert all(one.p <= one.p_adjusted <= 1 for one in ordered)
    assert all(a.p_adjusted <= b.p_adjusted for a, b in pairwise(ordered))


def test_each_value_is_the_share_or_the_mean_of_its_runs(founding: Comparison) -> None:
    found, first = founding.of(1), founding.ensembles[0]
    shares = first.shares()
    for name in ENDINGS:
        assert found[f"ending.{name}"].a == shares.loc[("ending", name), "share"]
    assert found["mean.progress"].a == pytest.approx(float(first.frame["progress"].mean()), abs=1e-12)
    assert found["walkout.any"].a == shares.loc[("walkout", "any"), "share"]


def test_only_what_all_cases_have_is_compared() -> None:
    found = sim.compare("geneva_ii_round_2", "first_scenario", runs=20)
    there = [set(quantities.of(one)) for one in found.ensembles]
    assert set(found.of(1)) == there[0] & there[1]
    assert "ending.walkout" in found.of(1)
    assert "walkout.government" not in found.of(1)


def test_who_leaves_the_table_leaves_it_once(founding: Comparison) -> None:
    one = founding.ensembles[0]
    days, cause = duration.ends(one)
    walked = counts.any_walked(one.columns, list(one.case.delegations))
    assert np.array_equal(cause == duration.WALKED, walked)
    course = duration.course(one)
    assert course.walked.share[-1] == pytest.approx(walked.mean(), abs=1e-12)
    assert course.at_risk[0] == (0, RUNS)
    assert (days >= 0).all()


def test_a_comparison_takes_two(founding: Comparison) -> None:
    with pytest.raises(ValueError, match="two cases or more"):
        sim.compare("first_scenario")
    with pytest.raises(ValueError, match="2 cases and 1 labels"):
        sim.compare("first_scenario", "first_scenario", labels=["a"])
    assert "the same luck" in repr(founding)
    assert founding._repr_html_().startswith("<table>")


def test_three_cases_are_each_compared_with_the_first() -> None:
    found = sim.compare("first_scenario", "first_scenario", "first_scenario", runs=30, labels=["a", "b", "c"])
    assert {(one.label_a, one.label_b) for one in found.differences} == {("a", "b"), ("a", "c")}
    assert len(found.of(1)) == len(found.of(2)) == len(found.differences) // 2
    assert len(found.frame) == len(found.differences)
