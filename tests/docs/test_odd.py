"""The description of the model is true: its tables are the code's, its names exist, its sources are listed."""

import re
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import pytest

from sim.case.json_schema import schema
from sim.talks.records import MANY, ONE

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "odd.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^(<!-- (\w+) -->\n).*?^(<!-- end -->)$", re.MULTILINE | re.DOTALL)
WRITTEN = BLOCK.sub("", PAGE)
PROSE, REFERENCES = WRITTEN.split("## References")
CITED = re.compile(r"\(?([A-Z]\w+)(?: and others|, \w+ and \w+| and \w+)?,? \(?((?:19|20)\d\d(?:, (?:19|20)\d\d)*)\)")


def _printed(script: Path) -> str:
    run = subprocess.run(
        [sys.executable, str(script)], env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True, encoding="utf-8"
    )
    return run.stdout


def test_what_was_changed_by_hand_in_a_block_is_put_right(tmp_path: Path) -> None:
    emptied = tmp_path / "docs" / "printed"
    emptied.mkdir(parents=True)
    for name in ("odd.py", "rules.py"):
        (emptied / name).write_text((ROOT / "docs" / "printed" / name).read_text("utf-8"), encoding="utf-8")
    (tmp_path / "sim").symlink_to(ROOT / "sim")
    (tmp_path / "docs" / "odd.md").write_text(BLOCK.sub(r"\1changed\n\3", PAGE), encoding="utf-8")
    assert _printed(emptied / "odd.py") == PAGE


def test_every_noun_and_every_one_of_its_fields_is_described() -> None:
    fields = {f"`{field}`" for noun in (ONE | MANY).values() for field in get_type_hints(noun)}
    assert len(fields) > 100
    assert [field for field in sorted(fields) if f"| {field} |" not in PAGE] == []


def test_every_name_in_the_text_is_a_name_of_the_format_or_the_code() -> None:
    known = set(re.findall(r"\w+", f"{schema()} {list(ONE | MANY)}"))
    known |= {part for path in (ROOT / "sim").rglob("*.py") for part in re.findall(r"\w+", path.read_text("utf-8"))}
    text = "\n".join(line for line in PROSE.splitlines() if not line.startswith("|"))
    names = set(re.findall(r"`(\w+)`", text))
    assert len(names) > 20
    assert sorted(names - known) == []


def test_every_source_that_the_text_names_is_among_the_references_and_the_other_way_round() -> None:
    cited = {(name, year) for name, years in CITED.findall(" ".join(PROSE.split())) for year in years.split(", ")}
    listed = set(re.findall(r"^- (\w+), .*?\((\d{4})\)", REFERENCES, re.MULTILINE))
    assert cited == listed


@pytest.mark.parametrize("page", ["odd.md", "rules.md"])
def test_every_link_to_a_heading_finds_it(page: str) -> None:
    headings = re.findall(r"^#+ (.*)$", (ROOT / "docs" / page).read_text("utf-8"), re.MULTILINE)
    plain = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    anchors = {f"{name}-{plain[:place].count(name)}".removesuffix("-0") for place, name in enumerate(plain)}
    links = re.findall(rf"\]\({page if page != 'odd.md' else ''}#([^)]+)\)", PAGE)
    assert len(links) >= 2
    assert sorted(set(links) - anchors) == []
