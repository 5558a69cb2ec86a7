"""``sim compare``: outcome distributions side by side."""

from pathlib import Path
from typing import Annotated

import typer

from sim.commands.options import Engine, Json, Settings, Sources

Runs = Annotated[int, typer.Option("-n", "--runs", min=1, metavar="N", help="Play so many runs of each scenario.")]
Seed = Annotated[
    int, typer.Option("--seed", min=0, max=2**64 - 1, metavar="N", help="Where chance begins, in all of them.")
]
Plot = Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Draw it: an .svg or a .png file.")]
ReportFile = Annotated[Path | None, typer.Option("--report", metavar="FILE", help="Write it as one HTML page.")]


def compare(
    sources: Sources,
    settings: Settings,
    runs: Runs = 10_000,
    seed: Seed = 1,
    plot: Plot = None,
    report: ReportFile = None,
    engine: Engine = "auto",
    json: Json = False,
) -> None:
    """Set outcome distributions side by side.

    The first scenario is compared with each of the others. Where seed and number of runs are common, runs are
    compared world by world. Results that were kept are named by their folder, one point of them as in results/x@3.
    """
    if len(sources) < 2:
        raise typer.BadParameter("Name two or more, as in sim compare A B.", param_hint="SCENARIO")
    from sim.commands import comparing

    comparing.show(comparing.Order(tuple(sources), tuple(settings), runs, seed, engine), plot, report, json=json)
