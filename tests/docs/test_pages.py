"""What the pages show is what the command says: each console block that begins with `$ sim` is run."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGES = [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if path.exists()]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^```yaml\n(# (\w+\.yaml)\n.*?)^```$", re.MULTILINE | re.DOTALL)
"""A block of YAML whose first line names a file is that file."""
COMMAND = re.compile(r"^\$ (sim(?: .*)?)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
PACE = re.compile(r"^[\d,]+ of [\d,]+ runs · .*\n", re.MULTILINE)
"""What a slow machine says beside the rest, while it plays."""
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def _examples(page: Path) -> list[tuple[str, str]]:
    """The commands of a page, each with the lines that stand under it; three dots stand for any lines."""
    text = page.read_text(encoding="utf-8")
    return [(command, shown) for block in BLOCK.findall(text) for command, shown in COMMAND.findall(block)]


def _said(command: str, folder: Path) -> str:
    """Run one command of the page as its reader would, and return all that it says, but how far it has come."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-m", *shlex.split(command)]
    run = subprocess.run(
        arguments, cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return PACE.sub("", run.stdout.decode("utf-8"))


def _pattern(shown: str) -> str:
    lines = ["(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + "\n" for line in shown.splitlines()]
    return "".join(lines)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_example_says_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    for text, name in FILE.findall(page.read_text(encoding="utf-8")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for command, shown in _examples(page):
        said = _said(command, tmp_path)
        assert re.fullmatch(_pattern(shown), said), f"{page.name}, $ {command}\nsays:\n{said}"


def test_an_example_that_shows_something_else_is_found() -> None:
    assert re.fullmatch(_pattern("a\n...\nd\n"), "a\nb\nc\nd\n")
    assert not re.fullmatch(_pattern("a\n...\nd\n"), "a\nb\nc\n")
    assert not re.fullmatch(_pattern("a\n"), "a\nb\n")


def test_the_readme_shows_examples() -> None:
    assert len(_examples(ROOT / "README.md")) >= 1


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    links = LINK.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    assert [link for link in links if not (page.parent / link).exists()] == []
