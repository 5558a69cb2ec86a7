"""Results in a folder: nothing outside knows in what files, and in what format, they are kept."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sim.study.store.opening import Store, found, opened
    from sim.study.store.reading import Results, results

__all__ = ["Results", "Store", "found", "opened", "results"]

PLACES: Final = {"opening": ("Store", "found", "opened"), "reading": ("Results", "results")}

if not TYPE_CHECKING:  # so that type checkers see the names above, and no others

    def __getattr__(name: str) -> object:
        """Import what a public name stands for when it is first asked for: who asks results needs no case."""
        for place, names in PLACES.items():
            if name in names:
                return getattr(import_module(f"sim.study.store.{place}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
