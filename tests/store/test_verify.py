"""`sim verify` plays stored results again, and finds every value that is kept otherwise."""

import json
import subprocess
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pytest

from sim.case import read
from sim.study import terms
from sim.study.chunks import Chunk, Failure, Played
from sim.study.plan import Plan
from sim.study.playing import played
from sim.study.points import Points
from sim.study.store import opened, results
from sim.study.sweep import Crew, in_threads, sweep
from sim.study.trouble import Unusable
from sim.study.verification import Difference, digest, verified
from tests.store.sweeps import SIZE, made, plan, swept

Sim: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


def crew(change: Callable[[Played], Played] = lambda played: played) -> Crew:
    """A crew that plays the sweep that is made up, and something else in its third chunk."""

    def submit(chunk: Chunk) -> Future[Played]:
        future: Future[Played] = Future()
        result = made(plan(), chunk)
        future.set_result(change(result) if chunk.number == 2 else result)
        return future

    return Crew(submit, 2)


def ignored(done: int) -> None:
    """Tell nobody how far it is."""
    assert 0 < done <= plan().size


def other_value(played: Played) -> Played:
    outcomes = played.outcomes.copy()
    outcomes.view(np.int64)[1, 3] ^= 1
    return replace(played, outcomes=outcomes)


def other_round(played: Played) -> Played:
    assert played.rounds is not None
    outcomes = played.rounds.outcomes.copy()
    outcomes[5, 2] = -outcomes[5, 2] - 1
    return replace(played, rounds=replace(played.rounds, outcomes=outcomes))


def one_fewer(played: Played) -> Played:
    return replace(played, points=played.points[1:], replicates=played.replicates[1:], outcomes=played.outcomes[1:])


def other_error(played: Played) -> Played:
    return replace(played, failures=(Failure(0, 8, "ValueError", "no"),))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (other_value, [Difference(2, 0, 9, "gap_closed")]),
        (other_round, [Difference(2, 1, 0, "round 2: progress")]),
        (one_fewer, [Difference(2, 0, 8, "it is not played")]),
        (other_error, [Difference(2, 0, 8, "the error ValueError")]),
    ],
)
def test_a_run_that_is_kept_otherwise_is_found(
    finished: Path, change: Callable[[Played], Played], found: list[Difference]
) -> None:
    verdict = verified(results(finished), crew(change), ignored)
    assert list(verdict.differences) == found
    assert (verdict.wrong, verdict.same) == (1, False)
    assert verdict.digest == results(finished).digest


def test_results_that_are_the_same_are_said_to_be(finished: Path) -> None:
    verdict = verified(results(finished), crew(), ignored)
    assert verdict == (results(finished).digest, 0, (), True)


def test_the_digest_is_that_of_the_values_that_are_kept(finished: Path) -> None:
    assert digest(results(finished), ignored) == results(finished).digest


def test_a_digest_that_is_not_that_of_the_values_is_found(tmp_path: Path) -> None:
    with opened(tmp_path, plan(), SIZE) as kept:
        for chunk in kept.chunks:
            kept.keep(chunk, made(plan(), chunk))
        kept.finish("0" * 64)
    with pytest.raises(Unusable, match="noted was 0000"):
        digest(results(tmp_path), ignored)
    assert not verified(results(tmp_path), crew(), ignored).same


@pytest.fixture(scope="module")
def bridge() -> Plan:
    return Plan(read("first_scenario"), ("mediator.style",), (("facilitation",), ("formulation",)), 3, 7, rounds=True)


@pytest.fixture
def truth(tmp_path: Path, bridge: Plan) -> Path:
    """Results that were played, in the folder `kept`."""
    with opened(tmp_path / "kept", bridge, 2) as kept, in_threads(bridge, "mesa", 1) as players:
        sweep(bridge, kept, players)
    return tmp_path / "kept"


def test_what_was_played_is_found_to_be_the_same(sim: Sim, truth: Path) -> None:
    said = sim("verify", "kept")
    assert said.returncode == 0
    assert said.stdout.startswith("6 runs of kept played again: all as they are kept, bit for bit.\n")
    assert results(truth).digest[:8] in said.stdout


def test_the_digest_is_printed_alone(sim: Sim, truth: Path) -> None:
    said = sim("verify", "kept", "--digest")
    assert (said.returncode, said.stdout) == (0, results(truth).digest + "\n")


def test_what_was_not_played_is_told_run_by_run(sim: Sim, tmp_path: Path, bridge: Plan) -> None:
    with opened(tmp_path / "kept", bridge, 2) as kept:
        sweep(bridge, kept, Crew(lambda chunk: false(bridge, chunk), 2))
    said = sim("verify", "kept")
    assert said.returncode == 7
    first, second, *_ = said.stdout.splitlines()
    assert first == "6 runs of kept played again, and 1 not as they are kept. What differs:"
    assert second == "  Chunk 1, point 1, replicate 0: ending"
    document = json.loads(sim("verify", "kept", "--json").stdout)
    assert (document["same"], document["wrong"]) == (False, 1)
    assert document["differences"] == [{"chunk": 1, "point": 1, "replicate": 0, "what": "ending"}]


def false(bridge: Plan, chunk: Chunk) -> Future[Played]:
    """Play a chunk, and let the first run at the second point end otherwise."""
    result = played(bridge, Points(bridge), chunk, "mesa")
    if chunk.number == 1:
        result.outcomes.view(np.int64)[1, 0] ^= 1
    future: Future[Played] = Future()
    future.set_result(result)
    return future


def test_results_of_a_version_with_other_numbers_are_asked_but_not_played_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(terms, "RESULT_VERSION", 0)
        swept(tmp_path / "kept", plan())
    kept = results(tmp_path / "kept")
    assert list(kept.ask("select count(*) from replicates").rows) == [(18,)]
    with pytest.raises(Unusable, match=r"results 0; this is sim .* can be asked, but not played again"):
        kept.refuse_other_version()


def test_a_case_whose_settings_put_a_threshold_out_of_reach_can_be_played_again(sim: Sim) -> None:
    far = ("--set", "calendar.intermission_days=300")
    assert sim("sweep", "geneva_ii_two_rounds", *far, "-n", "3", "--out", "far").returncode == 0
    answer = sim("verify", "far")
    assert (answer.returncode, answer.stdout.splitlines()[0]) == (
        0, "3 runs of far played again: all as they are kept, bit for bit."
    )  # fmt: skip
