"""The frame of the project says each thing once, gives its reasons, and speaks of the project alone."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from sim import __version__

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GENERATED = sorted((ROOT / "docs" / "printed").glob("*.py"))


def _kept() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_the_version_is_written_once() -> None:
    number = re.escape(__version__)
    places = [
        path.relative_to(ROOT).as_posix()
        for path in _kept()
        if path.suffix in {".py", ".toml", ".cff"}
        and re.search(rf"(?<![\d.]){number}(?![\d.])", path.read_text("utf-8"))
    ]
    assert places == ["sim/__init__.py"]


def test_the_changelog_begins_with_this_version() -> None:
    first = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert first is not None
    assert first[1] == __version__


def test_every_check_that_is_left_out_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    rules = re.findall(r'^    "[A-Z]+\d+",.*$', text, re.MULTILINE)
    assert len(rules) > 10
    assert [line for line in rules if not re.search(r"# \w+ \w+", line)] == []


def test_nothing_tells_of_the_machine_it_was_made_on() -> None:
    machine = re.compile(rb"(?<![\w.])/(?:work|home|root|tmp|opt|Users|mnt)/\w")
    loud = [
        f"{path.relative_to(ROOT)}: {found[0].decode()}"
        for path in _kept()
        if (found := machine.search(path.read_bytes()))
    ]
    assert loud == []


def test_no_package_index_is_named() -> None:
    named = re.compile(rb"pypi\.org|index-url|find-links|trusted-host")
    own = Path(__file__)
    assert [path.name for path in _kept() if path != own and named.search(path.read_bytes())] == []


def test_ci_runs_what_a_person_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text("utf-8").endswith("exec make test\n")


def test_only_a_readme_and_one_small_example_are_kept_of_the_results() -> None:
    kept = [path for path in _kept() if path.is_relative_to(ROOT / "results")]
    beside = [path.name for path in kept if not path.is_relative_to(ROOT / "results" / "example")]
    assert beside == ["README.md"]
    assert sum(path.stat().st_size for path in kept) < 200_000


@pytest.mark.parametrize("script", GENERATED, ids=[path.stem for path in GENERATED])
def test_a_printed_page_is_what_its_script_prints(script: Path) -> None:
    page = ROOT / "docs" / f"{script.stem.replace('_', '-')}.md"
    printed = subprocess.run([sys.executable, script], capture_output=True, check=True, cwd=ROOT)
    assert printed.stdout == page.read_bytes(), f"{page.name} is stale; `make docs` prints it anew"


def test_the_schema_beside_the_cases_is_the_one_that_sim_prints(
    sim: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    kept = (ROOT / "scenarios" / "scenario.schema.json").read_text("utf-8")
    assert kept == sim("validate", "--schema").stdout, "the schema is stale; `make docs` prints it anew"


def test_every_bundled_case_tells_editors_where_the_schema_is() -> None:
    cases = sorted((ROOT / "scenarios").glob("*.yaml"))
    assert cases
    first = {path.read_text("utf-8").splitlines()[0] for path in cases}
    assert first == {"# yaml-language-server: $schema=scenario.schema.json"}
