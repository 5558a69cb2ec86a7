"""Whatever happens to a file is found before it is used, named, and mended by the same command."""

import shutil
from pathlib import Path

import pytest

from sim.study.store import opened, results
from sim.study.trouble import Unusable
from tests.store.damage import CHUNKS, FILES, SMALL, cut_at, expect_found_and_mended, flip_at, flips
from tests.store.sweeps import SIZE, plan, swept, tree


@pytest.fixture
def digest(finished: Path) -> str:
    return results(finished).digest


@pytest.mark.parametrize(("name", "place"), flips(20))
def test_a_flipped_bit_is_found_and_mended(folder: Path, digest: str, name: str, place: float) -> None:
    flip_at(folder, name, place)
    expect_found_and_mended(folder, [name], digest)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_is_found_and_mended(folder: Path, digest: str, name: str) -> None:
    (folder / name).unlink()
    expect_found_and_mended(folder, [name], digest)


@pytest.mark.parametrize("name", [*SMALL, CHUNKS[0], CHUNKS[7]])
def test_a_file_that_is_empty_is_found_and_mended(folder: Path, digest: str, name: str) -> None:
    (folder / name).write_bytes(b"")
    expect_found_and_mended(folder, [name], digest)


@pytest.mark.parametrize(("name", "place"), [(name, place) for name in (*SMALL, CHUNKS[1]) for place in (0.3, 0.99)])
def test_a_file_that_is_cut_is_found_and_mended(folder: Path, digest: str, name: str, place: float) -> None:
    cut_at(folder, name, place)
    expect_found_and_mended(folder, [name], digest)


@pytest.mark.parametrize("pair", [(CHUNKS[0], CHUNKS[1]), (CHUNKS[2], CHUNKS[7]), ("points.parquet", CHUNKS[0])])
def test_two_files_that_are_swapped_are_found_and_mended(folder: Path, digest: str, pair: tuple[str, str]) -> None:
    one, other = ((folder / name).read_bytes() for name in pair)
    (folder / pair[0]).write_bytes(other)
    (folder / pair[1]).write_bytes(one)
    expect_found_and_mended(folder, pair, digest)


@pytest.mark.parametrize("copy", ["replicates/000009.parquet", "rounds/000005.parquet", "replicates/0000010.parquet"])
def test_a_file_that_is_there_twice_is_found_and_mended(folder: Path, digest: str, copy: str) -> None:
    shutil.copy(folder / CHUNKS[1], folder / copy)
    expect_found_and_mended(folder, [copy], digest)
    assert not (folder / copy).exists()


@pytest.mark.parametrize("name", ["replicates/000001 (copy).parquet", "rounds/mine.parquet"])
def test_a_file_of_somebody_else_among_ours_is_set_aside(folder: Path, digest: str, name: str) -> None:
    for content in (b"theirs", b"theirs too"):
        (folder / name).write_bytes(content)
        expect_found_and_mended(folder, [name], digest)
    aside = sorted((folder / "set-aside").iterdir())
    assert [path.read_bytes() for path in aside] == [b"theirs", b"theirs too"]


def test_a_readme_and_other_files_beside_ours_are_left_alone(folder: Path, digest: str) -> None:
    theirs = {"README.md": b"mine", "plots/one.svg": b"<svg/>", "replicates/notes.txt": b"note", ".hidden": b"x"}
    for name, content in theirs.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    assert results(folder).digest == digest
    assert swept(folder, plan()).mended == ()
    assert {name: tree(folder)[name] for name in theirs} == theirs


@pytest.mark.parametrize("name", ["replicates/.000003.parquet.unfinished", ".sweep.json.unfinished"])
def test_what_a_killed_process_left_behind_is_named_and_thrown_away(folder: Path, digest: str, name: str) -> None:
    (folder / name).write_bytes(b"half")
    assert results(folder).digest == digest
    mended = swept(folder, plan()).mended
    assert mended == (f"{name} was left unfinished.", "This is mended: what is missing is written or played again.")
    assert not (folder / name).exists()


@pytest.mark.parametrize("line", range(7))
def test_a_line_of_the_manifest_that_is_gone_is_found_and_mended(folder: Path, digest: str, line: int) -> None:
    lines = (folder / "manifest.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "manifest.jsonl").write_bytes(b"".join(lines[:line] + lines[line + 1 :]))
    with pytest.raises(Unusable, match=r"manifest\.jsonl|is not finished"):
        results(folder)
    assert swept(folder, plan()).digest == results(folder).digest == digest


@pytest.mark.parametrize("line", range(7))
def test_a_line_of_the_manifest_that_is_there_twice_is_found_and_mended(folder: Path, digest: str, line: int) -> None:
    lines = (folder / "manifest.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "manifest.jsonl").write_bytes(b"".join([*lines, lines[line]]))
    expect_found_and_mended(folder, ["Line 8 of manifest.jsonl is out of place"], digest)


def test_a_line_of_another_sweep_in_the_manifest_is_found_and_mended(folder: Path, digest: str, tmp_path: Path) -> None:
    swept(tmp_path / "other", plan(seed=2))
    line = (tmp_path / "other" / "manifest.jsonl").read_bytes().splitlines(keepends=True)[2]
    with (folder / "manifest.jsonl").open("ab") as manifest:
        manifest.write(line)
    expect_found_and_mended(folder, ["Line 8 of manifest.jsonl is out of place"], digest)


def test_a_chunk_of_another_sweep_is_found_and_mended(folder: Path, digest: str, tmp_path: Path) -> None:
    swept(tmp_path / "other", plan(seed=2))
    shutil.copy(tmp_path / "other" / CHUNKS[3], folder / CHUNKS[3])
    expect_found_and_mended(folder, [CHUNKS[3]], digest)


def test_everything_that_is_damaged_is_named_at_once(folder: Path, digest: str) -> None:
    for name in CHUNKS[1:9]:
        flip_at(folder, name, 0.5)
    (folder / "scenario.yaml").unlink()
    expect_found_and_mended(folder, [*CHUNKS[1:9], "scenario.yaml"], digest)


def test_only_damaged_chunks_are_played_again(folder: Path) -> None:
    flip_at(folder, CHUNKS[2], 0.5)
    flip_at(folder, CHUNKS[9], 0.5)
    with opened(folder, plan(), SIZE) as kept:
        assert kept.done == {0, 1, 3}
        assert kept.digest is None
        assert kept.rows == 12


def test_what_mends_the_results_is_said(folder: Path) -> None:
    flip_at(folder, CHUNKS[2], 0.5)
    with pytest.raises(Unusable, match="The same sim sweep command mends it"):
        results(folder)
    with opened(folder, plan(), SIZE, fresh=True, command="sim sweep mine --out here"):
        pass
    with pytest.raises(Unusable, match="This finishes it:\nsim sweep mine --out here"):
        results(folder)


def test_a_finished_sweep_opened_again_changes_no_byte(folder: Path, digest: str) -> None:
    before = tree(folder)
    stamps = [path.stat().st_mtime_ns for path in sorted(folder.rglob("*.*"))]
    with opened(folder, plan(), 1) as kept:
        assert kept.digest == digest
        assert kept.done == {0, 1, 2, 3, 4}
        kept.finish(digest)
    assert tree(folder) == before
    assert [path.stat().st_mtime_ns for path in sorted(folder.rglob("*.*"))] == stamps


def test_results_are_read_without_changing_a_byte(folder: Path) -> None:
    before = tree(folder)
    kept = results(folder)
    list(kept.ask("select count(*) from replicates").rows)
    assert kept.frame("failures")["replicate"].tolist() == [6, 6]
    assert tree(folder) == before
