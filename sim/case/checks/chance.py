"""Checks on the addresses of chance: two names must never share their luck."""

from collections.abc import Iterator
from typing import Final

from sim.case.checks.fault import Check, Fault, the_case
from sim.case.drawn import drawn
from sim.case.identity import identity
from sim.case.scenario import Scenario
from sim.case.walk import Path


def _drawers(scenario: Scenario) -> Iterator[tuple[str, Path]]:
    """Every name that chance is drawn for, and where it is given."""
    for name, delegation in scenario.delegations.items():
        yield name, ("delegations", name)
        for issue in delegation.positions:
            yield f"{name}/{issue}", ("delegations", name, "positions", issue)
    for front in scenario.ground:
        yield front, ("ground", front)
    for member in scenario.council.members if scenario.council is not None else ():
        yield member, ("council", "members", member)
    for path, _ in drawn(scenario):
        yield ".".join(path), path


def _ids(_: Scenario, __: Path, scenario: Scenario) -> Iterator[Fault]:
    seen: dict[int, str] = {}
    for name, path in _drawers(scenario):
        other = seen.setdefault(identity(name), name)
        if other != name:
            yield Fault(
                path, f"{name} and {other} would share their luck: their names have one id. Rename one of them."
            )


CHECKS: Final = (Check("that no two names share their luck", the_case, _ids),)
