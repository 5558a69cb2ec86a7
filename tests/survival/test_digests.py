"""One plan, one digest: however it is cut, by whom and where it is played, and as it is defined."""

from hashlib import sha256
from pathlib import Path

import pytest

from sim.case import read
from sim.study import provenance
from sim.study.plan import Plan
from sim.study.request import asked
from sim.study.runs import outcomes
from sim.talks.seating import seat
from tests.model.cases import BUNDLED
from tests.survival.conftest import Undisturbed
from tests.survival.started import Started
from tests.survival.swept import swept
from tests.survival.trials import RUNS, SWEEP, VARIED, WORKERS

ELSEWHERE = {
    "hashes in order 0": {"PYTHONHASHSEED": "0"},
    "hashes in order 1": {"PYTHONHASHSEED": "1"},
    "another place and language": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
    "a processor without wide vectors": {"NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX2 FMA3"},
}


def plan(runs: int) -> Plan:
    """The sweep that is killed elsewhere, with so many runs a point."""
    return asked(SWEEP[1], [], VARIED, runs=runs, seed=7)


def test_the_digest_is_that_of_the_digests_of_its_points(undisturbed: Undisturbed) -> None:
    told = sha256()
    for settings in map(plan(RUNS).settings_at, range(6)):
        columns = outcomes(seat(read(SWEEP[1], settings)), 7, RUNS, engine="compiled")
        told.update(bytes.fromhex(provenance.digest(columns)))
    assert undisturbed.digest == told.hexdigest()


@pytest.mark.parametrize("workers", WORKERS)
def test_workers_and_chunks_change_no_digest(workers: int, undisturbed: Undisturbed) -> None:
    found = {swept(plan(RUNS), "compiled", workers, chunk).digest for chunk in (97, 10_000)}
    assert found == {undisturbed.digest}


def test_mesa_and_chunks_of_one_run_change_no_digest() -> None:
    whole = swept(plan(20), "compiled", 2, 10_000).digest
    assert swept(plan(20), "mesa", 1, 33).digest == whole
    assert swept(plan(20), "compiled", 7, 1).digest == whole


@pytest.mark.parametrize("case", BUNDLED)
def test_a_sweep_of_one_point_has_the_digest_of_as_many_runs(case: str) -> None:
    columns = outcomes(seat(read(case)), 7, 500, engine="compiled")
    assert swept(asked(case, [], [], runs=500, seed=7), "compiled", 2, 97).digest == provenance.digest(columns)


@pytest.mark.parametrize("place", ELSEWHERE)
def test_another_process_elsewhere_comes_to_the_same_digest(
    place: str, tmp_path: Path, undisturbed: Undisturbed
) -> None:
    end = Started(tmp_path, (*SWEEP, "--engine", "compiled", "--json"), None, **ELSEWHERE[place]).ended()
    assert (end.code, end.document["digest"]) == (0, undisturbed.digest), end.err


def test_many_runs_and_a_sweep_of_one_point_say_the_same_digest(tmp_path: Path) -> None:
    many = Started(tmp_path, ["run", "first_scenario", "-n", "3000", "--seed", "7", "--json"]).ended()
    one = Started(tmp_path, ["sweep", "first_scenario", "-n", "3000", "--seed", "7", "--json", "--out", "kept"]).ended()
    assert many.document["digest"] == one.document["digest"]
    assert (many.code, one.code) == (0, 0)
