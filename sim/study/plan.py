"""What a sweep plays: a case, what is varied in it, and how often."""

from collections.abc import Sequence
from dataclasses import dataclass

from sim.case.reading import drafted, read, settled
from sim.case.scenario import Scenario
from sim.case.variations import Setting, applied, laid
from sim.study.axes import Axis
from sim.study.design import DESIGNS


@dataclass(frozen=True)
class Plan:
    """All that decides the numbers of a sweep.

    `scenario` is the case at every point, but for what is varied. `points` has one YAML text for each path, for
    each point; if nothing is varied there is one point, which is empty. Each point is played `runs` times.
    `rounds` is whether it is also kept how things stood at the end of each round.
    """

    scenario: Scenario
    paths: tuple[str, ...]
    points: tuple[tuple[str, ...], ...]
    runs: int
    seed: int
    rounds: bool = False

    @property
    def size(self) -> int:
        """All runs at all points."""
        return len(self.points) * self.runs

    def settings_at(self, point: int) -> list[str]:
        """What makes the case that of a point: `path=value` texts, for `--set`."""
        return [f"{path}={value}" for path, value in zip(self.paths, self.points[point], strict=True)]


def planned(
    source: str, settings: Sequence[str], axes: Sequence[Axis], design: str, points: int | None, runs: int, seed: int,
    *, rounds: bool = False,
) -> Plan:  # fmt: skip
    """The plan of a sweep; every point is read and checked before anything is played.

    Raises
    ------
    Mistakes
        The case is faulty.
    Unknown
        There is no such case, or what is varied does not fit.

    """
    name, given = drafted(source)
    root = applied(given.root, settings)
    scenario = settled(name, given, given._replace(root=root), settings)
    for axis in axes:
        root = laid(root, Setting(axis.path, axis.values[0].node))
    chosen = DESIGNS[design](axes, points or 0, seed)
    plan = Plan(scenario, tuple(axis.path for axis in axes), chosen, runs, seed, rounds)
    for point in range(len(chosen)):
        read(source, [*settings, *plan.settings_at(point)])
    return plan
