"""A million runs of each bundled scenario have one digest, however they are cut, by whom and where they are played."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from sim.case import read
from sim.study import provenance
from sim.study.request import asked
from sim.study.runs import outcomes
from sim.talks.seating import seat
from tests.model.cases import BUNDLED
from tests.survival.folders import kept, lines, marks
from tests.survival.started import ROOT, WAYS, Started
from tests.survival.swept import swept

MILLION: Final = 1_000_000
SEED: Final = 7
CUT: Final = {1: 10_000, 2: 97, 3: 20_000, 7: 9_973}
"""How many workers play, and in chunks of what size."""
SCRIPT: Final = """
import sys
from tests.verification.test_digests import digest
print(*(digest(case, 20_000) for case in sys.argv[1:]))
"""
NARROW: Final = {"NUMBA_CPU_NAME": "generic", "NUMBA_CPU_FEATURES": "", "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX2 FMA3"}
ELSEWHERE: Final[dict[str, dict[str, str]]] = {
    "code for any processor": NARROW,
    "hashes in order 0": {"PYTHONHASHSEED": "0"},
    "hashes in order 1": {"PYTHONHASHSEED": "1"},
    "hashes in any order": {"PYTHONHASHSEED": "random"},
    "Turkey": {"LC_ALL": "tr_TR.UTF-8", "TZ": "Europe/Istanbul"},
    "an old shell on an atoll": {"LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    "four threads": {"NUMBA_NUM_THREADS": "4", "OMP_NUM_THREADS": "4"},
}


@cache
def digest(case: str, runs: int) -> str:
    """The digest of so many compiled runs, played by one thread."""
    return provenance.digest(outcomes(seat(read(case)), SEED, runs, engine="compiled", workers=1))


@pytest.mark.parametrize("case", BUNDLED)
def test_a_million_runs_have_one_digest(case: str) -> None:
    plan = asked(case, [], [], runs=MILLION, seed=SEED)
    found = {swept(plan, "compiled", workers, chunk).digest for workers, chunk in CUT.items()}
    assert len(found) == 1


@pytest.mark.parametrize("case", BUNDLED)
def test_mesa_and_chunks_of_one_run_give_the_digest_of_the_compiled_rules(case: str) -> None:
    plan = asked(case, [], [], runs=2000, seed=SEED)
    assert swept(plan, "mesa", 1, 200).digest == digest(case, 2000)
    assert swept(plan, "compiled", 7, 1).digest == digest(case, 2000)


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_process_elsewhere_gives_the_same_digests(place: str, tmp_path: Path) -> None:
    own = {"XDG_CACHE_HOME": str(tmp_path)} if "NUMBA_CPU_NAME" in ELSEWHERE[place] else {}
    alone = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SCRIPT, *BUNDLED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), **ELSEWHERE[place], **own},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert alone.stdout.split() == [digest(case, 20_000) for case in BUNDLED]


def test_a_million_runs_that_are_killed_and_resumed_have_the_digest_of_those_that_were_not(tmp_path: Path) -> None:
    arguments = ("sweep", "geneva_ii_round_2", "-n", str(MILLION), "--seed", str(SEED), "--out", "kept")
    folder = tmp_path / "kept"
    for place, way in enumerate(WAYS):
        before = marks(folder)
        running = Started(tmp_path, (*arguments, "--workers", str((1, 2, 3, 7)[place])))
        running.until(lambda before=before: len(kept(folder)) >= len(before) + 6)  # type: ignore[misc]
        running.stop(WAYS[way])
        assert running.ended().code == WAYS[way].code
        assert before.items() <= marks(folder).items()
    assert 24 <= len(kept(folder)) < MILLION // 20_000
    assert Started(tmp_path, arguments).ended().code == 0
    plan = asked("geneva_ii_round_2", [], [], runs=MILLION, seed=SEED)
    assert lines(folder)[-1]["digest"] == swept(plan, "compiled", 2, 20_000).digest
