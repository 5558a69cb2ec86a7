"""The first rows of the rule book's table, at 10,000 runs; `tests/verification` has the rest."""

from functools import cache
from math import sqrt

import pytest

from tests.model.playing import Columns
from tests.model.table import FIRST, HEADINGS, ROWS, shares, worlds_played

RUNS = 10_000


@cache
def row(name: str) -> Columns:
    return worlds_played(name, RUNS)


@pytest.mark.parametrize("name", FIRST)
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_share_lies_within_the_error_of_counting_of_the_table(name: str, heading: str) -> None:
    place = HEADINGS.index(heading)
    expected = ROWS[name].shares[place]
    assert expected is not None
    error = 3 * sqrt(expected * (1 - expected) / RUNS) + (0.001 if expected else 0)
    assert abs(shares(row(name))[place] - expected) <= error


@pytest.mark.parametrize("name", FIRST)
def test_the_list_is_agreed_more_often_than_its_order_and_never_a_political_deal(name: str) -> None:
    listed, ordered, *_, political = shares(row(name))
    assert listed > ordered
    assert political == 0


def test_the_agendas_move_who_walks_out() -> None:
    parallel, transition, terrorism = (shares(row(name)) for name in ("parallel_agenda", *FIRST[2:]))
    assert transition[2] > parallel[2] > terrorism[2]
    assert transition[3] < parallel[3] < terrorism[3]
