"""What the tests of handouts share: their sheets as text, canaries, and twenty hostile names."""

from pathlib import Path
from typing import Any

import yaml

from sim.case.reading import read
from sim.case.scenario import Scenario
from sim.classroom.handouts.sheets import sheets
from sim.report.markdown import markdown

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
EVERYTHING = Path(__file__).parent.parent / "scenarios" / "everything.yaml"

HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(2)>',
    "[press](javascript:alert(3))",
    "](javascript:alert(4))",
    "`code`", "```", "a | b | c", "|---|", "# heading", "- point", "1. first", "---", "***bold***", "_low_ ~~gone~~",
    "![picture](https://example.org/x.png)", "https://example.org www.example.org", "<https://example.org>",
    "&lt;b&gt; {{7*7}} {% raw %}", "$x$ \\ \\| \\`", "</style><!-- ]]> سلام",
)  # fmt: skip
"""Twenty names that a scenario could have."""


def told(case: Scenario, name: str = "a_case") -> dict[str, str]:
    """Every sheet of a case as Markdown, by its role."""
    return {role: markdown(sheet) for role, sheet in sheets(case, name).items()}


def plain(name: str = "geneva_ii_round_2") -> dict[str, Any]:
    """A bundled case as plain values, to be changed."""
    values: dict[str, Any] = yaml.safe_load((SCENARIOS / f"{name}.yaml").read_text(encoding="utf-8"))
    return values


def made(values: dict[str, Any]) -> Scenario:
    """A case made of plain values."""
    return Scenario.model_validate(values)


def bundled(name: str) -> Scenario:
    """A bundled case, or one of a file."""
    return read(name)
