"""`--set path=value`: a change of one number, without another file."""

from collections.abc import Callable

import pytest

from sim.case import Mistakes, Unknown, digest, read
from sim.case.distribution import Normal
from tests.reading.written import BRIDGE, EVERYTHING

GENEVA = "geneva_ii_round_2"


def refused(*settings: str, case: str = GENEVA) -> str:
    """What is said of settings that do not fit."""
    with pytest.raises(Unknown) as caught:
        read(case, settings)
    return str(caught.value)


def test_a_number_a_word_a_day_and_a_yes_are_set() -> None:
    scenario = read(
        GENEVA,
        [
            "sponsors.russia.commitment=0.9",
            "mediator.style=manipulation",
            "calendar.deadline=2014-03-01",
            "agenda.settled=true",
        ],
    )
    assert scenario.sponsors["russia"].commitment == 0.9
    assert scenario.mediator.style == "manipulation"
    assert str(scenario.calendar.deadline) == "2014-03-01"
    assert scenario.agenda is not None
    assert scenario.agenda.settled


def test_a_key_that_was_left_out_can_be_set() -> None:
    scenario = read("first_scenario", ["behaviour.walkout_base=-4", "great_powers.cooperation=.9", "spread=.1"])
    assert (scenario.behaviour.walkout_base, scenario.great_powers.cooperation, scenario.spread) == (-4, 0.9, 0.1)


def test_a_number_can_be_set_to_a_distribution_and_then_changed_in_it() -> None:
    path = "ground.homs.trapped"
    scenario = read(GENEVA, [f"{path}={{normal: {{mean: 3000, sd: 10}}}}", f"{path}.normal.sd=20"])
    assert scenario.ground["homs"].trapped == Normal(mean=3000, sd=20)


def test_an_item_of_a_list_is_set_by_its_place() -> None:
    scenario = read(GENEVA, ["agenda.items.1.objections.government=0", "agenda.items.0.share=1"])
    assert scenario.agenda is not None
    assert scenario.agenda.items[1].objections["government"] == 0
    assert scenario.agenda.items[0].share == 1


def test_null_takes_out_what_the_file_says() -> None:
    assert "mortars" not in read(GENEVA, ["events.mortars=null"]).events
    assert read(GENEVA, ["agenda=null"]).agenda is None
    assert read(GENEVA, ["council=null"]).council is None


def test_the_last_of_several_settings_holds() -> None:
    assert read(GENEVA, ["spread=0.1", "spread=0.2"]).spread == 0.2


def test_a_whole_event_can_be_put_in() -> None:
    scenario = read(GENEVA, ["events.iran_invited={date: 2014-02-09, kind: affront, to: opposition, size: 0.6}"])
    assert scenario.events["iran_invited"].kind == "affront"


def test_a_setting_that_says_what_the_file_says_changes_nothing() -> None:
    assert digest(read(GENEVA, ["spread=0.04", "mediator.style=formulation"])) == digest(read(GENEVA))


@pytest.mark.parametrize(
    ("setting", "meant"),
    [
        ("mediator.stile=facilitation", "mediator.style"),
        ("sponsors.rusia.commitment=1", "sponsors.russia"),
        ("delegation.government.trust=1", "delegations"),
        ("delegations.government.positions.assad_role.ideal=1", "delegations.government.positions.assads_role"),
        ("events.mortar=null", "events.mortars"),
        ("council.members.chian.tolerance=1", "council.members.china"),
        ("ground.homs.pause.form=2014-02-07", "ground.homs.pause.from"),
    ],
)
def test_a_path_that_leads_nowhere_gets_the_nearest_one(setting: str, meant: str) -> None:
    said = refused(setting)
    assert said.startswith(f"--set {setting}: ")
    assert f"Did you mean {meant.rsplit('.', maxsplit=1)[-1]}?" in said or f"Did you mean {meant}?" in said


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("spread", "write path=value"),
        ("=1", "write path=value"),
        ("a..b=1", "write path=value"),
        ("spread=", "a value is missing after the = sign".capitalize()),
        ("spread=1,5", "Write 1.5, with a point"),
        ("spread=[", "--set spread=[: "),
        ("spread=&a 1", "Anchors (&)"),
        ("spread=1e999", "too large"),
        ("spread.mean=1", "spread is a single value"),
        ("agenda.items.4.share=1", "numbered from 0 to 3"),
        ("agenda.items.first.share=1", "numbered from 0 to 3"),
        ("calendar.deadline=soon", "A day is wanted here"),
        ("extends=first_scenario", "There is no extends"),
        ("council.needed=16", "More votes are needed (16) than there are members (15)"),
        ("title=null", "title is missing"),
    ],
)
def test_a_setting_that_does_not_fit_is_refused_in_its_own_name(setting: str, words: str) -> None:
    said = refused(setting)
    assert words in said
    assert f"--set {setting}" in said


def test_a_sum_that_a_setting_breaks_is_put_down_to_the_setting() -> None:
    said = refused("delegations.government.positions.prisoners.salience=0.5")
    assert said.startswith("With --set delegations.government.positions.prisoners.salience=0.5: ")
    assert "The saliences sum to 1.45." in said


def test_mistakes_of_the_file_are_told_first(written: Callable[..., str]) -> None:
    with pytest.raises(Mistakes, match="title"):
        read(written(BRIDGE.replace("title:", "titel:")), ["spread=2"])


def test_a_what_if_may_put_a_threshold_out_of_reach() -> None:
    scenario = read(GENEVA, ["agenda=null", "council=null", "calendar.intermission_days=300"])
    assert scenario.thresholds.keys() == read(GENEVA).thresholds.keys()


def test_every_path_of_a_full_case_can_be_set_to_what_it_is() -> None:
    whole = read(str(EVERYTHING))
    paths = ["delegations.kingdom.trust.ports=0.45", "events.guest.size=0.2", "thresholds.narrows_out.at=narrows",
             "calendar.fixed_formats.1=proximity", "council.draft.dates.0=2031-03-04", "sources.0.id=chronicle",
             "delegations.hills.positions.amnesty.salience.normal.mean=0.5", "agenda.order=0.7"]  # fmt: skip
    assert [digest(read(str(EVERYTHING), [path])) for path in paths] == [digest(whole)] * len(paths)
