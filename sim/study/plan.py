"""What a sweep plays: a case, what is varied in it, and how often."""

from dataclasses import dataclass

from sim.case.scenario import Scenario


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
