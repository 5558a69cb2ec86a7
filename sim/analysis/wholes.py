"""Numbers that are parts of one whole: where one of them changes, the others give way in proportion."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sim.case.scenario import Scenario

if TYPE_CHECKING:
    from sim.talks.records import Vector


class Whole(NamedTuple):
    """The paths of some parts, and whether they make 1 or at most 1."""

    paths: tuple[str, ...]
    exact: bool


def wholes(case: Scenario) -> Iterator[Whole]:
    """The saliences of each delegation, which make 1, and the authors of attacks at each front, at most 1."""
    for name, delegation in case.delegations.items():
        there = f"delegations.{name}.positions"
        yield Whole(tuple(f"{there}.{issue}.salience" for issue in delegation.positions), exact=True)
    for name, front in case.ground.items():
        yield Whole(tuple(f"ground.{name}.authors.{party}" for party in front.authors), exact=False)


def touched(case: Scenario, paths: Sequence[str]) -> list[Whole]:
    """The wholes that some of these paths are parts of."""
    return [each for each in wholes(case) if set(each.paths) & set(paths)]


def divided(parts: "Mapping[str, Vector]", whole: Whole) -> "dict[str, Vector]":
    """The parts of a whole at each point, made smaller or larger together until they fit."""
    weight = np.sum([parts[path] for path in whole.paths], axis=0)
    scale = weight if whole.exact else np.maximum(weight, 1.0)
    return {path: parts[path] / scale for path in whole.paths}
