"""``sim sensitivity``: which numbers of a scenario matter for an outcome."""

from pathlib import Path
from typing import Annotated

import typer

from sim.commands.options import Engine, Json, Settings, Source
from sim.commands.sensitivity_order import SensitivityOrder

Only = Annotated[
    list[str],
    typer.Option(
        "--only",
        metavar="PATTERN",
        help="Vary only the numbers whose paths fit, as in --only 'mediator.*'; may be repeated.",
        default_factory=list,
        show_default=False,
    ),
]
Outcome = Annotated[
    str,
    typer.Option(
        "--outcome",
        metavar="NAME",
        help="ending.NAME, walkout.any, walkout.DELEGATION, threshold.NAME or mean.QUANTITY.",
    ),
]
Trajectories = Annotated[
    int, typer.Option("--trajectories", min=2, metavar="N", help="How often the screening moves each number.")
]
Runs = Annotated[int, typer.Option("-n", "--runs", min=2, metavar="N", help="Runs at each point.")]
Top = Annotated[int, typer.Option("--top", min=1, metavar="N", help="How many of the strongest numbers are measured.")]
Points = Annotated[int, typer.Option("--points", min=2, metavar="N", help="Points of the measuring, a power of two.")]
ScreenOnly = Annotated[bool, typer.Option("--screen-only", help="Screen all numbers, and measure none.")]
Seed = Annotated[
    int, typer.Option("--seed", min=0, max=2**64 - 1, metavar="N", help="Where chance begins: the same seed, the same.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="The folder (results/SCENARIO-DATE).")]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, max=1024, metavar="N", help="Threads (one a processor).")
]
Plot = Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Draw it, as .svg or .png.")]
Report = Annotated[Path | None, typer.Option("--report", metavar="FILE", help="Write it as one HTML page.")]


def sensitivity(
    settings: Settings,
    only: Only,
    source: Source,
    outcome: Outcome = "walkout.any",
    trajectories: Trajectories = 20,
    runs: Runs = 1000,
    top: Top = 5,
    points: Points = 256,
    screen_only: ScreenOnly = False,
    seed: Seed = 1,
    out: Out = None,
    workers: Workers = None,
    engine: Engine = "auto",
    plot: Plot = None,
    report: Report = None,
    json: Json = False,
) -> None:
    """Find the numbers of a scenario that matter for an outcome.

    All numbers are screened (Morris), then the strongest are measured (Sobol). What is done is kept as it comes:
    after an interruption the same command goes on.
    """
    from sim.commands import sensitivity_study

    order = SensitivityOrder(
        source, settings, outcome, trajectories, runs, only, top, points, screen_only, seed, out, plot, report
    )
    sensitivity_study.play(order, workers, engine, json=json)
