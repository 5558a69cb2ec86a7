"""What is drawn and written: one plot beside the import of matplotlib, a report beside the question for its shares."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sim.study.store import opened
from sim.study.sweep import in_threads, sweep
from tests.benchmarks.cases import CHUNK, at, plan
from tests.benchmarks.clocks import home, process, sim
from tests.benchmarks.ratio import Benchmark, Cost, Goal
from tests.benchmarks.sweeps import POINTS, RUNS, SHARES, WORKERS

MEGABYTE: Final = 1_000_000
TIMED: Final = "import time; begin = time.perf_counter(); {do}; print(time.perf_counter() - begin)"
PREPARED: Final = "import sim; many = sim.ensemble('geneva_ii_round_2', 100, engine='mesa'); many.frame; "
DRAWN: Final = "from sim.plots import PLOTS; PLOTS['outcomes'](many).svg()"


def seconds(code: str, variables: Mapping[str, str]) -> float:
    """What a process of Python says of the seconds that it took for what was to be timed."""
    said = subprocess.run([sys.executable, "-c", code], env=variables, capture_output=True, text=True, check=True)
    return float(said.stdout)


@contextmanager
def drawn_and_imported(_: float) -> Iterator[tuple[Cost, Cost]]:
    """One plot of runs that are there, as SVG, in a process that had not drawn before; and importing matplotlib."""
    imported = TIMED.format(do="import matplotlib.pyplot")
    with home() as (_folder, variables):
        drawn = PREPARED + TIMED.format(do=DRAWN)
        yield lambda: seconds(drawn, variables), lambda: seconds(imported, variables)


@contextmanager
def swept(size: float) -> Iterator[tuple[Path, dict[str, str]]]:
    """The folder of a sweep of 10^6 runs over 100 points, and the environment of processes."""
    whole = plan(POINTS, at(size, RUNS // POINTS))
    with home() as (folder, variables), in_threads(whole, "compiled", WORKERS) as crew:
        with opened(folder / "results", whole, CHUNK) as kept:
            sweep(whole, kept, crew)
        yield folder, variables


@contextmanager
def reported_and_asked(size: float) -> Iterator[tuple[Cost, Cost]]:
    """The report of a sweep, and the question for the shares in it."""
    with swept(size) as (folder, variables):
        results = str(folder / "results")
        report = sim("report", results, "--out", str(folder / "report.html"))
        question = sim("query", results, SHARES.format(runs=max(1, at(size, RUNS // POINTS))))
        yield lambda: process(report, variables).seconds, lambda: process(question, variables).seconds


@contextmanager
def bytes_and_megabyte(size: float) -> Iterator[tuple[Cost, Cost]]:
    """How large the report of a sweep is."""
    with swept(size) as (folder, variables):
        page = folder / "report.html"

        def written() -> float:
            process(sim("report", str(folder / "results"), "--out", str(page)), variables)
            return float(page.stat().st_size)

        yield written, lambda: float(MEGABYTE)


BENCHMARKS: Final = {
    "plot": Benchmark(
        "one plot (outcomes), as SVG, matplotlib not imported before", "`import matplotlib.pyplot`", "seconds",
        Goal(most=3), drawn_and_imported,
    ),
    "report": Benchmark(
        "`sim report` of a sweep of 1,000,000 runs", "`sim query` of its shares by point", "seconds", Goal(most=12),
        reported_and_asked,
    ),
    "report-size": Benchmark(
        "the file that it writes", "a megabyte", "bytes", Goal(most=1), bytes_and_megabyte
    ),
}  # fmt: skip
