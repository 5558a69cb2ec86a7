"""What stands on the timeline: who sits where, what is put and agreed, the pause, the attacks, and each day's gist."""

import pytest

from sim.case import read
from sim.classroom.web.gist import chief, gist
from sim.classroom.web.told import Told
from sim.classroom.web.watch import lanes
from sim.classroom.web.watch.feelings import feelings
from sim.classroom.web.watch.moments import at, moments, planned
from sim.classroom.web.watch.playing import Wanted, played, wanted
from sim.classroom.web.watch.positions import axes
from sim.report.story.cast import Cast
from sim.report.terminal.ink import bare

FIRST_SESSION, WALKOUT, DAY_AFTER = 3, 7, 8


@pytest.fixture(scope="module")
def which() -> Wanted:
    """A run of the default case in which the government walks out in the fifth session."""
    return wanted(read("geneva_ii_round_2"), 1, 1)


@pytest.fixture(scope="module")
def told(which: Wanted) -> list[Told]:
    return [one.told for one in moments(which)]


@pytest.fixture(scope="module")
def columns(which: Wanted, told: list[Told]) -> list[lanes.Column]:
    return lanes.columns(told, len(told), lanes.pauses(told), Cast(which.seated.scenario))


def test_columns_share_the_pane(columns: list[lanes.Column]) -> None:
    assert columns[0].left == 0
    assert columns[-1].left + columns[-1].width == pytest.approx(100)


def test_everybody_sits_where_the_day_says(columns: list[lanes.Column]) -> None:
    assert [seat.state for seat in columns[FIRST_SESSION].seats] == ["proximity", "proximity"]
    assert columns[FIRST_SESSION + 1].meeting == "joint"
    assert [seat.leaves for seat in columns[WALKOUT].seats] == [True, False]
    assert [seat.state for seat in columns[DAY_AFTER].seats] == ["away", "not_held"]
    assert not any(seat.leaves for place, one in enumerate(columns) for seat in one.seats if place != WALKOUT)


def test_the_pause_lasts_from_its_first_day_to_its_last(columns: list[lanes.Column]) -> None:
    homs = [one.fronts[0] for one in columns]
    assert [place for place, one in enumerate(homs) if one.pause] == [0, 1, 2, 3, 4, 5]
    assert [place for place, one in enumerate(homs) if one.begins] == [0]
    assert [place for place, one in enumerate(homs) if one.prolonged] == [3]
    assert [place for place, one in enumerate(homs) if one.ends] == [5]


def test_attacks_are_counted_and_dated_ones_named(columns: list[lanes.Column], told: list[Told]) -> None:
    homs = [one.fronts[0] for one in columns]
    assert (homs[1].crosses, homs[1].lines) == (1, ("convoy", "attack"))
    assert (homs[WALKOUT].crosses, homs[WALKOUT].lines) == (1, ())
    assert homs[-1].crosses == 1
    total = sum(getattr(fact, "attacks", 0) for day in told[-1].days for fact in day.facts)
    assert " ".join(homs[-1].lines) == f"{total} attacks"


def test_what_is_put_has_a_diamond_and_is_filled_when_agreed() -> None:
    found = [one.told for one in moments(wanted(read("geneva_ii_round_2"), 1, 0))]
    cast = Cast(read("geneva_ii_round_2"))
    columns = lanes.columns(found, 9, lanes.pauses(found), cast)
    shown = [(text.name, text.agreed) for text in columns[FIRST_SESSION].texts]
    assert shown == [("Council", False), ("list", True), ("2 texts", False)]
    assert columns[FIRST_SESSION].marks == ("Agenda list agreed",)
    assert " ".join(columns[FIRST_SESSION].reached) == "✓ Agenda list agreed"


def test_the_gist_of_a_day(which: Wanted, told: list[Told]) -> None:
    cast = Cast(which.seated.scenario)
    assert gist(told[1], cast) == "Convoy attack."
    assert gist(told[WALKOUT], cast) == "One attack. Government walks out."
    assert gist(told[DAY_AFTER], cast) == "No session. Ends: walkout."
    assert [bare(f"{row.who}: {row.what}") for row in chief(told[WALKOUT], cast)][-1] == (
        "Government: walks out: anger over Homs."
    )


def test_a_day_is_found_by_its_number(which: Wanted) -> None:
    found = moments(which)
    assert found[at(found, None)].told.day.session == 1
    assert [at(found, day) for day in (-3, 0, 6, 12, 95)] == [0, 3, 9, 9, len(found) - 1]
    assert found[9].number == 12


def test_sessions_that_were_not_needed_are_expected_until_the_end() -> None:
    case = read("first_scenario")
    soon = next(run for run in (wanted(case, 1, place) for place in range(9)) if len(moments(run)) == 1)
    assert len(planned(moments(soon))) == case.calendar.sessions_per_round - 1
    assert planned(moments(wanted(read("geneva_ii_round_2"), 1, 1))) == []


def test_positions_and_zones() -> None:
    case = read("geneva_ii_round_2", ["spread=0"])
    cast = Cast(case)
    found = axes(played(wanted(case, 1, 0)).standings[-1], cast)
    by_name = {one.name: one for one in found}
    assert [one.name for one in found] == [cast.issue(key) for key in case.issues]
    access = by_name["Humanitarian access"]
    assert (access.low, access.high, access.limits) == (0.5, 0.7, (0.7, 0.5))
    assert access.has_zone
    assert not by_name["Assad's role"].has_zone
    assert by_name["Transitional body"].text is None


def test_feelings_have_a_word_and_a_line(which: Wanted) -> None:
    standings = played(which).standings
    found = feelings(standings, Cast(which.seated.scenario))
    assert [bare(one.who) for one in found] == [
        "Government", "Government", "Opposition", "Opposition", "The room", "Great powers"
    ]  # fmt: skip
    anger = found[1]
    assert anger.values[-1] == round(standings[-1].grievance["government"], 2)
    assert len(anger.line(5).split()) == 7
    assert set(found[4].words) <= {"hostile", "tense", "cool", "workable", "warm"}
