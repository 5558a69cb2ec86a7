"""Cases for tests: read, made of plain values, and written as plain values again."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from sim.case import bundled, dump, read
from sim.case.checks import check
from sim.case.scenario import Scenario
from sim.talks.seating import Seated, seat

World: TypeAlias = dict[str, Any]

SCENARIOS: Final = Path(__file__).parent.parent / "scenarios"
BUNDLED: Final = tuple(sorted(bundled()))
EVERYTHING: Final = str(SCENARIOS / "everything.yaml")
READABLE: Final = (*BUNDLED, EVERYTHING)
DEFAULT: Final = "geneva_ii_round_2"
NEVER: Final = -(10**6)


@cache
def seated(source: str, *settings: str) -> Seated:
    """Read a case with its settings and seat it, once."""
    return seat(read(source, settings))


def made(world: World) -> Scenario:
    """Make a scenario of plain values, as a file would hold them, and check it as a file is checked."""
    issues = {key: {"at_0": "none", "at_1": "all", **issue} for key, issue in world["issues"].items()}
    scenario = Scenario.model_validate({"title": "A case for a test", **world, "issues": issues})
    faults = check(scenario, hope=False)
    assert not faults[0], faults[0]
    return scenario


def plain(scenario: Scenario) -> World:
    """Write a scenario as the plain values that a file would hold."""
    world: World = yaml.safe_load(dump(scenario))
    return world


def name_of(source: str) -> str:
    """Name a case in the list of tests."""
    return Path(source).stem


def ids(sources: Iterable[str]) -> list[str]:
    """Name cases in the list of tests."""
    return [name_of(source) for source in sources]
