"""Checks on delegations: what they want, and whom they trust."""

from collections.abc import Iterator
from typing import Final

from sim.case.checks.fault import Check, Fault, delegations, whole
from sim.case.checks.sums import TOLERANCE, total
from sim.case.delegation import Delegation
from sim.case.nearest import several
from sim.case.scenario import Scenario
from sim.case.walk import Path


def _positions(scenario: Scenario, path: Path, delegation: Delegation) -> Iterator[Fault]:
    given = whole(delegation.positions)
    missing = several(issue for issue in scenario.issues if issue not in given)
    if missing:
        yield Fault((*path, "positions"), f"A position on {missing} is missing. Salience 0 says that it does not care.")


def _saliences(scenario: Scenario, path: Path, delegation: Delegation) -> Iterator[Fault]:
    if any(issue not in delegation.positions for issue in scenario.issues):
        return
    weight = total(position.salience for position in delegation.positions.values())
    if abs(weight - 1) > TOLERANCE:
        off = f"{abs(weight - 1):.6g} is {'missing' if weight < 1 else 'too much'}"
        yield Fault((*path, "positions"), f"The saliences sum to {weight:.6g}. They must sum to 1: {off}.")


def _trust(scenario: Scenario, path: Path, delegation: Delegation) -> Iterator[Fault]:
    if not isinstance(delegation.trust, dict):
        return
    if path[-1] in delegation.trust:
        yield Fault((*path, "trust", path[-1]), "A delegation's trust in itself has no place here.")
    given = whole(delegation.trust)
    missing = several(name for name in scenario.delegations if name not in given and name != path[-1])
    if missing:
        yield Fault((*path, "trust"), f"Its trust in {missing} is missing. A single number stands for all.")


CHECKS: Final = (
    Check("that each delegation has a position on every issue", delegations, _positions),
    Check("that saliences sum to 1", delegations, _saliences),
    Check("that trust is given for every other delegation", delegations, _trust),
)
