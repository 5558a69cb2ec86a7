"""``sim whatif``: the same worlds with one change."""

from typing import Annotated

import typer

from sim.commands.compare import Plot, ReportFile, Runs, Seed
from sim.commands.options import DEFAULT, Engine, Json, Settings, Source

Without = Annotated[
    list[str],
    typer.Option(
        "--without",
        metavar="EVENT",
        help="Leave a dated event out, by its name; may be repeated.",
        default_factory=list,
        show_default=False,
    ),
]


def whatif(
    settings: Settings,
    without: Without,
    source: Source = DEFAULT,
    runs: Runs = 10_000,
    seed: Seed = 1,
    plot: Plot = None,
    report: ReportFile = None,
    engine: Engine = "auto",
    json: Json = False,
) -> None:
    """Play the same worlds with one change, to see whether it averts a walkout.

    Each run of the scenario is set beside the run of the same luck with what --set changes and without the events
    that --without leaves out.
    """
    from sim.commands import altered

    altered.show(altered.Order(source, tuple(settings), tuple(without), runs, seed, engine), plot, report, json=json)
