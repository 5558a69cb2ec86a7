"""What people choose has the consequences that the rules say."""

from typing import Any, Final

import pytest

from sim.rules.endings import ENDINGS
from sim.rules.formats import JOINT
from sim.rules.tactics import offer
from sim.talks.actors import NEVER, NOT_ASKED
from sim.talks.model import Talks
from sim.talks.seats import Choice
from tests.model.cases import DEFAULT, seated

BOTH: Final = ("government", "opposition")
OFF_AGENDA: Final = "humanitarian_access"
CALM: Final = ("behaviour.walkout_base=-50", "mediator.suspend_below=0")
EAGER: Final = ("behaviour.walkout_base=50", "mediator.suspend_below=0")
LAST: Final = 5


def played(day: int, *choices: tuple[int, str, str, Any], settings: tuple[str, ...] = CALM) -> Talks:
    """Play the default case to the evening of a day, with some choices."""
    talks = Talks(seated(DEFAULT, *settings), collect=False)
    talks.choose(*(Choice(*choice) for choice in choices))
    while talks.nouns["room"].day < day and talks.running:
        talks.step()
    return talks


def both(day: int, *names: str) -> list[tuple[int, str, str, Any]]:
    return [(day, who, name, True) for name in names for who in BOTH]


def held_back(day: int) -> list[tuple[int, str, str, Any]]:
    return [(day, who, "walkout", False) for who in BOTH]


def ending(talks: Talks) -> str:
    place: int = talks.look("room.ending")
    return list(ENDINGS)[place]


def test_people_can_make_peace_in_two_days_whatever_their_red_lines() -> None:
    talks = played(1, *both(0, "list", f"text:{OFF_AGENDA}", "text:prisoners"), *both(1, "order", "package"))
    agenda, room = talks.nouns["agenda"], talks.nouns["room"]
    assert (agenda.items_agreed_on, agenda.order_agreed_on) == (0, 1)
    assert [issue.agreed_on for issue in talks.nouns["issues"]] == [1, 0, 1, 0, 1, 1, 1]
    assert any(stake.red_line for row in talks.nouns["stakes"] for stake in row)
    assert (room.progress, room.over, ending(talks)) == (1.0, 1, "comprehensive")


def test_one_no_is_enough_against_a_peace() -> None:
    chosen = [*both(0, "list"), *both(1, "order", "package"), (1, "opposition", "package", False)]
    talks = played(1, *chosen)
    assert not any(issue.agreed for issue in talks.nouns["issues"] if issue.linked)


def test_an_empty_chair_is_no_round() -> None:
    talks = played(0, (0, "opposition", "comes", False))
    room, opposition = talks.nouns["room"], talks.nouns["delegations"][1]
    assert (room.opened, room.held, ending(talks)) == (0, 0, "no_show")
    assert room.asking_on == room.intermission_days
    assert (opposition.no_shows, opposition.away) == (1, 0)


def test_a_walkout_stops_the_sessions_until_they_return() -> None:
    gone = [(1, "government", "walkout", True), (2, "government", "returns", False)]
    talks = played(2, *gone)
    room, government = talks.nouns["room"], talks.nouns["delegations"][0]
    assert (room.session, room.held, room.called_off) == (3, 0, 0)
    assert (government.away, government.walkouts, government.walked_on, government.walked_in) == (1, 1, 1, 2)
    back = played(3, *gone, (3, "government", "returns", True))
    assert (back.nouns["room"].held, back.nouns["delegations"][0].returned) == (1, 1)


def test_who_comes_against_its_mood_has_never_stayed_away() -> None:
    talks = played(0, (0, "government", "comes", True), (0, "opposition", "comes", False), settings=EAGER)
    assert [one.absent for one in talks.nouns["delegations"]] == [0, 1]
    assert [one.no_shows for one in talks.nouns["delegations"]] == [0, 1]
    assert [one.no_shows for one in played(0, settings=EAGER).nouns["delegations"]] == [1, 1]


def test_who_is_held_back_never_walked_out() -> None:
    talks = played(0, *both(0, "comes"), *held_back(0), settings=EAGER)
    told = [(one.away, one.left, one.walkouts, one.walked_on, one.walked_in) for one in talks.nouns["delegations"]]
    assert told == [(0, 0, 0, NEVER, 0)] * 2
    assert [(one.walked_over, one.hazard) for one in talks.nouns["delegations"]] == [(-1, 1.0)] * 2


def test_who_is_held_back_the_second_time_has_walked_out_once() -> None:
    talks = played(1, *both(0, "comes"), *both(1, "returns"), *held_back(1), settings=EAGER)
    told = [(one.away, one.walkouts, one.walked_on, one.walked_in) for one in talks.nouns["delegations"]]
    assert told == [(0, 1, 0, 1)] * 2


def test_a_recess_makes_the_day_a_suspended_one() -> None:
    no_list = [(day, "opposition", "list", False) for day in range(LAST)]
    talks = played(LAST, *no_list, *both(LAST, "recess"))
    room = talks.nouns["room"]
    assert (room.held, room.called_off, room.suspended, room.sessions_held) == (0, 1, 1, 5)
    assert (room.session, room.format, room.result) == (6, -1, 0)
    assert ending(talks) == "suspended"


def test_a_recess_is_no_result() -> None:
    talks = played(1, *both(0, "list"), (1, "opposition", "recess", True))
    assert (talks.nouns["room"].result, played(0, *both(0, "list")).nouns["room"].result) == (0, 1)


def test_a_date_that_both_name_opens_a_round() -> None:
    talks = played(LAST, *both(LAST, "date"))
    room = talks.nouns["room"]
    assert (room.dated_on, room.opening_on) == (LAST, LAST + room.intermission_days)


def test_a_date_that_is_named_later_opens_a_round_that_day() -> None:
    again = LAST + played(0).nouns["room"].intermission_days
    chosen = [(LAST, "opposition", "date", False), *both(again, "date", "comes")]
    room = played(again, *chosen, settings=(*CALM, "calendar.rounds=2")).nouns["room"]
    assert (room.dated_on, room.opened, room.session) == (again, 2, 1)


def test_an_ultimatum_counts_from_its_day_to_the_end() -> None:
    talks = played(LAST, (2, "government", "ultimatum", 1.0))
    room, government = talks.nouns["room"], talks.nouns["delegations"][0]
    assert government.required_progress == 1.0
    assert government.date_margin == pytest.approx(room.progress - 1.0 - government.resolve, abs=1e-15)
    assert played(1, (2, "government", "ultimatum", 1.0)).nouns["delegations"][0].required_progress == 0.2


def test_a_concession_is_tabled_and_kept() -> None:
    talks = played(1, (0, "opposition", f"concession:{OFF_AGENDA}", 0.9))
    stake = talks.nouns["stakes"][1][1]
    assert (stake.concession, stake.offer) == (0.9, offer(stake.ideal, stake.limit, 0.9))
    assert (stake.step, played(0, (0, "opposition", f"concession:{OFF_AGENDA}", 0.9)).nouns["stakes"][1][1].step) == (
        0.0,
        0.9,
    )


def test_a_commitment_is_felt_at_once_by_the_side_it_holds() -> None:
    talks = played(0, (0, "russia", "commitment", 0.55))
    government, opposition = talks.nouns["delegations"]
    assert (government.backed, government.pressed) == pytest.approx((0.6 * 0.45 + 0.4 * 0.85, 0.6 * 0.55 + 0.4 * 0.15))
    before, unmoved = played(0).nouns["delegations"]
    assert (opposition.backed, opposition.pressed) == (unmoved.backed, unmoved.pressed)
    assert government.list_margin > before.list_margin


def test_a_commitment_moves_by_a_tenth_in_each_session() -> None:
    talks = played(2, *((day, "russia", "commitment", 0.45 + (day + 1) / 10) for day in range(3)))
    assert talks.nouns["sponsors"][1].commitment == 0.75


def test_a_meeting_that_is_called_is_held_and_two_who_call_it_hold_one() -> None:
    never = (*CALM, "great_powers.meeting_rate=0")
    talks = played(0, (0, "iran", "meeting", True), (0, "saudi_arabia", "meeting", True), settings=never)
    powers, before = talks.nouns["great_powers"], played(0, settings=never).nouns["great_powers"].cooperation
    assert (powers.meetings, powers.met, powers.met_today, powers.proposed) == (1, 1, 1, 1)
    assert powers.cooperation == before + 0.15 * (1.0 - before)


def test_one_room_is_one_room_whatever_the_calendar_says() -> None:
    talks = played(0, (0, "mediator", "format", "joint"), settings=(*CALM, "calendar.fixed_formats={1: proximity}"))
    assert (talks.nouns["room"].format, talks.nouns["room"].face_to_face) == (JOINT, 1.0)
    assert [one.audience for one in talks.nouns["delegations"]] == [0.7, 0.7]


def test_an_order_is_weighed_in_the_session_it_is_put() -> None:
    sequence = played(1, *both(0, "list"), (1, "mediator", "order_put", 0.0), *both(1, "order"))
    parallel = played(1, *both(0, "list"), *both(1, "order"))
    told = [[one.order_margin for one in talks.nouns["delegations"]] for talks in (sequence, parallel)]
    assert all(margin != other for margin, other in zip(*told, strict=True))
    assert (sequence.nouns["agenda"].order, sequence.nouns["agenda"].order_agreed) == (0.0, 1)


def test_a_text_that_is_not_put_is_written_and_not_answered() -> None:
    talks = played(0, (0, "mediator", "texts_put", ("prisoners",)))
    access, prisoners = talks.nouns["issues"][1], talks.nouns["issues"][3]
    assert (access.due, prisoners.due) == (0, 1)
    assert access.text == played(0).nouns["issues"][1].text
    assert [(row[1].answer == NOT_ASKED, row[3].answer == NOT_ASKED) for row in talks.nouns["stakes"]] == [
        (True, False)
    ] * 2


def test_a_package_that_is_not_put_is_not_answered() -> None:
    talks = played(1, *both(0, "list"), *both(1, "order"), (1, "mediator", "texts_put", ()))
    assert [one.package_answer for one in talks.nouns["delegations"]] == [NOT_ASKED] * 2
    put = played(1, *both(0, "list"), *both(1, "order"))
    assert NOT_ASKED not in [one.package_answer for one in put.nouns["delegations"]]


def test_a_date_asked_for_twice_on_a_day_gets_the_same_answer_twice() -> None:
    short = (*CALM, "calendar.sessions_per_round=1", "calendar.rounds=2", "calendar.fixed_formats={}")
    later = played(0, settings=short).nouns["room"].intermission_days
    refusal = (0, "opposition", "date", False)
    room = played(later, refusal, *both(later, "date", "comes"), settings=short).nouns["room"]
    assert (room.opened, room.dated_on, room.opening_on) == (2, later, 2 * later)
