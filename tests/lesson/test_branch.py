"""The same world with another choice: what is not changed goes as it went, bit for bit."""

from pathlib import Path

import pytest

from sim.classroom.table.branch import Turn, branched, parted
from sim.classroom.table.table import Table
from sim.classroom.web.debrief.offers import Offered, offered, written
from sim.talks.seats import Choice, Refused
from tests.lesson.lessons import opened, play, seat_all

CASES = ("first_scenario", "geneva_ii_round_2")


def _played(path: Path, case: str) -> Table:
    lesson = opened(path / "lesson", tables=1, case=case)
    seat_all(lesson, 0)
    lesson.begin()
    play(lesson, 3)
    lesson.end()
    return lesson.sittings[0].table


@pytest.fixture(scope="module", params=CASES)
def table(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Table:
    return _played(tmp_path_factory.mktemp("lesson"), request.param)


@pytest.fixture(scope="module")
def there(table: Table) -> Offered:
    return offered(table)


def _bits(table: Table) -> bytes:
    return bytes(table.talks.vector().tobytes())


def test_a_choice_made_as_it_was_made_changes_nothing(table: Table) -> None:
    for choice in table.choices()[::9]:
        branch = branched(table, Turn(choice.day, choice.who, choice.name, choice, keep=True))
        assert _bits(branch.table) == _bits(table)
        assert branch.table.days == table.days
        assert parted(table, branch.table) is None


def test_a_choice_left_to_the_rules_is_as_if_it_had_not_been_made(table: Table) -> None:
    for choice in table.choices()[::11]:
        branch = branched(table, Turn(choice.day, choice.who, choice.name)).table
        other = Table(table.case, table.seed, table.replicate)
        for one in table.choices():
            if one.day <= choice.day and one != choice:
                other.choose(one)
        while other.running:
            other.settled()
            other.pass_day()
        assert _bits(branch) == _bits(other)


def test_the_rules_for_all_from_the_first_day_are_a_run_of_the_model(table: Table) -> None:
    other = Table(table.case, table.seed, table.replicate)
    other.finish()
    assert _bits(branched(table, Turn(0)).table) == _bits(other)


def test_another_choice_parts_the_stories_on_its_day_and_not_before(table: Table, there: Offered) -> None:
    parted_somewhere = 0
    for day, seats in list(there.items())[:3]:
        for role, options in seats.items():
            for option in [one for one in options if one.value is not None][:2]:
                choice = Choice(day, role, option.name, option.value if option.value is not None else 0.5)
                branch = branched(table, Turn(day, role, option.name, choice)).table
                first = parted(table, branch)
                assert first is None or first >= day
                parted_somewhere += first == day
    assert parted_somewhere


def test_what_a_day_does_not_offer_is_refused(table: Table, there: Offered) -> None:
    quiet = next(at for at in range(table.day) if at not in there)
    who = table.talks.seated.delegations[0]
    with pytest.raises(Refused, match="no session"):
        branched(table, Turn(quiet, who, "recess", Choice(quiet, who, "recess")))
    late = table.day + 1
    with pytest.raises(Refused, match="over by then"):
        branched(table, Turn(late, who, "walkout", Choice(late, who, "walkout")))


def test_values_are_written_as_they_are_read() -> None:
    assert [written(one) for one in (True, False, 0.25, "joint", ("a", "b"), ())] == [
        "yes",
        "no",
        "0.25",
        "joint",
        "a,b",
        "none",
    ]
