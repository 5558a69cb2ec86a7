"""The Mesa model and the compiled ensemble tell one story, bit for bit."""

import numpy as np
import pytest
from hypothesis import given, settings

from sim.talks.model import Talks, watch
from sim.talks.seating import Seated, seat
from tests.model.cases import DEFAULT, READABLE, World, ids, made, seated
from tests.model.generated import FAST, worlds
from tests.model.playing import trace

SERIES = {
    "day": ("room", "day"),
    "session": ("room", "session"),
    "atmosphere": ("room", "atmosphere"),
    "gap_closed": ("room", "gap_closed"),
    "progress": ("room", "progress"),
    "stalled": ("room", "stalled"),
    "attacks": ("room", "attacks"),
    "great_powers.cooperation": ("great_powers", "cooperation"),
    "council.strength": ("council", "strength"),
}
PARTY_SERIES = ("grievance", "resolve", "satisfaction", "hazard", "away")


def watched(case: Seated, seed: int, replicate: int) -> list[bytes]:
    """Watch a run and write down everything, as bits, at the end of each of its days."""
    talks = Talks(case, seed, replicate)
    told = []
    while talks.running:
        talks.step()
        told.append(talks.vector().tobytes())
    talks.disperse()
    return told


def compiled(case: Seated, seed: int, replicate: int) -> list[bytes]:
    """Play the same run by the compiled ensemble."""
    return [vector.tobytes() for vector in trace(case, seed, replicate)]


@pytest.mark.parametrize("source", READABLE, ids=ids(READABLE))
@pytest.mark.parametrize("replicate", range(8))
def test_every_day_of_a_readable_case_is_the_same_in_both(source: str, replicate: int) -> None:
    case = seated(source)
    assert watched(case, 1, replicate) == compiled(case, 1, replicate)


@given(world=worlds())
@settings(max_examples=60, phases=FAST)
def test_every_day_of_a_random_case_is_the_same_in_both(world: World) -> None:
    case = seat(made(world))
    for seed in (1, 2**63 + 5):
        assert watched(case, seed, 2**33 + 7) == compiled(case, seed, 2**33 + 7)


@pytest.mark.parametrize("replicate", [0, 17, 4711])
def test_the_series_collected_are_those_of_the_days_played(replicate: int) -> None:
    case = seated(DEFAULT)
    talks = watch(case, 1, replicate)
    days = [case.layout.views(vector) for vector in trace(case, 1, replicate)]
    room = talks.series.get_model_vars_dataframe()
    for column, (noun, field) in SERIES.items():
        assert room[column].tolist() == [day[noun][0][field] for day in days]
    parties = talks.series.get_agenttype_vars_dataframe(type(talks.nouns["delegations"][0]))
    for field in PARTY_SERIES:
        expected = [day["delegations"][d][field] for day in days for d in range(2)]
        assert parties[field].tolist() == expected
    talks.disperse()


def test_what_is_collected_is_known() -> None:
    assert set(watch(seated("first_scenario")).series.model_vars) == set(SERIES)


def test_a_run_in_the_middle_of_many_is_the_run_alone() -> None:
    case = seated(DEFAULT)
    alone = watch(case, 1, 4711)
    from sim.talks import ensemble

    rows, _, _ = ensemble.play(case, range(case.layout.size), 1, 4700, 20)
    assert rows[11].tobytes() == alone.vector().tobytes()
    alone.disperse()


def test_watching_draws_nothing() -> None:
    case = seated(DEFAULT)
    quiet, looked = Talks(case, 1, 3), Talks(case, 1, 3)
    while quiet.running:
        quiet.step()
        looked.step()
        looked.series.collect(looked)
        looked.vector()
    assert np.array_equal(quiet.vector().view("i8"), looked.vector().view("i8"))
    quiet.disperse()
    looked.disperse()
