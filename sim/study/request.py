"""What a person asks to be swept: a scenario or a sweep file, and what is said beside it."""

from collections.abc import Sequence

from sim.study.axes import axis
from sim.study.plan import Plan, planned


def asked(
    source: str,
    settings: Sequence[str],
    vary: Sequence[str],
    design: str | None = None,
    points: int | None = None,
    runs: int | None = None,
    seed: int | None = None,
    *,
    rounds: bool | None = None,
) -> Plan:
    """The plan that is asked for; None where nothing is said: a grid, 1,000 runs a point, seed 1.

    Raises
    ------
    Mistakes
        The scenario or the sweep file is faulty.
    Unknown
        There is no such file, or what was said beside it does not fit.

    """
    axes = [axis(text) for text in vary]
    return planned(
        source, settings, axes, design or "grid", points, runs or 1000, 1 if seed is None else seed, rounds=bool(rounds)
    )
