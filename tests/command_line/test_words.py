"""Days, numbers, names and defaults are said as a person would say them."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.case import bundled, days, read
from sim.case.distribution import Beta, Normal
from sim.case.drawn import drawn
from sim.case.issue import Issue
from sim.case.names import party, topic
from sim.case.quantities import hundredths, people, quantity
from sim.commands import defaults

EVERYTHING = Path(__file__).parent.parent / "scenarios" / "everything.yaml"
FRIDAY = date(2014, 2, 7)


def test_a_day_is_said_short_long_and_with_its_year() -> None:
    assert days.short(FRIDAY) == "Fri 7 Feb"
    assert days.long(FRIDAY) == "Friday 7 February"
    assert days.dated(FRIDAY) == "7 February 2014"


@given(st.dates())
def test_every_day_has_the_name_that_the_calendar_gives_it(day: date) -> None:
    assert days.long(day) == f"{day:%A} {day.day} {day:%B}"


@pytest.mark.parametrize(("value", "words"), [(0.45, "0.45"), (1.0, "1"), (0.0, "0"), (-8.0, "-8"), (1e-07, "1e-07")])
def test_a_number_is_said_as_it_is_typed(value: float, words: str) -> None:
    assert days.number(value) == words


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed_as_in_a_sentence(names: list[str], words: str) -> None:
    assert days.listed(names) == words


def test_a_number_that_is_drawn_says_from_what() -> None:
    assert quantity(Normal(mean=0.4, sd=0.1)) == "normal(mean 0.4, sd 0.1)"
    assert quantity(Beta(a=2.0, b=5.0)) == "beta(2, 5)"
    assert hundredths(Beta(a=1.0, b=3.0)) == "25 %"
    assert people(3000.0) == "3,000"


def test_what_has_no_name_is_called_by_its_key() -> None:
    unnamed = Issue(track="political", at_0="none", at_1="all")
    assert topic("transitional_body", unnamed) == "Transitional body"
    assert party("east_orlen", None) == "East Orlen"
    assert topic("assads_role", unnamed.model_copy(update={"name": "Assad's role"})) == "Assad's role"


@pytest.mark.parametrize("name", sorted(bundled()))
def test_writing_a_used_default_into_a_case_changes_nothing(name: str) -> None:
    case = read(name)
    numbers = {path: value for path, value in defaults.used(case).items() if isinstance(value, float)}
    settings = [f"{path}={days.number(value)}" for path, value in numbers.items()]
    assert read(name, settings) == case


def test_every_number_that_is_drawn_is_listed() -> None:
    listed = dict(drawn(read(str(EVERYTHING))))
    text = EVERYTHING.read_text(encoding="utf-8")
    kinds = ("normal", "uniform", "triangular", "beta", "pert")
    assert len(listed) == sum(text.count(f"{{{kind}:") for kind in kinds)


def test_a_number_that_is_drawn_inside_a_list_is_shown_too(
    sim: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    shown = sim("show", "geneva_ii_round_2", "--set", "agenda.items.0.share={uniform: [0.2, 0.4]}").stdout
    assert "agenda.items.0.share uniform(0.2, 0.4)" in shown


@pytest.mark.parametrize(("count", "words"), [(0, "0 votes"), (1, "1 vote"), (2, "2 votes"), (12_000, "12,000 votes")])
def test_one_of_a_kind_is_told_in_the_singular(count: int, words: str) -> None:
    assert days.numbered(count, "vote") == words
