"""A case as people write it: read, checked, varied, and written down again."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sim.case.bundle import bundled
    from sim.case.json_schema import schema
    from sim.case.place import Mistake, Mistakes, Unknown
    from sim.case.reading import read
    from sim.case.scenario import Scenario
    from sim.case.writing import canonical, digest, dump

__all__ = ["Mistake", "Mistakes", "Scenario", "Unknown", "bundled", "canonical", "digest", "dump", "read", "schema"]

PLACES: Final = {
    "bundle": ("bundled",),
    "json_schema": ("schema",),
    "place": ("Mistake", "Mistakes", "Unknown"),
    "reading": ("read",),
    "scenario": ("Scenario",),
    "writing": ("canonical", "digest", "dump"),
}

if not TYPE_CHECKING:  # so that type checkers see the names above, and no others

    def __getattr__(name: str) -> object:
        """Import what a public name stands for when it is first asked for: who lists the cases need not check one."""
        for place, names in PLACES.items():
            if name in names:
                return getattr(import_module(f"sim.case.{place}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
