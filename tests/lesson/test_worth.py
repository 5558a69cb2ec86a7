"""What a text is worth, in numbers that can be worked out by hand."""

import pytest

from sim.case import read
from sim.classroom.table.table import Table
from sim.classroom.table.worth import Line, lines, signed, tabled, within_all, worth


@pytest.mark.parametrize(
    ("text", "ideal", "limit", "value"),
    [
        (1.0, 1.0, 0.5, 1.0), (0.5, 1.0, 0.5, 0.0), (0.75, 1.0, 0.5, 0.5), (0.25, 1.0, 0.5, -0.5),
        (0.0, 1.0, 0.5, -1.0), (0.25, 0.0, 0.5, 0.5), (0.0, 0.25, 0.75, 0.5), (0.5, 0.5, 0.5, 1.0),
        (0.75, 0.5, 0.5, -0.5), (1.0, 0.0, 0.0, -1.0),
    ],
)  # fmt: skip
def test_a_text_is_worth_1_at_the_ideal_and_0_at_the_limit(
    text: float, ideal: float, limit: float, value: float
) -> None:
    assert worth(text, ideal, limit) == value


def test_only_what_is_signed_counts_and_each_issue_weighs() -> None:
    eyes = [
        Line("a", 1.0, 0.5, 0.5, red_line=False, text=0.75, agreed=True),
        Line("b", 0.0, 0.5, 0.25, red_line=True, text=1.0, agreed=False),
        Line("c", 0.0, 0.5, 0.25, red_line=False, text=-1.0, agreed=False),
    ]
    assert signed(eyes) == 0.25
    assert tabled(eyes) == 0.0
    assert [one.within for one in eyes] == [True, False, False]


def test_the_lines_of_a_table_are_those_of_its_nouns() -> None:
    table = Table(read("first_scenario"), 1, 0)
    table.finish()
    talks = table.talks
    for place, key in enumerate(talks.seated.delegations):
        for one, stake, issue in zip(
            lines(talks, key), talks.nouns["stakes"][place], talks.nouns["issues"], strict=True
        ):
            assert (one.ideal, one.limit, one.salience, one.text) == (
                stake.ideal,
                stake.limit,
                stake.salience,
                issue.text,
            )
    both = [{one.issue for one in lines(talks, key) if one.within} for key in talks.seated.delegations]
    assert set(within_all(talks)) == both[0] & both[1]
