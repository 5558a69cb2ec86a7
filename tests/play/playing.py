"""Games that are played in the terminal, from a list of what is typed."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

CASE: Final = "geneva_ii_round_2"
SHORT: Final = ("--set", "calendar.horizon_days=25")

Sim = Callable[..., subprocess.CompletedProcess[str]]


def typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def digest_of(said: str) -> str:
    """The digest that the last line of a run names."""
    found: list[str] = re.findall(r"digest (\w+)", said.replace("\n", " "))
    return found[-1]


def wide(said: str) -> list[str]:
    return [line for line in said.splitlines() if len(line) > 80]


def games(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
