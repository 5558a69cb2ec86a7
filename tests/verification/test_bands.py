"""The bands of our judgement that the default case keeps at 20,000 runs, and the directions of what-ifs."""

from functools import cache

import pytest

from tests.model.cases import DEFAULT, NEVER, seated
from tests.model.playing import Columns, happened, played
from tests.model.table import BOTH, HEADINGS, IRAN, UNWATCHED, political, shares, softened, walks

RUNS = 20_000


@cache
def world(*settings: str, source: str = DEFAULT) -> Columns:
    return played(seated(source, *settings), RUNS)


@pytest.mark.parametrize(
    ("heading", "low", "high"),
    [("list", 0.40, 0.75), ("order", 0, 0.20), ("date", 0, 0.25), ("third round", 0, 0.20), ("pol. deal", 0, 0)],
)
def test_a_share_of_the_default_case_keeps_its_band(heading: str, low: float, high: float) -> None:
    assert low <= shares(world())[HEADINGS.index(heading)] <= high


def test_a_formal_walkout_keeps_its_band() -> None:
    left = (world()["walkouts.government"] + world()["walkouts.opposition"]) > 0
    assert 0.05 <= left.mean() <= 0.25


def test_a_thousand_are_out_by_the_twelfth_in_most_runs() -> None:
    assert 0.75 <= happened(world()["met_on.homs_evacuation"]) <= 0.97


def test_about_as_many_as_in_life_are_out_by_the_twelfth() -> None:
    early = world("calendar.horizon_days=2", "calendar.sessions_per_round=3", *UNWATCHED)
    assert 900 <= early["out.homs"].mean() <= 1600


def test_a_softened_resolution_is_likely_and_one_that_is_kept_sharp_is_not() -> None:
    assert 0.5 <= happened(world()["met_on.resolution"]) <= 0.9
    assert happened(world("council.draft.softening=0")["met_on.resolution"]) <= 0.05


def test_the_list_is_likelier_than_the_order_and_the_order_never_comes_first() -> None:
    listed, ordered = world()["list_agreed_on"], world()["order_agreed_on"]
    assert happened(listed) > happened(ordered)
    assert (listed[ordered > NEVER] < ordered[ordered > NEVER]).all()
    assert (listed[ordered > NEVER] > NEVER).all()


def test_one_item_first_drives_the_opposition_out() -> None:
    other = world(source="counter_terrorism_focus")
    assert walks(other, "opposition") > walks(world(), "opposition")


def test_an_enemy_invited_keeps_the_opposition_away() -> None:
    stays = [(columns["no_shows.opposition"] > 0).mean() for columns in (world(), world(*IRAN))]
    assert stays[1] > stays[0]


def test_powers_that_work_together_bring_an_agenda_and_no_political_deal() -> None:
    before, after = shares(world()), shares(world("great_powers.cooperation=0.9"))
    assert after[0] > before[0]
    assert after[1] > before[1]
    assert after[-1] == 0


def test_both_red_lines_must_soften_before_there_is_a_deal() -> None:
    assert political(world(*softened("government", 0.6))) == 0
    assert political(world(*softened("opposition", 0.4))) == 0
    assert political(world(*BOTH)) > 0
