"""What these tests share: a file with a given text."""

from collections.abc import Callable
from pathlib import Path

import pytest

Writer = Callable[..., str]


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    """Write a case to a file of its own, and give its path."""

    def write(content: str | bytes, name: str = "case.yaml") -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write
