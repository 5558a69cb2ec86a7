"""Where compiled code is kept, so that only the first many runs of a version have to wait for it."""

import os
import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

NAME = "play.py"


def kept(text: str) -> Path | None:
    """The file in which a text lies to be compiled, in a folder of its own; None where nothing can be written.

    The folder is named after everything that is compiled, so that code of other sources is never taken for
    this: `negotiation-rounds` in the user's folder for caches (XDG_CACHE_HOME, else ~/.cache).
    """
    try:
        folder = home()
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / NAME
        if not place.exists():
            fresh = folder / f"{os.getpid()}.new"
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(place)
    except (OSError, RuntimeError):  # pathlib says RuntimeError where there is no home
        return None
    return place


def is_kept() -> bool:
    """Whether these sources have been compiled here before."""
    try:
        return any(home().glob("__pycache__/*.nbc"))
    except (OSError, RuntimeError):
        return False


def home() -> Path:
    """The folder for what is compiled from these sources, whether it is there or not."""
    named = os.environ.get("XDG_CACHE_HOME")
    return (Path(named) if named else Path.home() / ".cache") / "negotiation-rounds" / fingerprint()


@cache
def fingerprint() -> str:
    """A name for everything that is compiled and whatever compiles it."""
    package = Path(__file__).parents[1]
    seen = sha256(f"{sys.version} {version('numba')} {version('numpy')}".encode())
    for room in ("rules", "talks"):
        for source in sorted((package / room).glob("*.py")):
            seen.update(source.read_bytes())
    return seen.hexdigest()[:16]
