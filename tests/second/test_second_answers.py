from math import isclose

from tests.second.chance import Chance
from tests.second.drawing import draw
from tests.second.geneva import GENEVA
from tests.second.play import play, replay
from tests.second.small import party, talks
from tests.second.world import fill

ONE = {"issue_0": {"track": "political"}}
TWO = {"issue_0": {"track": "political"}, "issue_1": {"track": "political"}}
FIXED = {"name": "fixed"}


def test_a_clock_alone_gives_its_closed_form() -> None:
    clock = {"name": "time_dependent", "beta": 0.5, "reciprocity": 0}
    parties = {"north": party(clock, (0, 0.3, 1)), "south": party(clock, (1, 0.7, 1))}
    case = talks(ONE, parties)
    case["calendar"] |= {
        "sessions_per_round": 4,
        "horizon_days": 3,
        "deadline": case["calendar"]["start"].replace(day=10),
    }
    assert isclose(play(case, 1, 0)["concessions"]["north"]["issue_0"], (4 / 10) ** 2)


def test_two_who_weigh_their_risks_end_at_the_nash_solution() -> None:
    parties = {"north": party({"name": "zeuthen"}, (0, 0.8, 1)), "south": party({"name": "zeuthen"}, (1, 0.4, 1))}
    case = talks(ONE, parties)
    case["behaviour"] |= {"distrust": 1, "trust_gain": 0}
    case["calendar"] |= {"sessions_per_round": 300, "horizon_days": 299}
    ended = play(case, 1, 0)["concessions"]
    assert abs(ended["north"]["issue_0"] - 0.75) <= 0.01
    assert abs(ended["south"]["issue_0"] - 2 / 3) <= 0.01


def test_two_linked_issues_give_each_its_share_by_formulation_and_by_facilitation() -> None:
    parties = {"north": party(FIXED, (0, 1, 0.8), (0, 1, 0.2)), "south": party(FIXED, (1, 0, 0.2), (1, 0, 0.8))}
    case = talks(TWO, parties)
    formulated = play(case, 1, 0)["texts"]
    assert isclose(0.8 * (1 - formulated["issue_0"]) + 0.2 * (1 - formulated["issue_1"]), 0.68)
    case["mediator"]["style"] = "facilitation"
    assert play(case, 1, 0)["texts"] == {"issue_0": 0.5, "issue_1": 0.5}


def test_those_who_want_the_same_agree_on_the_first_day() -> None:
    parties = {"north": party(FIXED, (0.5, 1, 1)), "south": party(FIXED, (0.5, 0, 1))}
    outcome = play(talks(ONE, parties), 1, 0)
    assert (outcome["ending"], outcome["last_day"], outcome["progress"]) == ("comprehensive", 0, 1.0)


def test_saliences_that_are_drawn_sum_to_1_again() -> None:
    parties = {"north": party(FIXED, (0, 1, 0.5), (0, 1, 0.5)), "south": party(FIXED, (1, 0, 0.5), (1, 0, 0.5))}
    parties["north"]["positions"]["issue_0"]["salience"] = {"uniform": [0.2, 0.8]}
    drawn = draw(fill(talks(TWO, parties)), Chance(1, 0))["delegations"]["north"]["positions"]
    assert isclose(drawn["issue_0"]["salience"] + drawn["issue_1"]["salience"], 1)
    assert drawn["issue_0"]["salience"] != 0.5


def test_what_was_agreed_beforehand_counts_from_the_first_round_that_opens() -> None:
    parties = {"north": party(FIXED, (0, 1, 1)), "south": party(FIXED, (1, 0, 1))}
    case = talks(ONE, parties, thresholds={"list": {"agenda": "items"}, "order": {"agenda": "order"}})
    assert play(case, 1, 0)["thresholds"] == {"list": 0, "order": 0}
    case["behaviour"]["walkout_base"] = 50
    assert play(case, 1, 0)["thresholds"] == {"list": None, "order": None}


def test_a_small_sample_of_geneva_lies_within_four_standard_errors_of_the_table() -> None:
    world, count = fill(GENEVA), 300
    runs = [replay(world, 1, replicate) for replicate in range(count)]
    listed = sum(run["list_day"] is not None for run in runs) / count
    adopted = sum(run["adopted_day"] is not None for run in runs) / count
    out = sum(run["thresholds"]["homs_evacuation"] is not None for run in runs) / count
    for share, reference in ((listed, 0.662), (adopted, 0.647), (out, 0.945)):
        assert abs(share - reference) <= 4 * (reference * (1 - reference) / count) ** 0.5
