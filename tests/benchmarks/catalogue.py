"""Every benchmark by its name, in the order in which they are told."""

from typing import Final

from tests.benchmarks import models, neighbours, pages, questions, rooms, sizes, starts, sweeps
from tests.benchmarks.ratio import Benchmark

BENCHMARKS: Final[dict[str, Benchmark]] = {
    **models.BENCHMARKS,
    **neighbours.BENCHMARKS,
    **sizes.BENCHMARKS,
    **sweeps.BENCHMARKS,
    **starts.BENCHMARKS,
    **questions.BENCHMARKS,
    **pages.BENCHMARKS,
    **rooms.BENCHMARKS,
}
