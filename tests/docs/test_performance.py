"""The page about performance tells every benchmark, and what its figures say."""

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest

from tests.benchmarks.catalogue import BENCHMARKS

LONG: Final = (
    "memory", "query", "dask", "compile", "runs-1000000", "runs-10000000", "compare", "whatif", "screening", "reach",
    "report", "report-size",
)  # fmt: skip
"""These take half a minute a turn and more: they are timed less often, and may be left out."""
TURNS: Final = 5
DOCS = Path(__file__).parent.parent.parent / "docs"
FIGURES: Final[dict[str, dict[str, Any]]] = json.loads((DOCS / "performance.json").read_text(encoding="utf-8"))[
    "figures"
]


def test_the_page_has_a_row_for_every_benchmark() -> None:
    page = (DOCS / "performance.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE)
    assert rows == [name for name in BENCHMARKS if name in FIGURES]
    assert set(BENCHMARKS) - set(rows) <= set(LONG)


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_of_what_its_benchmark_measures_and_beside_its_goal(name: str) -> None:
    benchmark, figure = BENCHMARKS[name], FIGURES[name]
    told = (figure["one"], figure["other"], figure["unit"], figure["goal"])
    assert told == (benchmark.one, benchmark.other, benchmark.unit, str(benchmark.goal))
    assert figure["met"] == benchmark.goal.met(figure["ratio"])
    assert len(figure["ratios"]) >= (1 if name in LONG else TURNS)
