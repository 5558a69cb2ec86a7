"""What studies of many negotiations found, found again in the model."""

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from sim.rules.styles import STYLES
from tests.model.cases import DEFAULT, seated
from tests.model.playing import Columns, agreed, days, played
from tests.model.small import at_table, talks
from tests.model.table import BOTH, CONFERENCE, HUMANITARIAN, ROWS, UNWATCHED, political, shares, worlds_played

RUNS = 40_000
NOBODY_OUT = ("ground.homs.trapped=0", *UNWATCHED[:2])


@cache
def conference(*settings: str) -> Columns:
    """Play the three-week conference on softened positions."""
    return played(seated(DEFAULT, *BOTH, *CONFERENCE, *settings), RUNS)


def trust_left(columns: Columns) -> float:
    """Give the mean trust of the two sides in each other at the end."""
    return float(np.mean([column.mean() for name, column in columns.items() if name.startswith("trust")]))


def test_a_mediator_who_presses_makes_most_deals_and_one_who_listens_leaves_most_trust() -> None:
    played_by = {style: conference(f"mediator.style={style}") for style in STYLES}
    deals = {style: political(columns) for style, columns in played_by.items()}
    humanitarian = {style: agreed(columns, HUMANITARIAN).mean() for style, columns in played_by.items()}
    trust = {style: trust_left(columns) for style, columns in played_by.items()}
    assert max(deals, key=lambda style: deals[style]) == "manipulation"
    assert max(humanitarian, key=lambda style: humanitarian[style]) == "manipulation"
    assert trust["facilitation"] > trust["formulation"] > trust["manipulation"]


def test_the_more_must_agree_the_fewer_deals() -> None:
    names = ("ash", "birch", "cedar", "dogwood", "elder", "fir")
    deals = []
    for count in range(2, 7):
        parties = {name: {"dam": (n % 2, 0.5 + 0.1 * (-1) ** (n % 2), 1)} for n, name in enumerate(names[:count])}
        deals.append(political(played(at_table(talks(parties), ("behaviour.temperature", 0.5)), RUNS)))
    assert all(more > fewer for more, fewer in pairwise(deals))
    assert deals[0] > 2 * deals[-1] > 0


def test_one_who_concedes_late_makes_42_of_100_concessions_in_the_last_tenth_of_the_time() -> None:
    parties = {"ash": {"dam": (0, 0.3, 1)}, "birch": {"dam": (1, 0.7, 1)}}
    lines = [(f"delegations.{name}.positions.dam.red_line", True) for name in parties]
    case = at_table(talks(parties, 96, "time_dependent"), *lines, ("delegations.ash.tactic.beta", 0.2))
    conceded = [float(day["stakes"][0, 0]["concession"]) for day in days(case, 1, 0)]
    assert conceded[-1] == 1.0
    assert abs(1 - conceded[-11] - 0.42) <= 0.005


@pytest.mark.parametrize(("trust", "added"), [(0.1, 0.003), (0.6, 0.035)])
def test_people_who_get_out_add_to_a_conferences_deals_only_where_there_is_trust(trust: float, added: float) -> None:
    trusting = [f"delegations.{name}.trust={trust}" for name in ("government", "opposition")]
    rise = political(conference(*trusting)) - political(conference(*trusting, *NOBODY_OUT))
    assert abs(rise - added) <= 0.001


@pytest.mark.parametrize("name", [name for name in ROWS if name != "conference"])
def test_the_list_is_agreed_more_often_than_its_order(name: str) -> None:
    listed, ordered, *_ = shares(worlds_played(name, 10_000))
    assert listed > ordered
