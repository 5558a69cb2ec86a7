"""What is only just possible is not refused: the last value, the first day, the smallest case."""

from collections.abc import Callable

import pytest

from sim.case import Mistakes, read
from tests.reading.written import BRIDGE

WAR = """\
ground:
  ford: {trapped: 900, evacuated_per_day: 50, pause: {from: 2030-05-04, days: 3}}
  mill: {trapped: 100}
"""
COUNCIL = "council: {members: {north: {}}, needed: 1, draft: {dates: [2030-05-07]}}\n"
AGENDA = "agenda: {items: [{name: the bridge, about: [bridge]}]}\n"
GOAL = "thresholds: {goal: {%s}}\n"

TAKEN = {
    "a share of 0 and one of 1": "great_powers: {cooperation: 0, meeting_rate: 1}\n",
    "a branching just below 1": "ground: {ford: {branching: 0.999999}}\n",
    "a branching that is drawn up to 1": "ground: {ford: {branching: {uniform: [0.2, 1]}}}\n",
    "a temperature just above 0": "behaviour: {temperature: 1e-9}\n",
    "a temperature that is drawn from 0 on": "behaviour: {temperature: {uniform: [0, 0.1]}}\n",
    "authors who make all": "ground: {ford: {authors: {east: 0.7, west: 0.3}}}\n",
    "authors who make a tenth ten times": "ground: {ford: {authors: {east: 0.1, west: 0.9}}}\n",
    "as many votes as members": COUNCIL,
    "a vote on the last day": COUNCIL.replace("2030-05-07", "2030-08-09"),
    "a vote on the first day of a pause": WAR + COUNCIL.replace("2030-05-07", "2030-05-04"),
    "an event on the last day": WAR + "events: {shots: {date: 2030-08-09, kind: attack, at: ford}}\n",
    "an event a year before": WAR + "events: {shots: {date: 2029-05-05, kind: attack, at: ford}}\n",
    "two kinds of event on one day": WAR
    + "events:\n  a: {date: 2030-05-07, kind: attack, at: ford}\n"
    + "  b: {date: 2030-05-07, kind: evacuation, at: ford, people: 1}\n",
    "two attacks at two fronts": WAR
    + "events:\n  a: {date: 2030-05-07, kind: attack, at: ford}\n  b: {date: 2030-05-07, kind: attack, at: mill}\n",
    "a prolongation for no day": WAR
    + "events: {a: {date: 2030-05-06, kind: prolongation, at: ford, until: 2030-05-06}}\n",
    "all who are trapped": WAR + GOAL % "evacuated: 900",
    "all who are trapped at one front": WAR + GOAL % "evacuated: 900, at: ford",
    "people out by the first day of the pause": WAR + GOAL % "evacuated: 1, by: 2030-05-04",
    "people out by an event": WAR.replace(", pause: {from: 2030-05-04, days: 3}", "")
    + "events: {a: {date: 2030-05-07, kind: evacuation, at: ford, people: 9}}\n"
    + GOAL % "evacuated: 9",
    "agreed on the first day": GOAL % "agreed: bridge, by: 2030-05-06",
    "a date on the day of the close": GOAL % "next_round: agreed, by: 2030-05-11",
    "a round on the day of the intermission's end": GOAL % "next_round: opened, by: 2030-06-05",
    "the whole gap": GOAL % "gap_closed: 1",
    "all progress": GOAL % "progress: 1",
    "an agenda that is settled": AGENDA.replace("items:", "settled: true, items:") + GOAL % "agenda: order",
    "a resolution by the first vote": COUNCIL + GOAL % "council: adopted, by: 2030-05-07",
    "a text that only one point suits": GOAL % "text_in_zone: bridge",
    "a share that is drawn from 0": AGENDA.replace("about:", "share: {uniform: [0, 1]}, about:"),
    "a source that is only named": "sources: [{id: a, title: A}, {id: b, title: A}]\n",
    "a front and a delegation of one name": "ground: {east: {violence_per_day: 1}}\n",
    "no thresholds": "thresholds: {}\nevents: {}\nsponsors: {}\nground: {}\nsources: []\nassumed: []\n",
}


@pytest.mark.parametrize("more", TAKEN.values(), ids=TAKEN.keys())
def test_what_is_just_possible_is_taken(more: str, written: Callable[..., str]) -> None:
    assert read(written(BRIDGE + more)).title == "A bridge"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("limit: 0.8", "limit: 0.4"),
        ("limit: 0.8", "limit: 0.4, red_line: true"),
        ("salience: 1}}}\n  west", "salience: 0.9999995}}}\n  west"),
        ("ideal: 0.2, limit: 0.8", "ideal: 0.5, limit: 0.5"),
        ("2030-05-06", "2030-05-06, horizon_days: 5"),
        ("2030-05-06", "2030-05-06, deadline: 2030-05-06"),
        ("2030-05-06", "2030-05-06, fixed_formats: {6: joint}"),
        ("track: security", "track: security, deadline: 2030-05-06"),
        ("  east: {", "  east: {trust: {west: 0}, "),
        ("title: A bridge", "# A bridge\ntitle: A bridge"),
    ],
)
def test_a_change_that_is_just_possible_is_taken(old: str, new: str, written: Callable[..., str]) -> None:
    assert old in BRIDGE
    assert read(written(BRIDGE.replace(old, new))).delegations.keys() == {"east", "west"}


def test_limits_that_touch_leave_a_zone_and_limits_that_do_not_touch_leave_none(written: Callable[..., str]) -> None:
    goal = GOAL % "text_in_zone: bridge"
    assert read(written(BRIDGE.replace("limit: 0.8", "limit: 0.4") + goal)).thresholds
    apart = BRIDGE.replace("limit: 0.8", "limit: 0.399") + goal
    with pytest.raises(Mistakes, match="leave no zone of agreement"):
        read(written(apart))
    assert read(written(apart + "spread: 0.01\n")).thresholds
    assert read(written(apart.replace("0.399", "{uniform: [0.3, 0.5]}"))).thresholds


def test_disjoint_red_lines_rule_out_every_issue_that_is_linked_with_theirs(written: Callable[..., str]) -> None:
    third = "  toll: {track: political, at_0: none, at_1: high}\n  food: {track: humanitarian, at_0: none, at_1: all}\n"
    more = ", toll: {ideal: 1, limit: 0, salience: 0}, food: {ideal: 1, limit: 0, salience: 0}"
    case = BRIDGE.replace("delegations:", third + "delegations:").replace(
        "salience: 1}", f"salience: 1, red_line: true}}{more}"
    )
    apart = case.replace("limit: 0.8", "limit: 0.3")
    for issue in ("toll", "food"):
        assert read(written(case + GOAL % f"agreed: {issue}")).thresholds
    assert read(written(apart + GOAL % "agreed: food")).thresholds
    with pytest.raises(Mistakes, match="exclude each other on bridge, to which it is linked"):
        read(written(apart + GOAL % "agreed: toll"))


@pytest.mark.parametrize("trust", ["{west: {beta: [2, 4]}}", "{beta: [2, 4]}", "{west: 0.5}", "0.5"])
def test_trust_is_one_number_or_one_for_each_other_and_each_can_be_drawn(
    trust: str, written: Callable[..., str]
) -> None:
    east = read(written(BRIDGE.replace("  east: {", f"  east: {{trust: {trust}, "))).delegations["east"]
    assert isinstance(east.trust, dict) == ("west" in trust)
    assert ("beta" in str(type(east.trust)).lower()) == (trust == "{beta: [2, 4]}")


def test_one_issue_and_two_delegations_are_the_smallest_case(written: Callable[..., str]) -> None:
    scenario = read(written(BRIDGE))
    assert (len(scenario.issues), len(scenario.delegations)) == (1, 2)
    assert scenario.mediator.style == "formulation"
    assert scenario.agenda is None


def test_forty_characters_are_a_name(written: Callable[..., str]) -> None:
    name = "e" + "9_" * 19 + "z"
    assert len(name) == 40
    assert name in read(written(BRIDGE.replace("  east:", f"  {name}:"))).delegations


def test_a_hundred_and_twenty_characters_are_a_title(written: Callable[..., str]) -> None:
    assert len(read(written(BRIDGE.replace("A bridge", "\N{GREEK SMALL LETTER ALPHA}" * 120))).title) == 120
