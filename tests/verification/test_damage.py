"""Hundreds of accidents to the files of a sweep: each is found before it is used, and mended."""

import shutil
from pathlib import Path

import pytest

from sim.study.store import results
from tests.store.damage import FILES, cut_at, expect_found_and_mended, flip_at, flips
from tests.store.sweeps import plan, swept


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finished") / "sweep"
    swept(folder, plan())
    return folder


@pytest.mark.parametrize("number", range(10))
def test_flipped_bits_are_found_and_mended(finished: Path, tmp_path: Path, number: int) -> None:
    for name, place in flips(300)[number::10]:
        shutil.copytree(finished, tmp_path / "sweep")
        flip_at(tmp_path / "sweep", name, place)
        expect_found_and_mended(tmp_path / "sweep", [name], results(finished).digest)
        shutil.rmtree(tmp_path / "sweep")


@pytest.mark.parametrize("number", range(5))
def test_cut_files_are_found_and_mended(finished: Path, tmp_path: Path, number: int) -> None:
    for name, place in flips(50)[number::5]:
        shutil.copytree(finished, tmp_path / "sweep")
        cut_at(tmp_path / "sweep", name, place)
        expect_found_and_mended(tmp_path / "sweep", [name], results(finished).digest)
        shutil.rmtree(tmp_path / "sweep")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_or_empty_is_found_and_mended(finished: Path, tmp_path: Path, name: str) -> None:
    for harm in (Path.unlink, lambda path: path.write_bytes(b"")):
        shutil.copytree(finished, tmp_path / "sweep")
        harm(tmp_path / "sweep" / name)
        expect_found_and_mended(tmp_path / "sweep", [name], results(finished).digest)
        shutil.rmtree(tmp_path / "sweep")
