"""Results in a folder: nothing outside knows in what files, and in what format, they are kept."""

from sim.study.store.opening import Store, found, opened
from sim.study.store.results import Results, results

__all__ = ["Results", "Store", "found", "opened", "results"]
