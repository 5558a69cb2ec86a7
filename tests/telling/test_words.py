"""Words of the story, where they must be right for any case."""

from datetime import date

import pytest

from sim.case import read
from sim.report.story import introduction, news, protocol
from sim.report.story.cast import Cast
from sim.report.story.counts import counted, gap, gone, heads, hundredths, sentence
from sim.report.story.quiet import Quiet, Repeated
from sim.report.terminal.ink import bare
from sim.talks.facts import Answer, FrontDay, Question, Return, Vote

GENEVA = Cast(read("geneva_ii_round_2"))
ORLEN = Cast(read("first_scenario"))


def _answer(about: str, margin: float, *, yes: bool, motive: str = "", matter: str = "", issue: str = "") -> Answer:
    return Answer("government", about, issue, yes, margin, motive, matter)


@pytest.mark.parametrize(
    ("margin", "yes", "word"),
    [
        (0.5, True, ""),
        (0.05, True, "narrowly"),
        (-0.05, True, "narrowly"),
        (-0.06, True, "reluctantly"),
        (0.05, False, "narrowly"),
        (0.06, False, "reluctantly"),
        (-0.3, False, ""),
        (-0.31, False, "flatly"),
    ],
)
def test_how_close_an_answer_was_is_one_word(margin: float, word: str, *, yes: bool) -> None:
    assert protocol.degree(_answer("list", margin, yes=yes)) == word


@pytest.mark.parametrize(
    ("atmosphere", "word"),
    [(0, "hostile"), (0.2, "tense"), (0.4, "cool"), (0.6, "workable"), (0.8, "warm"), (1, "warm")],
)
def test_the_atmosphere_is_told_in_fifths(atmosphere: float, word: str) -> None:
    assert protocol.air(atmosphere) == word


def test_answers_of_one_kind_are_told_together() -> None:
    both = [_answer("text", -0.5, yes=False, motive="anger", issue=issue) for issue in ("prisoners", "institutions")]
    assert bare(protocol.answers(both, GENEVA)[1]) == "refuses both, flatly: anger over Homs."
    mixed = [both[0], _answer("text", 0.5, yes=True, issue="institutions")]
    said = "refuses “Prisoners”, flatly: anger over Homs; accepts “Institutions”."
    assert bare(protocol.answers(mixed, GENEVA)[1]) == said
    degrees = [both[0], _answer("text", -0.2, yes=False, motive="anger", issue="institutions")]
    said = "refuses “Prisoners” (flatly) and “Institutions”: anger over Homs."
    assert bare(protocol.answers(degrees, GENEVA)[1]) == said


def test_a_reason_is_given_in_the_words_of_the_rule() -> None:
    order = _answer("order", -0.2, yes=False, motive="first", matter="end of violence")
    assert protocol.motive(order, GENEVA) == "wants “end of violence” first"
    package = _answer("package", -0.2, yes=False, motive="red_line", matter="assads_role")
    assert protocol.motive(package, GENEVA) == "“Assad's role” crosses its red line"
    assert protocol.dated(_answer("date", -0.4, yes=False, motive="away"), GENEVA) == "is away"


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (1, "proposes to work on the items side by side."),
        (0, "proposes to work on the items one after the other, “end of violence” first."),
        (0.51, "proposes to work on the items partly side by side (0.51 of the way), “end of violence” first."),
    ],
)
def test_an_order_is_told_between_a_sequence_and_side_by_side(order: float, words: str) -> None:
    assert protocol.question(Question("order", again=False, order=order), GENEVA) == ("Brahimi", words)


def _day(attacks: int, author: str, *, people: float = 0.0) -> FrontDay:
    return FrontDay("homs", attacks, author, people, people, False, None, False, ())  # noqa: FBT003


def test_what_is_not_established_is_put_on_each_other() -> None:
    assert news.front(_day(2, ""), GENEVA)[1] == ("Two attacks. By whom is not established; each side says the other.")
    assert news.front(_day(1, "opposition"), GENEVA)[1] == "One attack. By whom is established: Opposition."
    assert "outsiders" in news.front(_day(1, "outsiders"), GENEVA)[1]
    nobody = Cast(read("geneva_ii_round_2", ["ground.homs.authors.opposition=0"]))
    assert news.front(_day(1, ""), nobody)[1].endswith("By whom is not established; Opposition says Government.")


def test_the_last_person_counts_only_when_out() -> None:
    assert news.front(_day(0, "", people=0.7), GENEVA)[1] == "Nobody leaves."
    assert news.front(_day(0, "", people=1.9), GENEVA, of_all=True)[1] == "One person leaves, of about 3,000."
    assert heads(999.99) == "999"
    assert (gone(869.9, 66.9), gone(1014.2, 144.3), gone(0.7, 0.7)) == (66, 145, 0)
    assert hundredths(0.2999) == "29 %"


def test_a_veto_is_named() -> None:
    one, two = Vote(14, 15, ("russia",), adopted=False, softened=False), Vote(12, 15, ("china", "russia"), False, True)  # noqa: FBT003
    assert news.vote(one, GENEVA)[1].endswith("14 votes of 15; Russia casts its veto.")
    assert news.vote(two, GENEVA)[1].startswith("does not adopt a softened text on “Humanitarian access”")
    assert news.vote(two, GENEVA)[1].endswith("China and Russia cast a veto.")


def test_anger_is_over_the_one_front_and_over_nothing_where_there_is_no_war() -> None:
    assert GENEVA.reason("anger") == "anger over Homs"
    assert ORLEN.reason("anger") == "anger"


def test_an_introduction_says_when_who_and_behind_whom() -> None:
    assert introduction.when(GENEVA) == "Six sessions, 10 to 15 February 2014."
    assert "Russia and Iran stand behind Government" in bare(introduction.behind(GENEVA))
    assert introduction.behind(ORLEN) == ""
    over_new_year = Cast(read("first_scenario", ["calendar.start=2030-12-30", "calendar.deadline=2031-01-03"]))
    assert introduction.when(over_new_year) == "Five sessions, 30 December 2030 to 3 January 2031."
    assert introduction.span(date(2014, 1, 30), date(2014, 2, 2)) == "30 January to 2 February"


def test_quiet_days_and_the_same_answers_are_summed_up() -> None:
    quiet = Quiet(date(2014, 3, 1), date(2014, 3, 1))
    assert quiet.words() == ""
    quiet.add(date(2014, 3, 1), _day(2, ""))
    quiet.add(date(2014, 3, 9), _day(1, "government", people=40.5))
    assert quiet.words() == "1 to 9 March: three attacks, one of them established; 40 people leave, 40 so far."
    asked = Repeated()
    assert [asked.same(date(2014, 3, day), ("no",)) for day in (1, 2, 3)] == [False, True, True]
    assert asked.words() == "Until 3 March: asks again twice; the answers stay the same."
    assert asked.words() == ""


def test_counts_are_spelled_up_to_ten() -> None:
    assert counted(1, "attack") == "one attack"
    assert counted(10, "attack") == "ten attacks"
    assert counted(11, "attack") == "11 attacks"
    assert sentence("is it so?") == "Is it so?"


def test_a_gap_that_grows_is_not_told_as_closed() -> None:
    assert [gap(closed) for closed in (1, 0.0799, 0, -0.009)] == [
        "gap closed 100 %", "gap closed 7 %", "gap closed 0 %", "gap closed 0 %",
    ]  # fmt: skip
    assert [gap(closed) for closed in (-0.0899, -9.5, -1e9)] == ["gap grown 8 %", "gap grown 950 %", "gap far wider"]


def test_where_the_agenda_is_settled_no_list_is_told_of() -> None:
    assert ORLEN.ending("adjourned_without_date") == "no deal, no date"
    assert GENEVA.ending("adjourned_without_date") == "list, no date"
    assert ORLEN.ending("walkout") == GENEVA.ending("walkout") == "walkout"


@pytest.mark.parametrize(
    ("source", "settings", "words"),
    [
        ("geneva_ii_round_2", [], "pressure by sponsors"),
        ("geneva_ii_round_2", ["mediator.style=manipulation"], "pressure by sponsors and the mediator"),
        ("first_scenario", ["mediator.style=manipulation"], "pressure by the mediator"),
    ],
)
def test_whoever_presses_is_named(source: str, settings: list[str], words: str) -> None:
    assert Cast(read(source, settings)).reason("sponsors", holds_back=True) == words


def test_a_return_counts_the_days_since_the_walkout() -> None:
    assert bare(news.returned(Return("government", 1), GENEVA)[1]) == "is back the next day."
    assert bare(news.returned(Return("government", 3), GENEVA)[1]) == "is back after three days."
