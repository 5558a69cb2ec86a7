"""`sim whatif`: the same worlds with one change, in Python and on the command line."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import sim as package
from sim.analysis.whatif import WhatIf
from sim.case import Unknown, read

Sim = Callable[..., subprocess.CompletedProcess[str]]
CHANGE = "mediator.style=manipulation"
RUNS = 300
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def pressed() -> WhatIf:
    return package.whatif("geneva_ii_round_2", [CHANGE], runs=RUNS)


def test_the_kinds_of_worlds_are_all_worlds(pressed: WhatIf) -> None:
    assert sum(one.times for one in pressed.worlds.values()) == RUNS
    assert {one.runs for one in pressed.worlds.values()} == {RUNS}
    assert np.array_equal(sum(kind.astype(int) for kind in pressed.kinds.values()), np.ones(RUNS))


def test_turned_round_what_was_averted_is_caused(pressed: WhatIf) -> None:
    back = WhatIf(pressed.after, pressed.before, ("back",))
    assert back.worlds["averted"] == pressed.worlds["caused"]
    assert back.worlds["caused"] == pressed.worlds["averted"]
    assert back.worlds["same"] == pressed.worlds["same"]
    assert np.array_equal(back.parting, pressed.parting)


def test_without_a_change_all_worlds_are_the_same_and_never_part(pressed: WhatIf) -> None:
    none = WhatIf(pressed.before, pressed.before, ("nothing",))
    assert none.worlds["same"].times == RUNS
    assert set(none.parting.tolist()) == {-1}
    assert none.examples == ()
    assert none.flips == ()


def test_an_example_is_what_it_is_said_to_be(pressed: WhatIf) -> None:
    assert len(pressed.examples) == 3
    cases = [read("geneva_ii_round_2"), read("geneva_ii_round_2", [CHANGE])]
    for kind, replicate in pressed.examples:
        runs = [package.watch(case, seed=1, replicate=replicate, collect=False) for case in cases]
        walked = [any(one.walkouts for one in run.nouns["delegations"]) for run in runs]
        assert {"averted": [True, False], "caused": [False, True]}.get(kind, [walked[0]] * 2) == walked
        assert kind in {"averted", "caused"} or len({run.look("room.ending") for run in runs}) == 2


def test_a_world_that_never_parts_ends_the_same(pressed: WhatIf) -> None:
    assert (pressed.parting >= -1).all()
    never = np.flatnonzero(pressed.parting < 0)
    same = pressed.kinds["same"][: len(pressed.parting)]
    assert same[never].all()


def test_an_event_that_is_taken_out_does_not_happen() -> None:
    found = package.whatif("geneva_ii_round_2", without=["events.convoy_attack"], runs=50)
    assert found.changes == ("events.convoy_attack=null",)
    assert "convoy_attack" not in found.after.case.events
    assert (found.after.columns["attacks"] <= found.before.columns["attacks"]).mean() > 0.5


def test_nothing_changed_or_an_unknown_event_is_refused() -> None:
    with pytest.raises(Unknown, match="Nothing is changed"):
        package.whatif("first_scenario")
    with pytest.raises(Unknown, match="Did you mean convoy_attack"):
        package.whatif("geneva_ii_round_2", without=["convoy_atack"])


def test_the_page_says_what_it_always_says(sim: Sim, golden: Callable[[str, str], str]) -> None:
    answer = sim("whatif", "geneva_ii_round_2", "--without", "convoy_attack", "-n", "1000")
    assert answer.returncode == 0, answer.stderr
    assert max(map(len, answer.stdout.splitlines())) <= 80
    assert answer.stdout == golden("without_the_convoy_attack.txt", answer.stdout)


def test_the_document_keeps_its_contract(sim: Sim) -> None:
    answer = sim("whatif", "geneva_ii_round_2", "--set", CHANGE, "-n", "200", "--json")
    shown = json.loads(answer.stdout)
    assert shown["schema_version"] == 1
    assert set(shown["worlds"]) == {"averted", "caused", "changed", "same"}
    assert all(set(one) == {"share", "low", "high", "count"} for one in shown["worlds"].values())
    assert all({"from", "to", "share"} <= set(one) for one in shown["flips"])
    assert len(shown["parting"]) == 200


def test_a_scenario_from_standard_input_is_changed_too(sim: Sim) -> None:
    text = (ROOT / "scenarios" / "first_scenario.yaml").read_text(encoding="utf-8")
    answer = sim("whatif", "-", "--set", CHANGE, "-n", "20", stdin=text)
    assert answer.returncode == 0, answer.stderr
    assert "In the same worlds" in answer.stdout
    assert "sim run -" not in answer.stdout
