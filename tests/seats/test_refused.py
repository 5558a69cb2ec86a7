"""What cannot be chosen is refused with a sentence, and then nothing has happened."""

from typing import Any, Final

import pytest

from sim.talks.actors import Delegation
from sim.talks.choices import come
from sim.talks.circumstances import Room
from sim.talks.model import Talks
from sim.talks.seats import Choice, Refused
from tests.model.cases import DEFAULT, seated

PASSED, OVER, NO_SESSION = "that day has passed", "the talks are over by then", "no session is held that day"
YES_OR_NO, SHARE = "give True or False", "give a number from 0 to 1"
OFF_AGENDA: Final = "humanitarian_access"
BOTH: Final = ("government", "opposition")
AT_ONCE: Final = (
    ((-4, "opposition", "list", True), PASSED),
    ((-5, "opposition", "list", True), PASSED),
    ((1000, "opposition", "list", True), OVER),
    ((0, "oposition", "list", True), "there is no delegation 'oposition'. Did you mean opposition?"),
    ((0, "russia", "walkout", True), "there is no delegation 'russia'. There are: government, opposition"),
    (
        (0, "government", "meeting", True),
        "there is no sponsor 'government'. There are: iran, russia, saudi_arabia, united_states",
    ),
    ((0, "opposition", "format", "joint"), "there is no mediator 'opposition'. There is: mediator"),
    ((0, "opposition", "walk_out", True), "there is no choice 'walk_out'. Did you mean walkout?"),
    ((0, "opposition", "text:prisoner", True), "there is no issue 'prisoner'. Did you mean prisoners?"),
    ((0, "opposition", "walkout:prisoners", True), "it is about no issue"),
    ((0, "opposition", "walkout:", True), "it is about no issue"),
    ((0, "opposition", "walkout", 1), YES_OR_NO),
    ((0, "opposition", "list", "yes"), YES_OR_NO),
    ((0, "opposition", "recess", False), "give True, or choose nothing"),
    ((0, "russia", "meeting", 1), "give True, or choose nothing"),
    ((0, "opposition", "ultimatum", 1.01), SHARE),
    ((0, "opposition", "ultimatum", -0.01), SHARE),
    ((0, "opposition", "ultimatum", float("nan")), SHARE),
    ((0, "opposition", "ultimatum", True), SHARE),
    ((0, "opposition", "concession:prisoners", "half"), SHARE),
    ((0, "mediator", "format", "shuttle"), "give proximity or joint"),
    ((0, "mediator", "format", 1), "give proximity or joint"),
    ((0, "mediator", "texts_put", "prisoners"), "give the keys of the issues, in a list"),
    ((0, "mediator", "texts_put", True), "give the keys of the issues, in a list"),
)
IN_THEIR_DAY: Final = (
    ((-3, "opposition", "list", True), NO_SESSION),
    ((-3, "opposition", "recess", True), NO_SESSION),
    ((-3, "opposition", "walkout", True), NO_SESSION),
    ((-3, "russia", "commitment", 0.45), NO_SESSION),
    ((-3, "mediator", "format", "joint"), NO_SESSION),
    ((1, "opposition", "comes", True), "no round opens that day"),
    ((0, "opposition", "returns", True), "it is at the table"),
    ((0, "opposition", "date", True), "no date is asked for that day"),
    ((0, "opposition", "order", True), "the order is not put that day"),
    ((0, "opposition", "package", True), "the package is not put that day"),
    ((0, "opposition", "text:assads_role", True), "no text on this issue alone is put that day"),
    ((0, "opposition", "concession:assads_role", 1.0), "the issue is not worked on that day"),
    ((0, "russia", "commitment", 0.5501), "a commitment moves by at most 0.1 a session, and stands at 0.45"),
    ((0, "russia", "commitment", 0.3499), "a commitment moves by at most 0.1 a session, and stands at 0.45"),
    ((0, "mediator", "texts_put", ("assads_role",)), "no text is due that day on assads_role"),
    ((0, "mediator", "texts_put", ("peace", OFF_AGENDA)), "no text is due that day on peace"),
)  # fmt: skip


def refused(talks: Talks, choice: Choice) -> str:
    """Make a choice, play on to its day, and give what is said of it."""
    with pytest.raises(Refused) as refusal:
        play_on(talks, choice)
    assert refusal.value.refusals == ((choice, str(refusal.value).partition(": ")[2].removesuffix(".")),)
    return str(refusal.value)


def play_on(talks: Talks, choice: Choice) -> None:
    talks.choose(choice)
    while talks.running:
        talks.step()


def on_day(day: int, *choices: tuple[int, str, str, Any], settings: tuple[str, ...] = ()) -> Talks:
    """Play the default case to the evening before a day, with some choices."""
    talks = Talks(seated(DEFAULT, *settings), collect=False)
    talks.choose(*(Choice(*choice) for choice in choices))
    while talks.nouns["room"].day < day - 1:
        talks.step()
    return talks


@pytest.mark.parametrize(("choice", "reason"), AT_ONCE)
def test_what_nobody_can_choose_is_refused_at_once(choice: tuple[int, str, str, Any], reason: str) -> None:
    talks = on_day(-3)
    day, who, name, value = choice
    with pytest.raises(Refused) as refusal:
        talks.choose(Choice(*choice))
    assert str(refusal.value) == f"{who} cannot choose {name} = {value!r} on day {day}: {reason}."
    assert talks.seats.choices == {}


@pytest.mark.parametrize(("choice", "reason"), IN_THEIR_DAY)
def test_what_a_day_does_not_bring_is_refused(choice: tuple[int, str, str, Any], reason: str) -> None:
    day, who, name, value = choice
    told = refused(on_day(-3), Choice(*choice))
    assert told == f"{who} cannot choose {name} = {value!r} on day {day}: {reason}."


def test_what_was_given_is_not_taken_back() -> None:
    talks = on_day(1, (0, "opposition", f"concession:{OFF_AGENDA}", 0.75))
    told = refused(talks, Choice(1, "opposition", f"concession:{OFF_AGENDA}", 0.7499))
    assert told.endswith(": what was given is not taken back, and 0.75 was.")


def test_the_great_powers_meet_once_a_round() -> None:
    talks = on_day(1, (0, "russia", "meeting", True))
    told = refused(talks, Choice(1, "iran", "meeting"))
    assert told.endswith(": the great powers have met in this round.")


def test_who_walked_out_returns_before_it_comes_or_names_a_date() -> None:
    gone = [(0, "opposition", "walkout", True)] + [(day, "opposition", "returns", False) for day in range(1, 6)]
    talks = on_day(5, *gone)
    assert refused(talks, Choice(5, "opposition", "date")).endswith("and who is away says no.")
    assert refused(on_day(1, gone[0]), Choice(1, "opposition", "recess")).endswith(": no session is held that day.")


def test_who_is_away_cannot_come_to_an_opening() -> None:
    away, room = Delegation(away=1, absent=1, no_shows=1), Room(opening=1)
    assert come(away, room, 1) == "it walked out, and has to return first"
    assert (away.absent, away.no_shows, come(away, room, 0)) == (1, 1, "")


def test_the_order_is_changed_only_until_it_is_agreed() -> None:
    agreed = [(0, who, "list", True) for who in BOTH] + [(1, who, "order", True) for who in BOTH]
    told = refused(on_day(2, *agreed), Choice(2, "mediator", "order_put", 0.0))
    assert told.endswith(": the order is agreed.")


def test_the_linked_issues_are_put_together() -> None:
    agreed = [(0, who, "list", True) for who in BOTH] + [(1, who, "order", True) for who in BOTH]
    told = refused(on_day(1, *agreed), Choice(1, "mediator", "texts_put", ("assads_role",)))
    assert told.endswith(": the linked issues are one text: put all of them, or none.")


def test_nobody_walks_out_of_a_peace() -> None:
    talks = Talks(seated("first_scenario"), 1, 1, collect=False)
    assert refused(talks, Choice(0, "east_orlen", "walkout")).endswith(": everything is agreed.")


def test_nothing_is_chosen_once_the_talks_are_over() -> None:
    talks = Talks(seated("first_scenario"), 1, 1, collect=False)
    talks.step()
    assert not talks.running
    assert refused(talks, Choice(1, "east_orlen", "walkout")).endswith(f": {OVER}.")


def test_a_refused_day_has_never_been_played() -> None:
    talks, ruled = on_day(0), on_day(0)
    evening, steps = talks.vector().tobytes(), talks.steps
    choice = Choice(0, "government", "walkout")
    talks.choose(choice, Choice(0, "opposition", "order"), Choice(0, "opposition", "package"))
    with pytest.raises(Refused) as refusal:
        talks.step()
    assert str(refusal.value).count("\n") == 1
    assert (talks.vector().tobytes(), talks.steps) == (evening, steps)
    assert list(talks.seats.choices[0].values()) == [choice]
    talks.choose(Choice(0, "government", "walkout", value=False))
    talks.step()
    ruled.choose(Choice(0, "government", "walkout", value=False))
    ruled.step()
    assert talks.vector().tobytes() == ruled.vector().tobytes()


def test_a_later_choice_takes_the_place_of_an_earlier_one() -> None:
    talks = on_day(0, (0, "government", "list", False), (0, "government", "list", True))
    talks.step()
    assert talks.nouns["delegations"][0].list_answer == 1
