"""A disk that fails once, at the k-th thing that is asked of it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from sim.study import disk

STEPS: Final = ("let", "extend", "settle", "rename", "remove", "make_folder", "read", "hashed")


class Disk:
    """Counts the steps that are taken on the disk; the one that is chosen fails with an error of the system.

    A step that writes has then written a part.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fails: int, code: int) -> None:
        self.left, self.code, self.failed = fails, code, False
        for name in STEPS:
            monkeypatch.setattr(disk, name, self._watched(name, getattr(disk, name)))

    def _watched(self, name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def taken(*given: Any) -> Any:  # noqa: ANN401
            self.left -= 1
            if self.left:
                return step(*given)
            self.failed = True
            _half(name, *given)
            path = next((str(one) for one in given if isinstance(one, Path)), None)
            raise OSError(self.code, os.strerror(self.code), path)

        return taken


def _half(name: str, *given: Any) -> None:  # noqa: ANN401
    """What a step that writes has done when it fails in the middle."""
    if name == "let":
        given[1].write_bytes(b"half a file")
    if name == "extend":
        os.write(given[0], given[1][: len(given[1]) // 2])
