"""The pictures of the pages are those that the commands draw today."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.analysis.watched import watched
from sim.plots import PLOTS

ROOT = Path(__file__).parent.parent.parent
PICTURES = ROOT / "docs" / "pictures"
Draw = Callable[[Path], None]


def by_command(path: Path) -> None:
    command = re.search(r"^(sim compare .*?) --report", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert command
    words = command[1].replace("founding_cases.svg", str(path)).split()
    subprocess.run([sys.executable, "-m", *words], cwd=ROOT, check=True, capture_output=True)


def by_hand(path: Path) -> None:
    PLOTS["timeline"](watched("geneva_ii_round_2", seed=1, replicate=1)).save(path)


DRAWN: dict[str, Draw] = {"founding_cases.svg": by_command, "timeline.svg": by_hand}


def said(picture: str) -> list[str]:
    """What a picture says to who cannot see it."""
    return re.findall(r"<dc:(?:title|description)>(.*?)</dc:", picture)


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_the_one_that_is_drawn_today(name: str, tmp_path: Path) -> None:
    DRAWN[name](tmp_path / name)
    kept, drawn = ((folder / name).read_text(encoding="utf-8") for folder in (PICTURES, tmp_path))
    by = [re.search(r"matplotlib [\d.]+", one) for one in (kept, drawn)]
    assert len(said(kept)) == 3
    assert said(kept)[:2] == said(drawn)[:2]
    assert by[0]
    assert by[1]
    assert by[0][0] != by[1][0] or kept == drawn


def test_every_picture_of_a_page_is_drawn() -> None:
    assert sorted(path.name for path in PICTURES.iterdir()) == sorted(DRAWN)
