"""Every picture, drawn from small bundled runs; as a program it prints what bytes they are."""

from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from typing import Final

import sim
from sim.analysis.comparison import Comparison
from sim.analysis.ensemble import Ensemble
from sim.analysis.results import Sweep
from sim.analysis.sensitivity import Sensitivity
from sim.analysis.watched import Watched, watched
from sim.plots import PLOTS
from sim.plots.picture import Picture

RUNS: Final = 200
VARY: Final = {"mediator.leverage": "0:1:3", "delegations.east_orlen.trust": "0.1:0.9:3"}
SAID: Final = [0.05, 0.15, 0.15, 0.45, 0.55, 0.55, 0.85, 0.95] * 5
CAME: Final = [False, False, True, False, True, False, True, True] * 5


@cache
def many(case: str = "first_scenario", runs: int = RUNS, *settings: str) -> Ensemble:
    """Many runs of a bundled case."""
    return sim.ensemble(sim.load(case, settings), runs, seed=1)


@cache
def both() -> Comparison:
    """The first scenario, and the same pressed."""
    return sim.compare(many(), many("first_scenario", RUNS, "mediator.style=manipulation"), labels=["mild", "pressed"])


@cache
def swept() -> Sweep:
    """Nine points over two numbers."""
    return sim.sweep("first_scenario", VARY, runs=20, seed=1)


@cache
def one(case: str = "geneva_ii_round_2") -> Watched:
    """One run."""
    return watched(case, seed=1, replicate=0)


@cache
def matters() -> Sensitivity:
    """Which numbers matter, measured with few points."""
    only = ["mediator.*", "behaviour.*"]
    return sim.sensitivity(
        "first_scenario", "ending.comprehensive", runs=20, only=only, trajectories=4, top=2, points=8
    )


DRAWN: Final[dict[str, Callable[[], Picture]]] = {
    "outcomes": lambda: PLOTS["outcomes"](many()),
    "comparison": lambda: PLOTS["comparison"](both()),
    "duration": lambda: PLOTS["duration"](many("geneva_ii_round_2")),
    "positions": lambda: PLOTS["positions"](one()),
    "timeline": lambda: PLOTS["timeline"](one()),
    "response": lambda: PLOTS["response"](swept()),
    "heat_map": lambda: PLOTS["heat_map"](swept()),
    "sensitivity": lambda: PLOTS["sensitivity"](matters()),
    "dots": lambda: PLOTS["dots"](many()),
    "quantile_dots": lambda: PLOTS["quantile_dots"](many(), "progress"),
    "calibration": lambda: PLOTS["calibration"](SAID, CAME),
}
"""Each picture of `sim.plots`, by its name."""


def prints() -> Iterator[str]:
    """A line a picture: its name, and the digests of its SVG and its PNG."""
    for name, draw in DRAWN.items():
        picture = draw()
        yield f"{name} {sha256(picture.svg()).hexdigest()} {sha256(picture.png()).hexdigest()}"


if __name__ == "__main__":
    print("\n".join(prints()))  # noqa: T201 - a test reads it
