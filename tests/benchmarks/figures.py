"""What benchmarks came to, as they are written down: docs/performance.json, from which the page is printed."""

import json
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final, TypeAlias

import sim
from tests.benchmarks.machine import machine
from tests.benchmarks.ratio import Benchmark, Timed

Figure: TypeAlias = dict[str, Any]
FILE: Final = Path(__file__).parents[2] / "docs" / "performance.json"


def figure(benchmark: Benchmark, timed: Timed) -> Figure:
    """What a benchmark came to: what was divided by what, the ratios turn by turn, the goal, and both in the median."""
    return {
        "one": benchmark.one,
        "other": benchmark.other,
        "unit": benchmark.unit,
        "goal": str(benchmark.goal),
        "ratio": timed.ratio,
        "met": benchmark.goal.met(timed.ratio),
        "ratios": timed.ratios,
        "median_of_one": median(timed.one),
        "median_of_other": median(timed.other),
    }


def line(figure: Figure) -> str:
    """A figure in a line."""
    least, most = min(figure["ratios"]), max(figure["ratios"])
    ratio = f"{figure['ratio']:.4g} ({least:.4g} to {most:.4g})"
    both = f"{figure['median_of_one']:.4g} / {figure['median_of_other']:.4g} {figure['unit']}"
    return f"{ratio}, goal {figure['goal']}: {'met' if figure['met'] else 'MISSED'}; {both}"


def write(file: Path, name: str, figure: Figure, order: Sequence[str]) -> None:
    """Write a figure among the others of this machine and version; those of another are thrown away."""
    here = {"machine": machine(), "version": sim.__version__}
    there = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    figures = there.get("figures", {}) if {key: there.get(key) for key in here} == here else {}
    figures[name] = figure
    in_order = {name: figures[name] for name in order if name in figures}
    text = json.dumps({**here, "figures": in_order}, indent=2, ensure_ascii=False)
    fresh = file.with_suffix(".new")
    fresh.write_text(text + "\n", encoding="utf-8")
    fresh.replace(file)
