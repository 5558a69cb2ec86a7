"""``sim sweep``: a scenario at many points, many runs at each, kept so that they can be asked."""

from pathlib import Path
from typing import Annotated

import typer

from sim.commands.options import Engine, Json, Settings, Source
from sim.commands.request import Request

Vary = Annotated[
    list[str],
    typer.Option(
        "--vary",
        metavar="PATH=VALUES",
        help="What is varied: path=a,b,c, or path=lo:hi:n for n numbers from lo to hi; may be repeated.",
        default_factory=list,
        show_default=False,
    ),
]
Design = Annotated[
    str | None,
    typer.Option("--design", metavar="NAME", help="How points are chosen: grid (all of them), lhs or sobol."),
]
Points = Annotated[int | None, typer.Option("--points", metavar="N", help="How many points, for lhs and sobol.")]
Runs = Annotated[int | None, typer.Option("-n", "--runs", metavar="N", help="Runs at each point (1,000).")]
Seed = Annotated[int | None, typer.Option("--seed", min=0, max=2**64 - 1, metavar="N", help="Where chance begins (1).")]
Rounds = Annotated[bool, typer.Option("--rounds", help="Keep how it stood at the end of each round as well.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="The folder (results/SCENARIO-DATE).")]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, max=1024, metavar="N", help="Threads (one a processor).")
]
Cluster = Annotated[
    str | None, typer.Option("--cluster", metavar="ADDRESS", help="A Dask scheduler, as in tcp://host:8786.")
]
MostFailures = Annotated[
    int, typer.Option("--max-failures", min=0, metavar="N", help="Stop when more runs than this have failed.")
]
Fresh = Annotated[bool, typer.Option("--fresh", help="Start over, whatever the folder holds of a sweep.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say how much there is to do, and do nothing.")]


def sweep(
    settings: Settings,
    vary: Vary,
    source: Source,
    design: Design = None,
    points: Points = None,
    runs: Runs = None,
    seed: Seed = None,
    rounds: Rounds = False,
    out: Out = None,
    workers: Workers = None,
    cluster: Cluster = None,
    engine: Engine = "auto",
    max_failures: MostFailures = 100,
    fresh: Fresh = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Play a scenario at many points, many times at each.

    SCENARIO may also be a sweep file. Every point sees the same luck. What is done is kept as it comes: after an
    interruption the same command goes on, and a sweep that is done is not played again.
    """
    from sim.commands import prospect, sweeping

    asked = Request(source, settings, vary, design, points, runs, seed, rounds, out)
    if dry_run:
        prospect.show(asked, engine, workers, json=json)
    else:
        sweeping.play(asked, sweeping.Means(engine, workers, cluster, max_failures, fresh), json=json)
