"""What is told of a run is what happened in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from sim.case import read
from sim.talks import facts
from sim.talks.facts import (
    Agreed,
    Answer,
    Closed,
    Day,
    FrontDay,
    Met,
    Meter,
    Proposal,
    Return,
    Texts,
    Walkout,
    day_document,
)
from sim.talks.model import Talks, watch
from sim.talks.motives import MOTIVES
from sim.talks.seats import Choice
from sim.talks.transcript import days

Passing = Callable[..., Iterator[Day]]
WILD = ("behaviour.walkout_base=-2", "behaviour.return_base=2")
SOURCES = ["geneva_ii_round_2", "geneva_ii_two_rounds", "first_scenario"]


def _all(passing: Iterator[Day], kind: type) -> list[facts.Fact]:
    return [fact for day in passing for fact in day.facts if isinstance(fact, kind)]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("settings", [(), WILD])
def test_a_run_that_is_told_is_the_run_that_is_not_told(source: str, settings: tuple[str, ...]) -> None:
    case = read(source, settings)
    talks = Talks(case, 1, 5)
    assert len(list(days(talks))) > 0
    assert talks.vector().tobytes() == watch(case, 1, 5).vector().tobytes()


def test_every_walkout_and_every_return_is_told(passing: Passing) -> None:
    left = back = 0
    for replicate in range(6):
        case = read("geneva_ii_round_2", WILD)
        delegations = watch(case, 1, replicate).nouns["delegations"]
        told = list(passing("geneva_ii_round_2", replicate=replicate, settings=WILD))
        assert len(_all(iter(told), Walkout)) == sum(one.walkouts for one in delegations)
        assert len(_all(iter(told), Return)) == sum(one.returns for one in delegations)
        left, back = left + len(_all(iter(told), Walkout)), back + len(_all(iter(told), Return))
    assert left > 0
    assert back > 0


def test_attacks_people_and_thresholds_add_up_to_the_outcome(passing: Passing) -> None:
    talks = watch(read("geneva_ii_round_2"), 1, 2)
    told = list(passing("geneva_ii_round_2", replicate=2))
    fronts = [fact for fact in _all(iter(told), FrontDay) if isinstance(fact, FrontDay)]
    assert sum(fact.attacks for fact in fronts) == talks.nouns["room"].attacks
    assert sum(fact.attacks for fact in fronts if fact.author) == talks.nouns["room"].established
    assert fronts[-1].out == talks.nouns["fronts"][0].out
    met = {fact.threshold for fact in _all(iter(told), Met) if isinstance(fact, Met)}
    reached = zip(talks.seated.thresholds, talks.nouns["thresholds"], strict=True)
    assert met == {key for key, one in reached if one.met_on >= talks.nouns["room"].last_day - 10_000}


def test_an_agreement_follows_when_all_said_yes_and_only_then(passing: Passing) -> None:
    seen = set()
    for replicate in range(8):
        for day in passing("first_scenario", replicate=replicate):
            answers = [fact for fact in day.facts if isinstance(fact, Answer) and fact.about == "package"]
            agreed = {issue for fact in day.facts if isinstance(fact, Agreed) for issue in fact.issues}
            together = {issue for fact in day.facts if isinstance(fact, Texts) for issue in fact.together}
            signed = bool(answers) and all(one.yes for one in answers)
            assert bool(together & agreed) == signed
            seen.add((bool(answers), signed))
    assert seen == {(False, False), (True, False), (True, True)}


def test_a_refusal_has_a_motive_and_a_yes_has_none(passing: Passing) -> None:
    answers = [
        fact
        for source in SOURCES
        for replicate in range(3)
        for fact in _all(passing(source, replicate=replicate), Answer)
        if isinstance(fact, Answer)
    ]
    assert {one.yes for one in answers} == {True, False}
    assert {one.motive for one in answers if one.yes} == {""}
    assert {one.motive for one in answers if not one.yes} <= set(MOTIVES)


def test_a_red_line_is_named_before_all_other_motives(passing: Passing) -> None:
    pressed = ("mediator.style=manipulation", "mediator.leverage=1", "great_powers.cooperation=1")
    refusals = [
        fact
        for replicate in range(6)
        for fact in _all(passing("geneva_ii_round_2", replicate=replicate, settings=pressed), Answer)
        if isinstance(fact, Answer) and fact.about == "package"
    ]
    assert {(one.yes, one.motive, one.matter) for one in refusals} == {(False, "red_line", "assads_role")}


def test_nobody_meets_while_a_delegation_is_away(passing: Passing) -> None:
    told = list(passing("geneva_ii_round_2", settings=WILD))
    absent = [day for day in told if day.session and day.away]
    assert absent
    assert {day.meeting for day in absent} == {"not_held"}
    assert not [fact for day in absent for fact in day.facts if isinstance(fact, Meter)]


def test_a_meeting_is_told_as_proposed_by_whoever_called_it(passing: Passing) -> None:
    talks = Talks(read("geneva_ii_round_2"), collect=False)
    talks.choose(Choice(0, "iran", "meeting"), Choice(0, "saudi_arabia", "meeting"))
    called = [(one.sponsors, one.held) for one in _all(days(talks), Proposal) if isinstance(one, Proposal)]
    assert called == [(("iran", "saudi_arabia"), True)]
    usual = {one.sponsors for one in _all(passing("geneva_ii_round_2"), Proposal) if isinstance(one, Proposal)}
    assert usual == {("russia",)}


def test_a_pause_that_a_dated_event_prolongs_tomorrow_does_not_end_today(passing: Passing) -> None:
    homs = {
        day.date.isoformat(): fact
        for day in passing("geneva_ii_round_2")
        for fact in day.facts
        if isinstance(fact, FrontDay)
    }
    assert homs["2014-02-07"].pause_begins
    assert not homs["2014-02-09"].pause_ends
    assert homs["2014-02-10"].prolonged_to is not None
    assert homs["2014-02-10"].prolonged_to.isoformat() == "2014-02-12"
    assert homs["2014-02-12"].pause_ends != bool(homs["2014-02-12"].prolonged_to)


def test_a_day_as_a_document_has_only_plain_values(passing: Passing) -> None:
    day = next(day for day in passing("geneva_ii_round_2") if day.session == 1)
    plain = day_document(day)
    assert plain["date"] == "2014-02-10"
    assert plain["meeting"] == "proximity"
    kinds = [fact["kind"] for fact in plain["facts"]]  # type: ignore[attr-defined]
    assert kinds[0] == "front_day"
    assert "meter" in kinds
    assert day_document(replace(day, facts=()))["facts"] == []


def test_a_round_that_is_dated_says_for_when(passing: Passing) -> None:
    closed = [fact for fact in _all(passing("first_scenario"), Closed) if isinstance(fact, Closed)]
    assert [one.ending for one in closed] == ["adjourned_with_date"]
    assert str(closed[0].next_on) == "2030-06-09"


@pytest.mark.parametrize(("softening", "softened"), [("0", [False, False]), ("1", [False, True])])
def test_a_text_that_nobody_softened_is_not_called_softened(
    passing: Passing, softening: str, softened: list[bool]
) -> None:
    told = passing("geneva_ii_round_2", settings=(f"council.draft.softening={softening}",))
    assert [fact.softened for fact in _all(told, facts.Vote) if isinstance(fact, facts.Vote)] == softened
