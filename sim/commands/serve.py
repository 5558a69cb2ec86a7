"""``sim serve``: the teaching room in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from sim.commands.options import DEFAULT, Settings, Source
from sim.commands.run import Seed

CLASSES = Path("results/classes")
"""Where lessons are kept that a teacher saves."""
Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 takes any that is free.")]
Class = Annotated[bool, typer.Option("--class", help="A lesson: a room code, tables, and a seat for each role.")]
Tables = Annotated[int, typer.Option("--tables", min=1, max=26, metavar="N", help="How many tables play.")]
Minutes = Annotated[float, typer.Option("--minutes", min=0.1, max=120, metavar="N", help="Minutes for each session.")]
Head = Annotated[bool, typer.Option("--head", help="Who shares a seat: the first decides; else they vote.")]
Lan = Annotated[bool, typer.Option("--lan", help="Let others on the same network in; else only this machine.")]
Journal = Annotated[
    Path | None,
    typer.Option("--journal", metavar="FILE", help="Where a lesson is written down; one that is there goes on."),
]
Keep = Annotated[
    Path, typer.Option("--keep", metavar="FOLDER", help="Where a lesson goes that you save on its debrief.")
]


def serve(
    settings: Settings, source: Source = DEFAULT, lesson: Class = False, tables: Tables = 6, minutes: Minutes = 4.0,
    head: Head = False, lan: Lan = False, port: Port = 8642, seed: Seed = 1, journal: Journal = None,
    keep: Keep = CLASSES,
) -> None:  # fmt: skip
    """Open a room in the browser.

    One run on a timeline, and beneath it how such talks end while you move the numbers of the case. With --class
    a lesson: students take seats at several tables with their phones, and the rules play the seats that are free.
    """
    from sim.commands import serving

    if lesson:
        from sim.commands import lessons

        lessons.open_class(source, tuple(settings), (seed, tables, minutes, head), (journal, keep), (lan, port))
    else:
        if journal is not None:
            raise typer.BadParameter("This is for a lesson: add --class.", param_hint="--journal")
        serving.open_room(source, tuple(settings), seed, (lan, port))
