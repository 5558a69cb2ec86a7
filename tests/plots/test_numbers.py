"""What is drawn is what was found: lengths of bars, places of dots and lines are read back."""

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

import sim
from sim.analysis import counts
from sim.plots import PLOTS
from sim.plots.picture import Picture
from sim.rules.endings import ENDINGS


def bars(picture: Picture) -> dict[str, float]:
    """The length of each bar, by the ending that it is of."""
    found = (one for axes in picture.figure.axes for one in axes.patches)
    return {str(one.get_gid()): one.get_width() for one in found if isinstance(one, Rectangle) and one.get_gid()}


def lines(picture: Picture) -> dict[str, Line2D]:
    """Dots and lines, by the ending that they are of."""
    found = (one for axes in picture.figure.axes for one in axes.lines)
    return {str(one.get_gid()): one for one in found if one.get_gid()}


def test_each_bar_is_as_long_as_the_share_of_its_ending() -> None:
    many = sim.ensemble("geneva_ii_round_2", runs=200)
    shares = many.shares().loc["ending", "share"]
    assert bars(PLOTS["outcomes"](many)) == {name: shares[name] for name in ENDINGS}


def test_each_dot_stands_at_its_difference_and_is_filled_where_it_is_shown() -> None:
    both = sim.compare("transition_without_assad", "counter_terrorism_focus", runs=300)
    found, dots = both.of(1), lines(PLOTS["comparison"](both))
    for name in ENDINGS:
        one, dot = found[f"ending.{name}"], dots[name]
        assert dot.get_xdata() == [one.difference]
        assert (dot.get_markerfacecolor() == dot.get_markeredgecolor()) == one.is_shown


def test_each_line_goes_through_the_shares_of_its_points() -> None:
    swept = sim.sweep("geneva_ii_round_2", {"great_powers.cooperation": "0:1:3"}, runs=200)
    shares = swept.shares().xs("ending", level="kind")["share"]
    drawn = lines(PLOTS["response"](swept))
    assert "walkout" in drawn
    for name, line in drawn.items():
        assert line.get_ydata() == pytest.approx(shares.xs(name, level="name").to_numpy())


def test_twenty_marks_are_drawn_for_all_runs() -> None:
    many = sim.ensemble("geneva_ii_round_2", runs=200)
    marks = [str(one.get_gid()) for axes in PLOTS["dots"](many).figure.axes for one in axes.patches]
    twenty = counts.of_twenty(counts.endings(many.columns))
    assert {name: marks.count(name) for name in ENDINGS} == twenty
    assert len(marks) == 20
