"""`sim why`: where one event is decisive it is found, and where none is that is said."""

import json
import subprocess
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

import sim as package
from sim.analysis.why import Why
from sim.case import read
from sim.case.scenario import Scenario

Sim = Callable[..., subprocess.CompletedProcess[str]]
FIRST_DAY = date(2030, 5, 6)
STEEP = (
    "behaviour.walkout_base=-25", "behaviour.walkout_resolve=50", "behaviour.hardening=1", "spread=0",
    "delegations.east_orlen.grievance=0", "delegations.west_orlen.grievance=0",
)  # fmt: skip
"""Nobody walks out unless deeply affronted; then everybody does."""
STUBBORN = ("delegations.east_orlen.positions.bridge.limit=0.3", "delegations.west_orlen.positions.bridge.limit=0.9")
"""The bridge is out of reach, so the talks go on to their last day."""
DAYS = range(1, 5)


def insult(day: int, to: str, size: float) -> str:
    """A setting by which a delegation is affronted on a day."""
    when = FIRST_DAY + timedelta(days=day)
    return f"events.insult_{day}={{kind: affront, to: {to}, size: {size}, date: {when}, name: Insult}}"


def affronted(day: int, to: str = "east_orlen", size: float = 1, *more: str) -> Scenario:
    """Talks in which a delegation is affronted on a day, and nothing else could end them."""
    return read("first_scenario", [*STEEP, *STUBBORN, insult(day, to, size), *more])


def events(found: Why) -> Sequence[str]:
    return [one.what for one in found.decisive if one.kind == "event"]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("party", ["east_orlen", "west_orlen"])
def test_the_one_affront_that_drives_a_party_out_is_decisive(day: int, party: str) -> None:
    found = package.why(affronted(day, to=party), seed=5)
    assert found.outcome.walked == {party}
    assert events(found) == [f"insult_{day}"]
    [cause] = [one for one in found.decisive if one.kind == "event"]
    assert cause.day == day
    assert cause.after.walked == frozenset()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_two_affronts_on_one_day_neither_alone_is_decisive(seed: int) -> None:
    twice = affronted(1)
    insult = twice.events["insult_1"]
    both = twice.model_copy(update={"events": twice.events | {"again": insult}})
    found = package.why(both, seed=seed)
    assert found.outcome.walked == {"east_orlen"}
    assert events(found) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_affront_to_those_who_never_leave_tips_nothing(seed: int) -> None:
    found = package.why(affronted(1, "east_orlen", 0.01), seed=seed)
    assert found.outcome.walked == frozenset()
    assert events(found) == []
    assert "insult_1" in [one.what for one in found.ranked]


def test_a_replay_differs_in_nothing_but_what_is_left_out() -> None:
    found = package.why("geneva_ii_round_2", seed=1, replicate=1)
    left_out = [one for one in found.ranked if one.kind == "event"]
    assert len(left_out) == 5
    for one in left_out:
        case = read("geneva_ii_round_2", [f"events.{one.what}=null"])
        again = package.watch(case, seed=1, replicate=1, collect=False)
        assert again.look("room.progress") == one.after.progress


def test_without_an_attack_there_is_one_day_of_attacks_less() -> None:
    found = package.why("geneva_ii_round_2", seed=7)
    assert [one for one in found.ranked if one.kind == "attack"]
    weights = [one.weight for one in found.ranked]
    assert weights == sorted(weights, reverse=True)
    assert len(found.frame) == len(found.ranked)


def test_a_walkout_that_is_turned_round_does_not_happen() -> None:
    found = package.why("geneva_ii_round_2", seed=1, replicate=1)
    assert found.outcome.walked == {"government"}
    [first] = found.decisive
    assert (first.kind, first.day, first.what) == ("choice", 4, "government walkout=False")
    assert first.after.walked == frozenset()


def test_the_page_says_what_it_always_says(sim: Sim, golden: Callable[[str, str], str]) -> None:
    answer = sim("why", "geneva_ii_round_2", "--seed", "7")
    assert answer.returncode == 0, answer.stderr
    assert max(map(len, answer.stdout.splitlines())) <= 80
    assert answer.stdout == golden("seed_7.txt", answer.stdout)


def test_the_document_ranks_all_causes(sim: Sim) -> None:
    shown = json.loads(sim("why", "first_scenario", "--json").stdout)
    assert shown["schema_version"] == 1
    assert shown["decisive"] == sum(one["tipped"] for one in shown["causes"])
    assert shown["ending"] == "adjourned_with_date"
    told = json.loads(sim("run", "first_scenario", "--json").stdout)
    assert told["digest"] == shown["digest"]


@pytest.mark.parametrize(("arguments", "code"), [(("no_such",), 2), (("--replicate", "-1"), 2), (("--set", "x"), 2)])
def test_what_cannot_be_asked_is_refused(sim: Sim, arguments: Sequence[str], code: int) -> None:
    answer = sim("why", *arguments)
    assert (answer.returncode, answer.stdout) == (code, "")
    assert "Traceback" not in answer.stderr
