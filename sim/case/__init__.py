"""A case as people write it: read, checked, varied, and written down again."""

from sim.case.bundle import bundled
from sim.case.json_schema import schema
from sim.case.place import Mistake, Mistakes, Unknown
from sim.case.reading import read
from sim.case.scenario import Scenario
from sim.case.writing import canonical, digest, dump

__all__ = ["Mistake", "Mistakes", "Scenario", "Unknown", "bundled", "canonical", "digest", "dump", "read", "schema"]
