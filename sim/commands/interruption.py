"""Being asked to stop: from the keyboard (Ctrl-C), or by the system (SIGTERM)."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class Terminated(KeyboardInterrupt):
    """The system asks to stop."""


@contextmanager
def heard() -> Iterator[None]:
    """While this lasts, the system's request to stop is heard as Ctrl-C is."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated
