"""The same numbers everywhere: however many at once, by whichever engine, wherever and whenever."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from sim.study.runs import outcomes
from tests.model.cases import DEFAULT, EVERYTHING, READABLE, ids, name_of, seated
from tests.model.playing import Columns

ROOT = Path(__file__).parent.parent.parent
SCRIPT = """
import sys
from tests.model.cases import seated
from tests.reproduction.test_digests import digest
from sim.study.runs import outcomes
print(digest(outcomes(seated(sys.argv[1]), 1, 12, engine="mesa")))
"""
VARIANTS: dict[str, Mapping[str, str]] = {
    "another order of hashes": {"PYTHONHASHSEED": "1"},
    "yet another order of hashes": {"PYTHONHASHSEED": "4242"},
    "another place and language": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
    "a processor without wide vectors": {"NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX2 FMA3"},
    "optimised Python": {"PYTHONOPTIMIZE": "1"},
}


def digest(columns: Columns) -> str:
    """Give the SHA-256 of the values of all columns, in their order."""
    told = sha256()
    for name, column in columns.items():
        told.update(name.encode() + column.astype(column.dtype.newbyteorder("<")).tobytes())
    return told.hexdigest()


@pytest.mark.parametrize("source", READABLE, ids=ids(READABLE))
def test_outcomes_are_those_on_record(source: str, golden: Callable[[str, str], str]) -> None:
    said = digest(outcomes(seated(source), 1, 2000, engine="compiled")) + "\n"
    assert said == golden(f"{name_of(source)}.txt", said)


@pytest.mark.parametrize("source", READABLE, ids=ids(READABLE))
def test_both_engines_give_the_same_digest(source: str) -> None:
    case = seated(source)
    assert digest(outcomes(case, 1, 25, engine="mesa")) == digest(outcomes(case, 1, 25, engine="compiled"))


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("source", [DEFAULT, EVERYTHING], ids=name_of)
def test_another_process_elsewhere_gives_the_same_digest(source: str, variant: str, tmp_path: Path) -> None:
    alone = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SCRIPT, source],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), **VARIANTS[variant]},
        capture_output=True,
        text=True,
        check=True,
    )
    assert alone.stdout.strip() == digest(outcomes(seated(source), 1, 12, engine="compiled"))


@pytest.mark.parametrize("parts", [[1, 799], [400, 400], [50] * 16])
def test_the_parts_in_which_runs_are_played_change_nothing(parts: list[int]) -> None:
    case = seated(DEFAULT)
    whole, first = outcomes(case, 1, 800, engine="compiled"), 0
    for runs in parts:
        part = outcomes(case, 1, runs, first=first, engine="compiled")
        assert digest(part) == digest({name: column[first : first + runs] for name, column in whole.items()})
        first += runs
    assert first == 800


def test_runs_with_large_numbers_and_seeds_are_the_same_in_both_engines() -> None:
    case = seated(EVERYTHING)
    for seed, first in ((2**64 - 1, 2**48 - 5), (2**32, 2**32 - 2), (0, 0)):
        told = {engine: digest(outcomes(case, seed, 4, first=first, engine=engine)) for engine in ("mesa", "compiled")}
        assert told["mesa"] == told["compiled"]


def test_how_far_a_study_is_can_be_watched_and_changes_nothing() -> None:
    seen: list[int] = []
    case = seated(DEFAULT)
    watched = outcomes(case, 1, 3000, engine="compiled", workers=1, progress=seen.append)
    assert seen == [0, 1000, 2000, 3000]
    assert digest(watched) == digest(outcomes(case, 1, 3000, engine="compiled"))
