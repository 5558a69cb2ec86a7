"""A run from Python: its name says which it is, its diary has a row a day, and every column is explained."""

import pandas as pd
import pytest

import sim
from sim.talks.diary import diary
from sim.talks.model import Talks


@pytest.fixture(scope="module")
def talks() -> Talks:
    return sim.watch("geneva_ii_round_2", seed=1, replicate=1)


def test_a_run_says_which_it_is_and_how_it_ended(talks: Talks) -> None:
    assert repr(talks) == "Geneva II, second round: seed 1, replicate 1, walkout, until 2014-05-16"


def test_a_run_that_goes_on_says_how_far_it_is() -> None:
    under_way = Talks(sim.load("geneva_ii_round_2"), seed=5)
    under_way.step()
    assert repr(under_way) == "Geneva II, second round: seed 5, replicate 0, no round has ended, on 2014-02-07"


def test_the_diary_is_the_table_that_is_saved(talks: Talks) -> None:
    (_, *names), *rows = diary(talks)
    assert list(talks.diary.columns) == names
    for (day, values), (date, *saved) in zip(talks.diary.iterrows(), rows, strict=True):
        assert str(day.date()) == date
        assert values.tolist() == list(map(float, saved))


def test_the_diary_has_the_dates_of_its_days(talks: Talks) -> None:
    start = pd.Timestamp(talks.seated.scenario.calendar.start)
    assert (talks.diary.index == start + pd.to_timedelta(talks.diary["day"], unit="D")).all()
    assert talks.diary.index.name == "date"


def test_every_column_of_the_diary_is_described(talks: Talks) -> None:
    said = talks.diary.attrs["described"]
    assert list(said) == list(talks.diary.columns)
    assert said["hazard.government"] == "of a walkout today, a probability"
    assert said["commitment.russia"] == "wish to settle, in [0, 1]"
    assert said["great_powers.cooperation"] == "in [0, 1]"
    assert said["progress"] == "at most 1; below 0 if the offers drifted apart"


def test_a_run_that_collected_nothing_has_an_empty_diary() -> None:
    assert sim.watch("first_scenario", collect=False).diary.empty


@pytest.mark.parametrize("wrong", [{"seed": -1}, {"seed": 2**64}, {"replicate": -1}, {"replicate": 2**48}])
def test_a_run_that_there_is_not_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="A seed is a whole number from 0 to 2\\^64 - 1"):
        sim.watch("first_scenario", **wrong)  # type: ignore[arg-type]  # whole numbers, all of them


def test_the_last_run_of_the_last_seed_is_played() -> None:
    assert sim.watch("first_scenario", seed=2**64 - 1, replicate=2**48 - 1).running is False
