"""What the tests of pages share: one browser, and the reports that are looked at in it."""

from pathlib import Path

import pytest

from sim.analysis.comparison import compare
from sim.analysis.results import results
from sim.report import report
from sim.report.page import Report, Section, Table, write

ROOT = Path(__file__).parent.parent.parent
HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(2)>', "{{7*7}}", "{% include 'style.css' %}",
    "</style><script>alert(3)</script>", "javascript:alert(4)", "\u202egnp.exe", "a\x00b", "w" * 300, "&lt;b&gt;&amp;",
    "<svg onload=alert(5)>", "</title><script>alert(6)</script>", "' onmouseover='alert(7)", "<!-- -->", "]]>",
    "<iframe src=https://example.org>", "${7*7}", "سلام", "<base href=https://example.org>", "\u200b\ufeff",
)  # fmt: skip
"""Twenty names that a scenario could have."""


def hostile() -> Report:
    """A report that says each hostile name wherever a report can say anything."""
    names = tuple(Section(name, (name,), None, Table(name, (name, name), ((name, name),))) for name in HOSTILE)
    pairs = tuple((name, name) for name in HOSTILE)
    return Report("".join(HOSTILE), HOSTILE[0], pairs, HOSTILE, names, HOSTILE[1], HOSTILE[4])


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A report on a comparison, one on a sweep, and one whose words are hostile."""
    folder = tmp_path_factory.mktemp("pages")
    found = {name: folder / f"{name}.html" for name in ("comparison", "sweep", "hostile")}
    both = compare("transition_without_assad", "counter_terrorism_focus", runs=500, seed=1)
    report(both, found["comparison"], "sim compare transition_without_assad counter_terrorism_focus -n 500 --seed 1")
    report(results(ROOT / "results" / "example"), found["sweep"], "sim report results/example")
    write(found["hostile"], hostile())
    return found
