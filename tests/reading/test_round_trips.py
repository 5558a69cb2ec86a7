"""A case that is written down and read again is the same case, whatever it looks like."""

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from sim.case import Scenario, canonical, digest, dump, read
from tests.reading.written import CASES, EVERYTHING

ALL = [*CASES, EVERYTHING]
files = pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)


@files
def test_a_case_saved_and_read_again_is_the_same_case(file: Path, written: Callable[..., str]) -> None:
    scenario = read(str(file))
    again = read(written(dump(scenario)))
    assert again == scenario
    assert digest(again) == digest(scenario)
    assert dump(again) == dump(scenario)


@files
def test_a_case_is_the_same_when_its_records_are_made_in_python(file: Path) -> None:
    scenario = read(str(file))
    assert Scenario.model_validate(json.loads(canonical(scenario))) == scenario


@files
@pytest.mark.parametrize(
    "rewrite",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "   \n") if ">-" not in text and "|" not in text else text,
        lambda text: "# a first line\n\n" + text + "\n\n# a last line",
        lambda text: text.replace("title:", '"title":').replace("calendar:", "'calendar' :"),
        lambda text: "---\n" + text,
    ],
    ids=["byte order mark", "windows lines", "blanks at line ends", "comments", "quoted keys", "document start"],
)
def test_harmless_rewrites_change_nothing(
    file: Path, rewrite: Callable[[str], str], written: Callable[..., str]
) -> None:
    assert digest(read(written(rewrite(file.read_text(encoding="utf-8"))))) == digest(read(str(file)))


@files
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_keys_changes_nothing(file: Path, seed: int, written: Callable[..., str]) -> None:
    plain = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    again = _flow(_shuffled(plain, random.Random(seed)))
    assert digest(read(written(again))) == digest(read(str(file)))


def _flow(value: object) -> str:
    """YAML in braces and brackets; whatever can stand without quotes does."""
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(below)}" for key, below in value.items()) + "}"
    bare = re.fullmatch(r"[\w.+-][\w.+ -]*(?<! )", str(value))
    return str(value) if bare else json.dumps(value, ensure_ascii=False)


def _shuffled(value: object, chance: random.Random) -> object:
    if isinstance(value, list):
        return [_shuffled(each, chance) for each in value]
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: _shuffled(value[key], chance) for key in keys}
    return value


def test_every_bundled_case_has_a_digest_of_its_own() -> None:
    assert len({digest(read(str(file))) for file in ALL}) == len(ALL)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The strait of Maren", "title: The strait of Maron"),
        ("spread: 0.03", "spread: 0.030000000000000002"),
        ("    - {name: convoys, about: [convoys], share: 0.2}\n", ""),
        ("at_1: daily", "at_1: every day"),
        ("A thousand out", '"1,000 out"'),
    ],
)
def test_whatever_is_read_or_seen_counts_in_the_digest(old: str, new: str, written: Callable[..., str]) -> None:
    text = EVERYTHING.read_text(encoding="utf-8")
    assert old in text
    assert digest(read(written(text.replace(old, new)))) != digest(read(str(EVERYTHING)))


def test_the_order_of_items_counts_in_the_digest(written: Callable[..., str]) -> None:
    text = EVERYTHING.read_text(encoding="utf-8")
    swapped = text.replace("dates: [2031-03-04, 2031-03-10", "dates: [2031-03-10, 2031-03-04")
    assert swapped != text
    assert digest(read(written(swapped))) != digest(read(str(EVERYTHING)))


def test_the_digest_depends_on_nothing_outside_the_file(tmp_path: Path) -> None:
    code = f"from sim.case import digest, read; print(digest(read({str(EVERYTHING)!r})))"
    surroundings = [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "Asia/Kathmandu"}]
    here = str(Path(__file__).parents[2])
    digests = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, **each, "PYTHONPATH": here},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for each in surroundings
    ]
    assert digests == [digest(read(str(EVERYTHING)))] * 2
