"""Where a sweep looks: every combination, or a sample that fills the space evenly; the same for the same seed."""

from collections import Counter
from math import prod

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import qmc

from sim.study import design
from sim.study.axes import Axis, axis
from sim.study.design import DESIGNS, Points, grid, lhs, refusal, rounded, sobol

UNIT = [axis("a=0:1"), axis("b=0:1")]
SAMPLES = {"lhs": lhs, "sobol": sobol}
RECORDED = {
    "lhs": (
        ("0.656578", "x", "-1.19925"),
        ("0.976598", "z", "-1.59764"),
        ("0.110977", "x", "-0.506409"),
        ("0.294583", "z", "-0.0283884"),
    ),
    "sobol": (
        ("0.350926", "z", "0.0814371"),
        ("0.838904", "x", "-1.89205"),
        ("0.57004", "y", "-0.336019"),
        ("0.121003", "x", "-0.864349"),
    ),
}


def numbers(points: Points) -> NDArray[np.float64]:
    """The points as numbers, a row a point."""
    return np.array(points).astype(float)


def column(points: Points, place: int) -> tuple[str, ...]:
    """What one axis takes, point by point."""
    return tuple(point[place] for point in points)


def unit(count: int) -> list[Axis]:
    """So many axes from 0 to 1."""
    return [axis(f"axis_{place}=0:1") for place in range(count)]


def test_a_grid_has_every_combination_and_its_last_axis_changes_fastest() -> None:
    axes = [axis("a=x,y"), axis("b=0:1:3")]
    assert grid(axes, 0, 1) == (("x", "0"), ("x", "0.5"), ("x", "1"), ("y", "0"), ("y", "0.5"), ("y", "1"))


def test_a_grid_of_nothing_is_one_point_without_values() -> None:
    assert grid([], 0, 1) == ((),)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4))
def test_a_grid_is_as_large_as_the_product_of_its_axes(sizes: list[int]) -> None:
    axes = [axis(f"a{place}={','.join(f'v{n}' for n in range(size))}") for place, size in enumerate(sizes)]
    points = grid(axes, 0, 1)
    assert len(points) == len(set(points)) == prod(sizes)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_the_same_for_the_same_seed_and_another_for_another(name: str) -> None:
    sample = SAMPLES[name]
    assert sample(UNIT, 16, 7) == sample(UNIT, 16, 7)
    assert sample(UNIT, 16, 7) != sample(UNIT, 16, 8)
    assert sample(UNIT, 16, 7) != sample(UNIT, 16, 7 + 2**32)


@pytest.mark.parametrize("name", SAMPLES)
def test_another_axis_leaves_the_values_of_the_first_as_they_were(name: str) -> None:
    sample = SAMPLES[name]
    assert column(sample(unit(3), 32, 5), 0) == column(sample(unit(1), 32, 5), 0)


def test_samples_are_those_on_record() -> None:
    axes = [axis("a=0:1"), axis("b=x,y,z"), axis("c=-2:0.5")]
    assert {name: DESIGNS[name](axes, 4, 1) for name in SAMPLES} == RECORDED


@pytest.fixture
def unrounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sampled numbers keep all their digits, so that they stay on their side of every border."""
    monkeypatch.setattr(design, "DIGITS", 17)


@pytest.mark.usefixtures("unrounded")
@pytest.mark.parametrize("count", [1, 2, 7, 64, 500])
@pytest.mark.parametrize("seed", [0, 1, 2**64 - 1])
def test_a_latin_hypercube_meets_each_slice_of_each_axis_once(count: int, seed: int) -> None:
    slices = (numbers(lhs(unit(3), count, seed)) * count).astype(int)
    assert [sorted(slices[:, place]) for place in range(3)] == [list(range(count))] * 3


def test_the_axes_of_a_latin_hypercube_are_not_correlated() -> None:
    first, second = numbers(lhs(UNIT, 2000, 1)).T
    assert abs(np.corrcoef(first, second)[0, 1]) < 4 / np.sqrt(2000)


@pytest.mark.usefixtures("unrounded")
@pytest.mark.parametrize("seed", [0, 1, 99])
@pytest.mark.parametrize("bits", [2, 6, 8])
def test_a_sobol_sample_has_one_point_in_every_box_of_equal_size(bits: int, seed: int) -> None:
    points = numbers(sobol(UNIT, 2**bits, seed))
    for wide in range(bits + 1):
        boxes = (points * (2**wide, 2 ** (bits - wide))).astype(int)
        assert set(Counter(map(tuple, boxes.tolist())).values()) == {1}


@pytest.mark.parametrize("dimensions", [2, 5])
def test_a_sobol_sample_is_as_even_as_the_sequence_and_a_hypercube_evener_than_chance(dimensions: int) -> None:
    sequence = qmc.Sobol(dimensions, scramble=False).random_base2(8)
    chance = np.random.default_rng(1).random((256, dimensions))
    assert qmc.discrepancy(numbers(sobol(unit(dimensions), 256, 1))) < 1.2 * qmc.discrepancy(sequence)
    assert qmc.discrepancy(numbers(lhs(unit(dimensions), 256, 1))) < qmc.discrepancy(chance)


def test_scrambling_moves_the_points_of_the_sequence() -> None:
    sequence = qmc.Sobol(2, scramble=False).random_base2(4)
    assert not set(sequence[:, 0]) & set(numbers(sobol(UNIT, 16, 1))[:, 0])


@pytest.mark.parametrize("name", SAMPLES)
def test_a_list_of_values_is_cut_into_equal_parts(name: str) -> None:
    points = SAMPLES[name]([axis("a=0:1"), axis("b=w,x,y,z")], 64, 3)
    assert Counter(column(points, 1)) == dict.fromkeys("wxyz", 16)


def test_a_list_that_does_not_fit_into_the_sample_is_cut_as_evenly_as_can_be() -> None:
    counted = Counter(column(lhs([axis("b=x,y,z")], 100, 3), 0))
    assert sorted(counted.values()) in ([33, 33, 34], [32, 34, 34])


FINITE = st.floats(-1e6, 1e6, allow_nan=False, allow_subnormal=False)


@given(FINITE, FINITE, st.floats(0, 1))
def test_a_sampled_number_lies_in_its_range_and_can_be_typed_again(low: float, high: float, share: float) -> None:
    assume(low != high)
    text = rounded(low * (1 - share) + high * share, low, high)
    assert min(low, high) <= float(text) <= max(low, high)
    assert axis(f"a={text}").texts == (text,)


@given(st.floats(0, 1))
def test_a_number_between_0_and_1_has_six_digits(share: float) -> None:
    text = rounded(share, 0.0, 1.0)
    assert abs(float(text) - share) <= 5e-7
    assert float(f"{share:.6g}") == float(text)


def test_numbers_of_a_narrow_range_are_not_rounded_into_one() -> None:
    points = lhs([axis("a=1000000:1000001")], 50, 1)
    assert len(set(points)) == 50


def test_samples_fall_with_a_range_that_falls() -> None:
    assert all(0.25 <= float(text) <= 1 for (text,) in sobol([axis("a=1:0.25")], 8, 1))


@pytest.mark.parametrize(
    ("name", "axes", "points", "words"),
    [
        ("grid", UNIT, 5, "A grid has a point for each combination."),
        ("grid", [axis("a=0:1:2000"), axis("b=0:1:2000")], None, "These are 4,000,000 points. At most 1,000,000"),
        ("lhs", UNIT, None, "Say how many points the sample has"),
        ("sobol", UNIT, None, "Say how many points the sample has"),
        ("sobol", UNIT, 500, "256 or 512, not 500"),
        ("sobol", UNIT, 3, "2 or 4, not 3"),
        ("lhs", [], 5, "Nothing is varied"),
    ],
)
def test_a_design_that_cannot_be_had_is_refused(name: str, axes: list[Axis], points: int | None, words: str) -> None:
    assert words in str(refusal(name, axes, points))


@pytest.mark.parametrize(("name", "points"), [("grid", None), ("lhs", 5), ("sobol", 1), ("sobol", 512)])
def test_a_design_that_can_be_had_is_not_refused(name: str, points: int | None) -> None:
    assert refusal(name, UNIT, points) is None
