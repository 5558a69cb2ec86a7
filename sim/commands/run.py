"""``sim run``: one negotiation, told as it happens, or many of them, counted."""

from pathlib import Path
from typing import Annotated

import typer

from sim.commands.options import DEFAULT, Engine, Json, Settings, Source
from sim.commands.order import Order

MOST = 1_000_000
"""More runs than this do not fit into the memory of a small machine."""

Seed = Annotated[
    int,
    typer.Option(
        "--seed", min=0, max=2**64 - 1, metavar="N", help="Where chance begins: the same seed, the same luck."
    ),
]
Replicate = Annotated[
    int | None,
    typer.Option(
        "--replicate", min=0, max=2**48 - 1, metavar="N", help="Which run of the seed is told; the first is 0."
    ),
]
Runs = Annotated[
    int | None, typer.Option("-n", "--runs", metavar="N", help="Play so many runs and print the share of each outcome.")
]
Csv = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the outcomes, one row a run.")]
Save = Annotated[Path | None, typer.Option("--save", metavar="DIR", help="Keep the recording of one run in a folder.")]
Expect = Annotated[
    list[str],
    typer.Option(
        "--expect",
        metavar="CLAIM",
        help='Exit 4 where this does not hold, as in --expect "walkout.any<=0.3"; may be repeated.',
        default_factory=list,
        show_default=False,
    ),
]
Sure = Annotated[bool, typer.Option("--sure", help="Test each --expect on the nearer end of its 95 % interval.")]


def run(
    settings: Settings,
    expectations: Expect,
    source: Source = DEFAULT,
    seed: Seed = 1,
    replicate: Replicate = None,
    runs: Runs = None,
    csv: Csv = None,
    save: Save = None,
    sure: Sure = False,
    engine: Engine = "auto",
    json: Json = False,
) -> None:
    """Play a scenario.

    One run is told session by session as it happens. With -n many are played, and the share of each outcome is
    printed with its 95 % interval.
    """
    order = Order(source, settings, seed, replicate or 0, runs, json, csv, save, expectations, sure, engine)
    if runs is None:
        _refuse(
            [("--expect", bool(expectations)), ("--sure", sure), ("--engine", engine != "auto")], "many runs: add -n"
        )
        from sim.commands import course

        course.play(order)
    else:
        _refuse([("--replicate", replicate is not None), ("--save", save is not None)], "one run: leave -n out")
        _count(runs)
        from sim.commands import sample

        sample.play(order)


def _refuse(given: list[tuple[str, bool]], why: str) -> None:
    for option, is_given in given:
        if is_given:
            raise typer.BadParameter(f"This is for {why}.", param_hint=option)


def _count(runs: int) -> None:
    if not 1 <= runs <= MOST:
        raise typer.BadParameter(f"From 1 to {MOST:,} runs can be played, not {runs:,}.", param_hint="-n")
