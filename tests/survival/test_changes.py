"""Results are of one scenario, seed and version: whatever else is asked is refused, and nothing is touched."""

from pathlib import Path
from typing import Final

import pytest

from tests.survival.conftest import Undisturbed
from tests.survival.folders import kept, marks, still, tree
from tests.survival.started import ROOT, WAYS, Ended, Started
from tests.survival.trials import CHUNK, CHUNKS, SWEEP, held, started

CASE: Final = (ROOT / "scenarios" / "first_scenario.yaml").read_text(encoding="utf-8")


def of_a_file(*more: str) -> tuple[str, ...]:
    """The same sweep, of a file."""
    return (SWEEP[0], "case.yaml", *SWEEP[2:], *more)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the sweep of a file was begun and killed."""
    where = tmp_path_factory.mktemp("begun")
    (where / "case.yaml").write_text(CASE, encoding="utf-8")
    running = Started(where, of_a_file("--engine", "compiled", "--workers", "2"), {"chunk": CHUNK, "hold": 3})
    running.until(lambda: len(kept(where / "kept")) == 3)
    running.stop(WAYS["kill -9 of all"])
    assert running.ended().code == 137
    return where


TRUST: Final = "delegations.east_orlen.trust"
CHANGES: Final[dict[str, tuple[str, tuple[str, ...], str]]] = {
    "a number": (CASE.replace("trust: 0.3", "trust: 0.4", 1), (), f"{TRUST}: was 0.3, is 0.4"),
    "a name": (CASE.replace("Mara Lind", "Lena Mar"), (), "mediator.name: was Mara Lind, is Lena Mar"),
    "a setting": (CASE, ("--set", f"{TRUST}=0.5"), f"{TRUST}: was 0.3, is 0.5"),
    "the seed and the runs": (CASE, ("--seed", "8", "-n", "701"), "runs: was 700, is 701 seed: was 7, is 8"),
    "what is varied": (CASE, ("--vary", f"{TRUST}=0.1,0.5"), "varied: was mediator.leverage, mediator.style, is"),
    "what is kept": (CASE, ("--rounds",), "rounds: was false, is true"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_sweep_goes_on_only_as_it_was_begun(change: str, begun: Path) -> None:
    text, options, words = CHANGES[change]
    before = still(begun / "kept")
    (begun / "case.yaml").write_text(text, encoding="utf-8")
    end = Started(begun, of_a_file(*options)).ended()
    assert (end.code, end.out) == (7, "")
    assert "kept holds a sweep of something else" in end.said
    assert words in end.said
    assert "--fresh" in end.said
    assert still(begun / "kept") == before


def test_another_version_of_results_is_refused(begun: Path) -> None:
    before = still(begun / "kept")
    (begun / "case.yaml").write_text(CASE, encoding="utf-8")
    end = Started(begun, of_a_file(), {"results": 1_000_001}).ended()
    assert (end.code, end.out) == (7, "")
    assert "this is sim" in end.said
    assert "results 1000001, whose numbers are others" in end.said
    assert still(begun / "kept") == before


def test_a_comment_and_another_name_of_the_file_do_not_matter(tmp_path: Path, undisturbed: Undisturbed) -> None:
    first = held(tmp_path)
    first.stop(WAYS["kill -9 of all"])
    assert first.ended().code == 137
    (tmp_path / "case.yaml").write_text("# Nothing is changed.\r\n" + CASE.replace("\n", "  \n"), encoding="utf-8")
    end = Started(tmp_path, of_a_file("--json")).ended()
    assert (end.code, end.document["digest"]) == (0, undisturbed.digest), end.err
    assert end.document["played"] == 4200 - 3 * CHUNK


def test_a_sweep_that_is_done_is_answered_and_not_touched(tmp_path: Path, undisturbed: Undisturbed) -> None:
    first = started(tmp_path, 2).ended()
    before = still(tmp_path / "kept")
    again = started(tmp_path, 3, hold=0).ended()
    assert (again.code, again.document["played"]) == (0, 0)
    assert again.document["digest"] == first.document["digest"] == undisturbed.digest
    read = Started(tmp_path, SWEEP).ended()
    assert "This was played before: nothing was to be done." in read.out
    assert still(tmp_path / "kept") == before


def test_afresh_everything_is_played_again(tmp_path: Path, undisturbed: Undisturbed) -> None:
    assert started(tmp_path, 2).ended().code == 0
    before = marks(tmp_path / "kept")
    end: Ended = started(tmp_path, 2, "--fresh").ended()
    assert (end.code, end.document["played"]) == (0, 4200)
    assert tree(tmp_path / "kept") == undisturbed.tree
    after = marks(tmp_path / "kept")
    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before if name.startswith("replicates")) == CHUNKS


def test_afresh_another_scenario_takes_the_folder(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    old, new = of_a_file("--json"), of_a_file("--json", "--set", "delegations.east_orlen.trust=0.9", "-n", "50")
    assert Started(tmp_path, old).ended().code == 0
    end = Started(tmp_path, (*new, "--fresh")).ended()
    assert (end.code, end.document["played"]) == (0, 300), end.err
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "case.yaml").write_text(CASE, encoding="utf-8")
    alone = Started(tmp_path / "elsewhere", new).ended()
    assert end.document["digest"] == alone.document["digest"]
    assert tree(tmp_path / "kept").keys() == tree(tmp_path / "elsewhere" / "kept").keys(), "old files are left"
