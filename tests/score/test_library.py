"""The library: every case coded twice, by one rubric, the end known in one place alone."""

import subprocess
from collections.abc import Callable

import pytest

from sim.analysis.codings import pairs
from sim.case import bundled, read
from sim.case.bundle import CODINGS, library, named
from sim.case.scenario import Scenario
from sim.study.runs import outcomes
from sim.talks.seating import seat

CASES = tuple(library())
Sim = Callable[..., subprocess.CompletedProcess[str]]


def coded(name: str, coding: str) -> Scenario:
    """Read one coding of a case."""
    return read(str(library(coding)[name]))


def test_there_are_the_eleven_cases_and_the_first_round_of_geneva_ii() -> None:
    assert len(CASES) == 12
    assert "geneva_ii_2014" in CASES


def test_each_case_is_coded_twice() -> None:
    assert [tuple(library(coding)) for coding in CODINGS] == [CASES, CASES]


@pytest.mark.parametrize("name", CASES)
def test_the_first_coding_tells_the_end_and_the_second_does_not_know_it(name: str) -> None:
    assert coded(name, "first").happened is not None
    assert coded(name, "second").happened is None


@pytest.mark.parametrize("name", CASES)
def test_both_codings_are_about_the_same_issues_and_as_many_delegations(name: str) -> None:
    first, second = (coded(name, coding) for coding in CODINGS)
    assert set(first.issues) == set(second.issues)
    assert len(first.delegations) == len(second.delegations)


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("name", CASES)
def test_nothing_of_the_behaviour_of_people_is_set_in_a_case(name: str, coding: str) -> None:
    text = library(coding)[name].read_text(encoding="utf-8")
    assert "\nbehaviour:" not in text
    assert text.count("medium") + text.count("low") > 10


@pytest.mark.parametrize("name", CASES)
def test_both_engines_play_a_case_alike(name: str) -> None:
    seated = seat(coded(name, "first"))
    compiled, mesa = (outcomes(seated, 3, 2, engine=engine) for engine in ("compiled", "mesa"))
    assert all((compiled[key] == mesa[key]).all() for key in compiled)


def test_a_case_of_the_library_is_found_by_its_name_and_hides_no_bundled_one(sim: Sim) -> None:
    assert not set(CASES) & set(bundled())
    assert set(named()) == set(CASES) | set(bundled())
    assert sim("validate", "aceh_2005").returncode == 0
    assert "aceh_2005" in sim("scenarios").stdout


def test_a_coding_lies_no_way_from_itself_and_a_planted_difference_is_told() -> None:
    case = read("geneva_ii_round_2")
    assert {pair.apart for pair in pairs(case, case)} == {0.0}
    changed = read("geneva_ii_round_2", ["delegations.government.trust=0.5", "mediator.style=facilitation"])
    told = {(pair.kind, pair.where): pair.apart for pair in pairs(case, changed) if pair.apart}
    assert told == {("trust", "government"): pytest.approx(0.3), ("mediator's style", "mediator"): 1.0}
