"""What can be moved on the page of a case: the right numbers, in the right words, and nothing else."""

from itertools import pairwise
from pathlib import Path

import pytest
from starlette.datastructures import QueryParams

from sim.case import bundled, canonical, read
from sim.classroom.web.watch.dial import Choice, Dial, Refused, Slider
from sim.classroom.web.watch.dials import MOST, dials
from sim.classroom.web.watch.moved import asked
from sim.classroom.web.watch.worlds import Worlds
from sim.talks.seating import seat

EVERYTHING = str(Path(__file__).parent.parent / "scenarios" / "everything.yaml")
GENEVA = "geneva_ii_round_2"
CASES = [*bundled(), EVERYTHING]


def of(case: str, path: str, *settings: str) -> Dial:
    return next(dial for dial in dials(read(case, settings)) if dial.path == path)


def slider(case: str, path: str, *settings: str) -> Slider:
    found = of(case, path, *settings)
    assert isinstance(found, Slider)
    return found


def positions(dial: Dial) -> list[str]:
    """Settings at both ends of a slider, or of each way."""
    if isinstance(dial, Slider):
        return [dial.typed("0"), dial.typed(str(dial.high))]
    return [setting for _, setting in dial.ways]


def test_the_world_comes_first_and_then_the_room() -> None:
    assert [dial.name for dial in dials(read(GENEVA))] == [
        "Great powers work together", "Russia wants a settlement", "United States wants a settlement",
        "Violence in Homs", "Monitoring in Homs", "Brahimi", "Agenda",
        "Iran wants a settlement", "Saudi Arabia wants a settlement",
        "Government trusts the other side", "Opposition trusts the other side",
    ]  # fmt: skip


def test_a_case_without_a_world_has_its_mediator_and_its_delegations() -> None:
    paths = [dial.path for dial in dials(read("first_scenario"))]
    assert paths[:2] == ["mediator.style", "delegations.east_orlen.trust"]
    assert "great_powers.cooperation" not in paths
    assert "agenda" not in paths


@pytest.mark.parametrize("source", [GENEVA, "counter_terrorism_focus", "first_scenario", EVERYTHING])
def test_whatever_is_moved_is_the_case_with_that_setting(source: str) -> None:
    case = read(source)
    worlds, found = Worlds(case), dials(case)
    assert len({dial.path for dial in found}) == len(found) <= MOST
    for dial in found:
        for setting in filter(None, positions(dial)):
            moved, told = worlds.seated((setting,)), read(source, (setting,))
            assert canonical(moved.scenario) == canonical(told)
            assert moved.template.tobytes() == seat(told).template.tobytes()
            assert str(moved.draws) == str(seat(told).draws)


@pytest.mark.parametrize("source", CASES)
def test_what_is_not_moved_is_not_set(source: str) -> None:
    found = dials(read(source))
    form = QueryParams([(dial.path, dial.start if isinstance(dial, Slider) else dial.place("")) for dial in found])
    assert asked(found, form, 1).sets == ()


def test_the_address_of_a_state_gives_the_same_state() -> None:
    found = dials(read(GENEVA))
    form = [("great_powers.cooperation", "0.75"), ("ground.homs.violence_per_day", "1.5"), ("agenda", "2")]
    state = asked(found, QueryParams([*form, ("grey", "mediator.style=manipulation"), ("day", "3")]), 7)
    assert state.typed
    assert state.sets[:2] == ("great_powers.cooperation=0.75", "ground.homs.violence_per_day=0.525")
    assert asked(found, QueryParams(state.query), 1) == state


def test_numbers_are_told_in_words_where_they_are_amounts() -> None:
    violence = slider(GENEVA, "ground.homs.violence_per_day")
    told = [violence.words(violence.typed(text)) for text in ("0", "1", "1.5", "2", "3")]
    assert told == ["none", "as it was", "1.5 times", "twice", "three times"]
    cooperation = slider(GENEVA, "great_powers.cooperation")
    assert [cooperation.words(cooperation.typed(text)) for text in ("0.4", "0.75", "1")] == ["0.4", "0.75", "1"]


def test_where_there_was_no_violence_some_can_be_made() -> None:
    peace = slider(GENEVA, "ground.homs.violence_per_day", "ground.homs.violence_per_day=0")
    assert (peace.said, peace.typed("0"), peace.typed("0.5")) == ("0", "", "ground.homs.violence_per_day=0.5")


def test_a_number_that_no_notch_has_stays_until_it_is_moved() -> None:
    odd = slider(GENEVA, "great_powers.cooperation", "great_powers.cooperation=0.3333")
    assert (odd.start, odd.said, odd.typed("0.33")) == ("0.33", "0.3333", "")
    assert odd.typed("0.34") == "great_powers.cooperation=0.34"


def test_a_number_that_is_drawn_is_as_it_was_until_it_is_moved() -> None:
    drawn = slider(GENEVA, "great_powers.cooperation", "great_powers.cooperation={uniform: [0.2, 0.6]}")
    assert (drawn.start, drawn.said, drawn.typed(drawn.start)) == ("0.4", "as it was", "")
    assert drawn.put("0.4") == "great_powers.cooperation=0.4"


def test_trust_that_is_told_apart_has_a_slider_for_each() -> None:
    paths = [dial.path for dial in dials(read(GENEVA, ("delegations.government.trust={opposition: 0.3}",)))]
    assert "delegations.government.trust.opposition" in paths
    assert "delegations.government.trust" not in paths


def test_an_item_that_is_put_first_comes_before_all_others() -> None:
    agenda = of(GENEVA, "agenda")
    assert isinstance(agenda, Choice)
    assert [words for words, _ in agenda.ways] == ["side by side", "end of violence first", "transition first"]
    moved = read(GENEVA, (agenda.ways[2][1],)).agenda
    assert moved is not None
    assert (moved.order, [item.name for item in moved.items][:2]) == ("in_sequence", ["transition", "end of violence"])


def test_an_order_in_between_is_as_it_was() -> None:
    between = of(GENEVA, "agenda", "agenda.order=0.6")
    assert isinstance(between, Choice)
    assert between.ways[0] == ("as it was", "")
    assert all(one != other for one, other in pairwise(setting for _, setting in between.ways))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ([("set", "great_powers.cooperation=2")], "goes from 0 to 1; 2 lies beyond"),
        ([("set", "great_powers.cooperation=-0.1")], "lies beyond"),
        ([("set", "great_powers.cooperation=.nan")], "takes a number"),
        ([("set", "great_powers.cooperation=1e999")], "takes a number"),
        ([("set", "great_powers.cooperation=" + "1" * 10_000)], "takes a number"),
        ([("set", "great_powers.cooperation")], "not among what can be changed"),
        ([("set", "behaviour.norm=1")], "“behaviour.norm=1” is not among what can be changed"),
        ([("set", "mediator.style=bribery")], "not among what can be changed"),
        ([("set", "agenda={items: []}")], "not among what can be changed"),
        ([("grey", "title=x")], "not among what can be changed"),
        ([("mediator.style", "3")], "one of 3 things"),
        ([("mediator.style", "²")], "one of 3 things"),
        ([("great_powers.cooperation", "much")], "takes a number"),
        ([("seed", "-1")], "whole number"),
        ([("seed", "18446744073709551616")], "whole number"),
        ([("seed", "٣")], "whole number"),
        ([("replicate", "<script>")], "The replicate that was asked for is none"),
        ([("set", "great_powers.cooperation=0.5")] * 101, "At most 100 things"),
    ],
)
def test_what_is_not_on_the_page_is_refused_in_a_sentence(query: list[tuple[str, str]], said: str) -> None:
    with pytest.raises(Refused, match=said.replace(".", r"\.")) as refused:
        asked(dials(read(GENEVA)), QueryParams(query), 1)
    assert len(str(refused.value)) < 200
