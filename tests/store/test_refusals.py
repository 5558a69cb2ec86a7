"""A folder is refused, before anything is played, if what it holds is not the sweep that is asked for."""

import errno
import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sim.case import Unknown, read
from sim.study import provenance
from sim.study.plan import Plan
from sim.study.seal import seal, unseal
from sim.study.store import found, opened, results
from sim.study.trouble import Unusable
from tests.store.sweeps import SIZE, made, plan, swept, tree


def refusal(folder: Path, given: Plan) -> str:
    """What is said when a plan is refused; nothing is changed."""
    before = tree(folder)
    with pytest.raises(Unusable) as refused, opened(folder, given, SIZE):
        pass
    with pytest.raises(Unusable):
        found(folder, given)
    assert tree(folder) == before
    return str(refused.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"seed": 2}, "seed: was 1, is 2"),
        ({"runs": 11}, "runs: was 10, is 11"),
        ({"rounds": False}, "rounds: was true, is false"),
        (
            {"paths": ("calendar.start", "mediator.patience")},
            "varied: was calendar.start, mediator.style, is calendar.start, mediator.patience",
        ),
        (
            {"points": (("2030-01-07", "facilitation"), ("2030-01-09", "manipulation"))},
            "values of mediator.style: was facilitation, formulation, is facilitation, manipulation",
        ),
        ({"points": (("2030-01-07", "facilitation"),)}, "points: was 2, is 1"),
        (
            {"points": plan().points[::-1]},
            "values of calendar.start: was 2030-01-07, 2030-01-09, is 2030-01-09, 2030-01-07",
        ),
        (
            {"points": (("2030-01-07", "formulation"), ("2030-01-09", "facilitation"))},
            "values of mediator.style: was facilitation, formulation, is formulation, facilitation",
        ),
    ],
)
def test_another_plan_is_refused_with_what_differs(folder: Path, change: dict[str, Any], said: str) -> None:
    text = refusal(folder, replace(plan(), **change))
    assert text.startswith(f"{folder} holds a sweep of something else:\n")
    assert said in text.splitlines()
    assert text.endswith("Name another folder with --out, or start over with --fresh.")


def test_an_edited_scenario_is_refused_with_the_keys_that_differ(folder: Path) -> None:
    edited = read("first_scenario", ["mediator.style=manipulation", "calendar.rounds=2", "title=Another"])
    lines = refusal(folder, replace(plan(), scenario=edited)).splitlines()
    assert "title: was The bridge at Orlen, is Another" in lines
    assert "calendar.rounds: was 1, is 2" in lines
    assert any(line.startswith("mediator.style: was ") and line.endswith(", is manipulation") for line in lines)
    assert len(lines) == 5


def test_of_many_keys_the_first_are_listed_and_the_others_counted(folder: Path) -> None:
    lines = refusal(folder, replace(plan(), scenario=read("geneva_ii_round_2"))).splitlines()
    assert len(lines) == 23
    assert lines[-2].startswith("and ")
    assert lines[-2].endswith(" more")


def test_a_comment_in_the_scenario_makes_no_difference(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("# a comment\n" + (folder / "scenario.yaml").read_text("utf-8"), "utf-8")
    with opened(folder, replace(plan(), scenario=read(str(case))), SIZE) as kept:
        assert kept.digest == results(folder).digest


def test_another_size_of_chunks_makes_no_difference(folder: Path) -> None:
    with opened(folder, plan(), 7) as kept:
        assert [chunk.count for chunk in kept.chunks] == [4, 4, 4, 4, 4]


def rewritten(folder: Path, **changes: object) -> None:
    """Write another page into a folder, as another version of sim would have."""
    page = unseal((folder / "sweep.json").read_bytes()) or {}
    (folder / "sweep.json").write_bytes(seal({**page, **changes}, tall=True))


def test_another_result_version_is_refused(folder: Path) -> None:
    rewritten(folder, result_version=0, sim_version="0.0.9")
    said = refusal(folder, plan())
    assert f"{folder} was made by sim 0.0.9, results 0" in said
    assert f"results {provenance.RESULT_VERSION}" in said


def test_another_version_with_the_same_numbers_goes_on(folder: Path) -> None:
    rewritten(folder, sim_version="0.0.9")
    digest = results(folder).digest
    assert swept(folder, plan()).digest == digest


def test_a_damaged_folder_of_another_plan_is_refused_all_the_same(folder: Path) -> None:
    (folder / "sweep.json").write_bytes(b"")
    assert "holds a sweep of something else, and sweep.json is damaged" in refusal(folder, plan(seed=2))


@pytest.mark.parametrize("name", ["thesis.docx", "scenario.yaml", "replicates", "sweep.json"])
def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    assert refusal(tmp_path, plan()) == f"{tmp_path} holds no results of sim sweep, but something else: {name}."
    with pytest.raises(Unusable, match="holds no results"), opened(tmp_path, plan(), SIZE, fresh=True):
        pass
    with pytest.raises(Unusable, match="holds no results"):
        results(tmp_path)
    assert tree(tmp_path) == {name: b"mine"}


def test_a_folder_with_a_readme_is_as_good_as_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / ".hidden").write_text("mine")
    assert swept(tmp_path, plan(runs=2)).digest == results(tmp_path).digest
    assert (tmp_path / "README.md").read_text() == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert refusal(tmp_path / "file", plan()) == f"{tmp_path / 'file'} is a file, not a folder of results."


def test_missing_folders_are_made(tmp_path: Path) -> None:
    swept(tmp_path / "results" / "mine", plan(runs=2))
    assert results(tmp_path / "results" / "mine").plan == plan(runs=2)


def test_a_folder_that_cannot_be_made_is_refused_before_anything_is_played(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NotADirectoryError) as refused, opened(tmp_path / "file" / "sweep", plan(), SIZE):
        pass
    assert refused.value.filename == str(tmp_path / "file" / "sweep")


def test_a_folder_that_cannot_be_written_to_is_refused_before_anything_is_played(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(OSError, match="Read-only") as refused, opened(folder, plan(), SIZE):
        pass
    assert refused.value.filename == folder / "in-use"


def test_starting_over_takes_no_notice_of_what_was_kept(folder: Path) -> None:
    (folder / "README.md").write_text("mine")
    (folder / "replicates" / "000001.parquet").write_text("damaged")
    with opened(folder, plan(seed=2), 7, fresh=True) as kept:
        assert (kept.done, kept.mended, kept.digest) == (frozenset(), (), None)
        assert [chunk.count for chunk in kept.chunks] == [7, 7, 6]
    done = swept(folder, plan(seed=2))
    assert results(folder).plan == plan(seed=2)
    assert results(folder).digest == done.digest
    assert (folder / "README.md").read_text() == "mine"
    assert len(list((folder / "replicates").iterdir())) == 3


def test_starting_over_without_rounds_leaves_none_behind(folder: Path) -> None:
    swept(folder, plan(rounds=False), fresh=True)
    assert list((folder / "rounds").iterdir()) == []
    assert "rounds" not in results(folder).columns


def test_a_sweep_that_is_not_finished_is_not_read(folder: Path) -> None:
    with opened(folder, plan(), SIZE, fresh=True) as kept:
        kept.keep(kept.chunks[1], made(plan(), kept.chunks[1]))
        assert found(folder, plan()) == 4
    with pytest.raises(Unusable, match="is not finished: 1 of 5 chunks are there"):
        results(folder)


def test_how_much_is_there_is_asked_without_making_a_folder(tmp_path: Path) -> None:
    assert found(tmp_path / "nowhere", plan()) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_has_no_results(tmp_path: Path) -> None:
    with pytest.raises(Unknown, match="There is no folder"):
        results(tmp_path / "nowhere")


def test_an_empty_folder_has_no_results(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="holds no results"):
        results(tmp_path)


def test_a_scenario_that_cannot_be_read_any_more_can_still_be_asked(folder: Path) -> None:
    scenario = folder / "scenario.yaml"
    scenario.write_text(scenario.read_text("utf-8").replace("format: 1", "format: 9"), "utf-8")
    noted(folder, scenario)
    kept = results(folder)
    assert list(kept.ask("select count(*) from replicates").rows) == [(18,)]
    with pytest.raises(Unusable, match="cannot be read by sim"):
        kept.load(kept.chunks[0])


def noted(folder: Path, path: Path) -> None:
    """Note a file as it is now, as whoever wrote it would have."""
    lines = [unseal(line) or {} for line in (folder / "manifest.jsonl").read_bytes().splitlines(keepends=True)]
    lines[0]["files"][path.name] = sha256(path.read_bytes()).hexdigest()
    (folder / "manifest.jsonl").write_bytes(b"".join(map(seal, lines)))
