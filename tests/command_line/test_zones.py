"""The zone of possible agreement is what lies within every limit, as the rules have it."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.case import read
from sim.case.delegation import Position
from sim.case.zone import acceptable, zone
from sim.commands.axes import SHAPES, STEPS, axis, show
from sim.report.terminal.ink import bare
from sim.report.terminal.page import Page

VALUES = st.integers(0, 20).map(lambda part: part / 20)
POSITIONS = st.builds(Position, ideal=VALUES, limit=VALUES, salience=st.just(1.0))


def _could_sign(position: Position, text: float) -> bool:
    """Between limit and ideal, or past the ideal on the side away from the limit; if they are one, only there."""
    ideal, limit = position.ideal, position.limit
    assert isinstance(ideal, float)
    assert isinstance(limit, float)
    if ideal == limit:
        return text == ideal
    return text >= limit if ideal > limit else text <= limit


@given(POSITIONS, VALUES)
def test_a_text_is_acceptable_exactly_where_it_is_within_the_limit(position: Position, text: float) -> None:
    low, high = acceptable(position)
    assert (low <= text <= high) == _could_sign(position, text)


@given(st.lists(POSITIONS, min_size=2, max_size=4), VALUES)
def test_a_text_is_in_the_zone_exactly_where_all_could_sign_it(positions: list[Position], text: float) -> None:
    low, high = zone(positions)
    assert (low <= text <= high) == all(_could_sign(position, text) for position in positions)


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [
        ((0.0, 0.6), (1.0, 0.4), (0.4, 0.6)),
        ((0.0, 0.4), (1.0, 0.6), (0.6, 0.4)),
        ((0.0, 0.0), (1.0, 0.85), (0.85, 0.0)),
    ],
)
def test_the_ends_of_a_zone_are_limits(
    first: tuple[float, float], second: tuple[float, float], ends: tuple[float, float]
) -> None:
    positions = [Position(ideal=ideal, limit=limit, salience=1) for ideal, limit in (first, second)]
    assert zone(positions) == ends


@given(POSITIONS, st.integers(0, 7))
def test_an_axis_is_as_long_whatever_stands_on_it(position: Position, place: int) -> None:
    drawn = bare(axis(place, position))
    assert len(drawn) == STEPS + 1
    assert isinstance(position.ideal, float)
    assert drawn[int(position.ideal * STEPS + 0.5)] == SHAPES[place % len(SHAPES)]
    assert drawn.count("│") == (position.limit != position.ideal)


def test_a_red_line_and_many_digits_leave_room_for_how_much_one_cares() -> None:
    case = read("geneva_ii_round_2", ["delegations.government.positions.assads_role.limit=0.0123456789"])
    text = io.StringIO()
    show(Page(text, {}), case)
    lines = text.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert "             0 to 0.0123456789, red line" in lines
    assert [line[-4:] for line in lines if line.startswith("Government")].count("25 %") == 1
