"""Every row of the rule book's table at 40,000 runs, and the figures below it."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from sim.rules.endings import ENDINGS
from tests.model.cases import DEFAULT, NEVER, seated
from tests.model.playing import Columns, happened, played
from tests.model.table import BOTH, HEADINGS, ROWS, UNWATCHED, political, shares, softened, walks, worlds_played

RUNS = 40_000
WITHIN = 0.001
WITHOUT = ("no_show", "walkout", "suspended", "adjourned_with_date", "adjourned_without_date", "stalemate")
Count = Callable[[Columns], float]


@cache
def row(name: str) -> Columns:
    """Play a world of the table."""
    return worlds_played(name, RUNS)


@cache
def world(*settings: str, source: str = DEFAULT) -> Columns:
    """Play another world."""
    return played(seated(source, *settings), RUNS)


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_share_is_the_one_in_the_table(name: str, heading: str) -> None:
    place = HEADINGS.index(heading)
    expected = ROWS[name].shares[place]
    share = shares(row(name), ROWS[name].dated_by)[place]
    assert abs(share - (expected or 0)) <= WITHIN


def of(heading: str) -> Count:
    """Say how to count what a heading of the table counts."""
    return lambda columns: shares(columns)[HEADINGS.index(heading)]


def threshold(name: str) -> Count:
    """Say how to count the runs in which a threshold is met."""
    return lambda columns: happened(columns[f"met_on.{name}"])


FIGURES: list[tuple[tuple[str, ...], Count, float]] = [
    (("delegations.opposition.required_progress=0",), of("date"), 0.155),
    (("delegations.opposition.required_progress=0",), of("third round"), 0.196),
    (("delegations.government.trust=0.6", "delegations.opposition.trust=0.6"), of("hum. deal"), 0.123),
    (("delegations.government.trust=0.6", "delegations.opposition.trust=0.6"), of("date"), 0.185),
    (softened("government", 0.6), political, 0),
    (softened("opposition", 0.4), political, 0),
    ((*BOTH, "great_powers.cooperation=0.9"), political, 0.080),
    (("calendar.rounds=2",), of("hum. deal"), 0.029),
    ((), threshold("homs_evacuation"), 0.945),
    (("ground.homs.violence_per_day=1.05",), threshold("homs_evacuation"), 0.871),
    (("ground.homs.violence_per_day=0",), threshold("homs_evacuation"), 0.975),
    (("events.prolongation=null",), threshold("homs_evacuation"), 0),
    ((), threshold("resolution"), 0.647),
    (("great_powers.cooperation=0.9",), threshold("resolution"), 0.945),
    (("great_powers.cooperation=0.1",), threshold("resolution"), 0.244),
    (("council.draft.softening=0",), threshold("resolution"), 0.027),
]


@pytest.mark.parametrize(("settings", "count", "expected"), FIGURES, ids=range(len(FIGURES)))
def test_a_figure_below_the_table_comes_out(settings: tuple[str, ...], count: Count, expected: float) -> None:
    assert abs(count(world(*settings)) - expected) <= WITHIN


def test_from_the_pause_fewer_are_out_in_time() -> None:
    assert abs(threshold("homs_evacuation")(row("from_the_pause")) - 0.596) <= WITHIN


def test_people_meetings_attacks_and_blame_are_as_many_as_in_the_reference() -> None:
    columns = world()
    attacks = columns["attacks"]
    assert abs(columns["out.homs"].mean() - 1665) <= 1
    assert abs((columns["meetings"] > 0).mean() - 0.42) <= 0.005
    assert abs(attacks.mean() - 55) <= 0.5
    assert abs(int(columns["established"].sum()) / int(attacks.sum()) - 0.24) <= 0.005
    for who, whom, belief in (("government", "opposition", 0.73), ("opposition", "government", 0.78)):
        assert abs((columns[f"blamed.{who}.{whom}"] / np.maximum(attacks, 1)).mean() - belief) <= 0.006


def test_1379_people_are_out_by_12_february_in_the_mean() -> None:
    # A run that ends on the 12th shows who is out by then, whatever happens later.
    early = world("calendar.horizon_days=2", "calendar.sessions_per_round=3", *UNWATCHED)
    assert abs(early["out.homs"].mean() - 1379) <= 1


ENDED = {
    "parallel_agenda": (0.010, 0.139, 0.011, 0.087, 0.490, 0.263),
    "transition_first": (0.011, 0.150, 0.010, 0.041, 0.217, 0.572),
    "terrorism_first": (0.008, 0.119, 0.011, 0.096, 0.294, 0.472),
}


@pytest.mark.parametrize("name", ENDED)
def test_rounds_end_as_in_the_reference(name: str) -> None:
    endings = row(name)["ending"]
    for ending, expected in zip(WITHOUT, ENDED[name], strict=True):
        assert abs((endings == list(ENDINGS).index(ending)).mean() - expected) <= WITHIN


def test_what_happened_in_life_has_the_share_of_the_reference() -> None:
    columns = world()
    ended = (columns["ending"] == list(ENDINGS).index("adjourned_without_date")) & (columns["order_agreed_on"] == NEVER)
    ended &= (columns["walkouts.government"] == 0) & (columns["walkouts.opposition"] == 0)
    out = columns["met_on.homs_evacuation"] > NEVER
    resolution = columns["met_on.resolution"] > NEVER
    found = [float(each.mean()) for each in (ended, ended & out, ended & out & resolution)]
    assert np.allclose(found, (0.448, 0.425, 0.275), rtol=0, atol=WITHIN)


def test_walks_of_both_and_of_any_are_as_in_the_reference() -> None:
    columns = world()
    both = (columns["walkouts.government"] > 0) & (columns["walkouts.opposition"] > 0)
    assert abs(both.mean() - 0.0016) <= 0.0005
    assert walks(columns, "government") > walks(columns, "opposition")
