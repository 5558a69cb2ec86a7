"""Every picture is drawn from real runs, says what it shows, and is the same bytes wherever it is drawn."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sim import __version__
from sim.case import Unknown
from sim.plots import PLOTS
from sim.plots.picture import Picture
from tests.plots.drawn import DRAWN, prints

ROOT = Path(__file__).parent.parent.parent
DC = "{http://purl.org/dc/elements/1.1/}"
EACH = pytest.mark.parametrize("name", DRAWN)


@cache
def drawn(name: str) -> Picture:
    return DRAWN[name]()


def test_every_picture_that_is_offered_is_drawn_here() -> None:
    assert list(DRAWN) == list(PLOTS)


@EACH
def test_a_picture_says_what_it_shows_and_how_it_is_read(name: str) -> None:
    picture = drawn(name)
    assert len(picture.title) > 15
    assert len(picture.alt) > 30
    assert picture.how_to_read.endswith(".")
    assert picture.footer.startswith(f"sim {__version__} · ")


@EACH
def test_title_how_to_read_and_footer_stand_on_the_sheet(name: str) -> None:
    picture = drawn(name)
    texts = " ".join(text.get_text() for text in picture.figure.texts)
    assert picture.title in texts
    assert f"How to read: {picture.how_to_read}" in texts
    assert picture.footer in texts


@EACH
def test_an_svg_holds_its_title_and_description(name: str) -> None:
    picture = drawn(name)
    tree = ET.fromstring(picture.svg())  # noqa: S314 - it was drawn here
    assert [one.text for one in tree.iter(f"{DC}title")][:1] == [picture.title]
    assert [one.text for one in tree.iter(f"{DC}description")] == [picture.alt]


@EACH
def test_a_file_holds_the_bytes_of_the_picture(name: str, tmp_path: Path) -> None:
    picture = drawn(name)
    for ending, data in (("svg", picture.svg()), ("PNG", picture.png())):
        picture.save(tmp_path / f"file.{ending}")
        assert (tmp_path / f"file.{ending}").read_bytes() == data
    assert picture.png().startswith(b"\x89PNG")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.PNG", "file.svg"]


def test_a_picture_is_the_same_bytes_again_and_in_another_process() -> None:
    command = [sys.executable, "-m", "tests.plots.drawn"]
    there = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"},
                           capture_output=True, encoding="utf-8", check=True).stdout.splitlines()  # fmt: skip
    assert list(prints()) == list(prints()) == there


@pytest.mark.parametrize("file", ["picture.pdf", "picture", "picture.svg.gz"])
def test_another_kind_of_file_is_refused_and_nothing_is_left(file: str, tmp_path: Path) -> None:
    with pytest.raises(Unknown, match=r"\.svg or \.png"):
        drawn("calibration").save(tmp_path / file)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        drawn("calibration").save(tmp_path / "picture.svg")
    assert list(tmp_path.iterdir()) == []
