"""A finished sweep, of which every test gets a copy."""

import shutil
from pathlib import Path

import pytest

from tests.store.sweeps import plan, swept


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sweep that nobody disturbed; it is not to be changed."""
    folder = tmp_path_factory.mktemp("finished") / "sweep"
    swept(folder, plan())
    return folder


@pytest.fixture
def folder(finished: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    copy = tmp_path / "sweep"
    shutil.copytree(finished, copy)
    return copy
