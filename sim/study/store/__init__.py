"""Results in a folder: nothing outside knows in what files, and in what format, they are kept."""

from sim.study.store.opening import Store, opened
from sim.study.store.results import Results, results

__all__ = ["Results", "Store", "opened", "results"]
