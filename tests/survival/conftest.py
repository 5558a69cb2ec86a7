"""The sweep that nobody disturbs, played once."""

from pathlib import Path

import pytest

from tests.survival.folders import tree
from tests.survival.trials import started


class Undisturbed:
    """The digest of the sweep that nobody stopped, and what is in its folder."""

    def __init__(self, where: Path) -> None:
        end = started(where, 2).ended()
        assert end.code == 0, end.err
        self.digest: str = end.document["digest"]
        self.tree = tree(where / "kept")


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    return Undisturbed(tmp_path_factory.mktemp("undisturbed"))
