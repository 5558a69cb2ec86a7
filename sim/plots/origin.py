"""Where a picture comes from: scenario, seed, digest."""

from typing import TYPE_CHECKING

from sim.case import digest

if TYPE_CHECKING:
    from sim.analysis.ensemble import Ensemble
    from sim.case.scenario import Scenario


def of(ensemble: "Ensemble") -> list[str]:
    """Where many runs come from."""
    return [*of_case(ensemble.case), ensemble.luck, f"digest {ensemble.digest[:8]}"]


def of_case(case: "Scenario") -> list[str]:
    """Which scenario it is."""
    return [case.title, f"scenario {digest(case)[:8]}"]
