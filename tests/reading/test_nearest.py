"""The right name nearest to a wrong one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.case.nearest import MOST_SHOWN, guess, nearest, several

KEYS = ("start", "sessions_per_round", "rounds", "first_round", "intermission_days", "horizon_days", "deadline")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("session_per_round", "sessions_per_round"),
        ("Sessions-Per-Round", "sessions_per_round"),
        ("sessions per round", "sessions_per_round"),
        ("horizont_days", "horizon_days"),
        ("deadlin", "deadline"),
        ("round", "rounds"),
        ("strat", "start"),
    ],
)
def test_a_slip_of_the_pen_is_seen_through(wrong: str, right: str) -> None:
    assert nearest(wrong, KEYS) == right


@pytest.mark.parametrize("wrong", ["leverage", "x", "", "-", "日本"])
def test_nothing_is_guessed_where_nothing_is_near(wrong: str) -> None:
    assert nearest(wrong, KEYS) is None


def test_of_two_that_are_as_near_the_one_that_begins_alike_is_meant() -> None:
    assert nearest("est", ("west", "east")) == "east"
    assert nearest("wst", ("east", "west")) == "west"


@given(st.text(max_size=50), st.lists(st.text(max_size=20), max_size=30))
def test_what_is_guessed_is_always_a_name_that_there_is(wrong: str, names: list[str]) -> None:
    assert nearest(wrong, names) in {None, *names}


@given(st.sampled_from(KEYS))
def test_a_right_name_is_its_own_nearest(name: str) -> None:
    assert nearest(name, KEYS) == name


def test_many_names_are_compared_by_their_first_letter() -> None:
    names = [f"{letter}{number}_name" for letter in "abcdefgh" for number in range(100)]
    assert nearest("h42_nam", names) == "h42_name"


def test_what_there_is_is_listed_and_where_it_is_much_only_its_beginning() -> None:
    assert guess("start", KEYS) == "Did you mean start?"
    assert guess(None, ("b", "a")) == "There are: a, b."
    assert guess(None, ("a",)) == "There is: a."
    assert guess(None, ()) == "There is none at all."
    assert several(map(str, range(MOST_SHOWN))).endswith(", 23")
    assert several(map(str, range(1000))).endswith(", 23, …")
