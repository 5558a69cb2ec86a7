"""Records that are made in Python keep to the same ranges as those that are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sim.case import read
from sim.case.delegation import Position, Tactic
from sim.case.distribution import Beta, Distribution, Normal, Pert, Triangular, Uniform, parameters
from sim.case.mediator import Mediator
from sim.case.number import Within, centre, ends, written
from sim.case.text import Text, hidden, visible

DRAWN = [
    (Normal(mean=0.4, sd=0.1), (0.4, 0.1, 0.0), 0.4),
    (Uniform(low=0.2, high=0.6), (0.2, 0.6, 0.0), 0.4),
    (Triangular(low=0, mode=0.3, high=0.9), (0.0, 0.3, 0.9), 0.4),
    (Beta(a=2, b=3), (2.0, 3.0, 0.0), 0.4),
    (Pert(low=0, mode=0.4, high=0.8), (0.0, 0.4, 0.8), 0.4),
]


def test_a_record_is_fixed_once_it_is_made() -> None:
    scenario = read("first_scenario")
    with pytest.raises(ValidationError, match="frozen"):
        scenario.title = "Another"  # type: ignore[misc]


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan"), float("inf"), True, "0.5", None])
def test_a_share_lies_between_0_and_1_in_python_too(value: object) -> None:
    with pytest.raises(ValidationError):
        Position.model_validate({"ideal": value, "limit": 0.5, "salience": 0.5})


def test_names_out_of_a_family_and_texts_are_checked_in_python_too() -> None:
    with pytest.raises(ValidationError, match="There is no tactic of this name"):
        Tactic(name="zeuten")
    with pytest.raises(ValidationError, match="RIGHT-TO-LEFT OVERRIDE"):
        Mediator(name="a\u202eb")


@pytest.mark.parametrize(("drawn", "numbers", "mean"), DRAWN, ids=lambda each: getattr(each, "kind", ""))
def test_a_distribution_has_parameters_and_a_centre(
    drawn: Distribution, numbers: tuple[float, float, float], mean: float
) -> None:
    assert parameters(drawn) == numbers
    assert centre(drawn) == pytest.approx(mean, abs=1e-12)
    assert ends(drawn)[0] <= centre(drawn) <= ends(drawn)[1]


@pytest.mark.parametrize("drawn", [drawn for drawn, *_ in DRAWN], ids=lambda drawn: drawn.kind)
def test_a_distribution_is_read_as_it_is_written(drawn: Distribution) -> None:
    position = Position.model_validate({"ideal": written(drawn), "limit": 0.5, "salience": 0.5})
    assert position.ideal == drawn
    assert position.model_dump()["ideal"] == written(drawn)


@given(st.floats(-3, 3), st.floats(-1, 0), st.floats(0, 1))
def test_what_is_clipped_lies_in_the_range_and_what_lies_in_it_stays(value: float, low: float, high: float) -> None:
    for within in (Within(low, high), Within(above=low, high=high + 1), Within(low, below=high + 1), Within()):
        clipped = within.clip(value)
        assert within.holds(clipped)
        assert clipped == value or not within.holds(value) or abs(clipped - value) <= 1e-9


@pytest.mark.parametrize(
    ("within", "words"),
    [
        (Within(0, 1), "from 0 to 1"),
        (Within(above=0), "above 0"),
        (Within(0), "0 or more"),
        (Within(0, below=1), "from 0 to below 1"),
        (Within(1, 1), "1 only"),
        (Within(), "any number"),
    ],
)
def test_a_range_is_told_in_words(within: Within, words: str) -> None:
    assert str(within) == words


@given(st.text(max_size=40))
def test_what_is_made_visible_hides_nothing(text: str) -> None:
    assert hidden(visible(text)) is None


@given(st.text(max_size=200))
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    rule = Text()
    assert rule.clean(rule.clean(text)) == rule.clean(text)


def test_a_scenario_knows_what_holds_where_nothing_is_said() -> None:
    scenario = read("first_scenario")
    assert scenario.issues["bridge"].is_linked
    assert not scenario.issues["prisoners"].is_linked
    assert str(scenario.calendar.end_of_time) == "2030-05-10"
    assert scenario.calendar.last_day > scenario.calendar.end_of_time
