"""The war outside, day by day, with numbers that a hand can check."""

from datetime import timedelta
from math import isclose

import numpy as np
import pytest

from sim.talks.seating import Seated
from tests.model.cases import World
from tests.model.playing import days, ends, played
from tests.model.small import at_table, talks
from tests.model.values import START

QUARREL = {"ash": {"dam": (0, 0.2, 1)}, "birch": {"dam": (1, 0.8, 1)}}
SHARED = {"ash": 0.6, "birch": 0.4}
PAUSE = {"from": START, "days": 2, "effect": 1, "extension": 0}
SIEGE: World = {"pause": PAUSE, "trapped": 1000, "evacuated_per_day": 100, "people_spread": 0, "authors": SHARED}


def on(day: int, kind: str, **more: object) -> World:
    """Give an event at the front on a day."""
    place = {} if kind == "affront" else {"at": "marsh"}
    return {"date": START + timedelta(days=day), "kind": kind, **place, **more}


def besieged(length: int, front: World, **events: World) -> Seated:
    """Seat talks of some days with one front and some dated events."""
    return at_table(talks(QUARREL, length), ("ground", {"marsh": SIEGE | front}), ("events", events))


def people(case: Seated) -> list[float]:
    """Give how many people leave on each day."""
    return [round(float(day["fronts"][0]["people"]), 9) for day in days(case, 1, 0)]


def test_people_leave_in_a_pause_and_fewer_under_fire() -> None:
    assert people(besieged(4, {}, raid=on(1, "attack"))) == [100, 35, 0, 0]


def test_no_more_leave_than_are_trapped() -> None:
    assert people(besieged(4, {"trapped": 130})) == [100, 30, 0, 0]
    assert people(besieged(2, {"trapped": 130}, convoy=on(0, "evacuation", people=900))) == [130, 0]


def test_a_dated_convoy_takes_the_place_of_the_days_own_in_a_pause_or_not() -> None:
    convoys = {"first": on(0, "evacuation", people=7), "second": on(3, "evacuation", people=9)}
    assert people(besieged(4, {}, **convoys)) == [7, 100, 0, 9]


def test_a_pause_that_everybody_wants_is_prolonged_by_its_first_days() -> None:
    case = besieged(9, {"pause": PAUSE | {"extension": 2}})
    last = [int(day["fronts"][0]["pause_last"]) for day in days(case, 1, 0)]
    assert last[:4] == [1, 3, 3, 5]
    assert people(case)[:6] == [100] * 6


def test_a_pause_that_nobody_wants_lapses() -> None:
    assert [int(day["fronts"][0]["prolonged"]) for day in days(besieged(6, {}), 1, 0)] == [0] * 6


def test_a_dated_prolongation_says_until_when() -> None:
    case = besieged(6, {}, longer=on(1, "prolongation", until=START + timedelta(days=4)))
    assert people(case) == [100] * 5 + [0]
    assert days(case, 1, 0)[1]["fronts"][0]["prolonged"] == 1


def test_an_air_of_grievance_halves_the_chance_that_a_pause_is_prolonged() -> None:
    settings = [(f"delegations.{name}.grievance", 0.5) for name in QUARREL]
    world = talks(QUARREL, 2) | {"ground": {"marsh": SIEGE | {"pause": PAUSE | {"days": 1, "extension": 0.8}}}}
    runs = ends(at_table(world, *settings, ("behaviour.half_life_days", 1e12)), 4000)
    assert abs(np.mean([run["fronts"][0]["prolonged"] > 0 for run in runs]) - 0.4) <= 0.03


def test_a_pause_of_full_effect_stops_all_attacks_that_none_provoked() -> None:
    attacks = played(besieged(2, {"violence_per_day": 5}), 200)["attacks"]
    assert not attacks.any()
    assert played(besieged(3, {"violence_per_day": 5}), 200)["attacks"].mean() > 4


def test_before_its_day_nothing_is_drawn_at_a_front() -> None:
    case = besieged(3, {"drawn_from": START + timedelta(days=2), "violence_per_day": 5, "pause": PAUSE | {"days": 3}})
    assert people(case)[:2] == [0, 0]
    assert not any(day["fronts"][0]["attacks"] for day in days(case, 1, 0)[:2])


@pytest.mark.parametrize(
    ("by", "ash", "birch"), [({}, 0.95 * 0.8, 0.95 * 0.8), ({"by": "birch"}, 1.0, 0.0), ({"by": "ash"}, 0.0, 1.0)]
)
def test_an_attack_costs_trust_and_angers_as_far_as_it_is_believed(by: World, ash: float, birch: float) -> None:
    end = ends(besieged(1, {}, raid=on(0, "attack", **by)), 1)[0]
    for (d, e), belief in (((0, 1), ash), ((1, 0), birch)):
        relief = 1 + 0.03 * 0.35 * (1 - 0.2 * (1 - 0.05 * belief))
        assert isclose(end["bonds"][d, e]["trust"], 0.2 * (1 - 0.05 * belief) * relief)
        assert isclose(end["delegations"][d]["grievance"], 0.3 * belief)
        assert isclose(end["bonds"][d, e]["blamed"], belief)


def test_blame_goes_to_each_by_its_part_of_the_attacks_of_the_others() -> None:
    three = QUARREL | {"cedar": {"dam": (0.5, 0.5, 1)}}
    front = SIEGE | {"authors": {"birch": 0.3, "cedar": 0.1}}
    world = talks(three) | {"ground": {"marsh": front}, "events": {"raid": on(0, "attack")}}
    bonds = ends(at_table(world), 1)[0]["bonds"]["blamed"]
    assert np.allclose(bonds[0], [0, 0.95 * 0.8 * 0.75, 0.95 * 0.8 * 0.25])
    assert np.allclose(bonds[1], [0, 0, 0.95 * 0.8])


def test_grievance_fades_by_half_in_its_half_life_and_an_affront_comes_last() -> None:
    slight = on(5, "affront", to="ash", size=0.6)
    world = talks(QUARREL, 6) | {"events": {"slight": slight}}
    told = days(at_table(world, ("delegations.ash.grievance", 0.8), ("behaviour.half_life_days", 3)), 1, 0)
    anger = [float(day["delegations"][0]["grievance"]) for day in told]
    assert isclose(anger[2], 0.4)
    assert isclose(anger[5], 0.2 + 0.6 * 0.8)


def test_an_attack_provokes_others_until_it_is_forgotten() -> None:
    case = besieged(4, {"branching": 0.5, "memory_days": 2}, raid=on(0, "attack"))
    kept = float(np.exp(-0.5))
    excited = [float(day["fronts"][0]["excitation"]) for day in days(case, 1, 0)]
    assert isclose(excited[0], 0.5 * (1 - kept))
    quiet = [day for day in range(1, 4) if not days(case, 1, 0)[day]["fronts"][0]["attacks"]]
    assert quiet
    assert all(isclose(excited[day], kept * excited[day - 1]) for day in quiet)
