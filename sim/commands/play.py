"""``sim play``: a seat at the table, in the terminal."""

from pathlib import Path
from typing import Annotated

import typer

from sim.commands.options import Settings, names
from sim.commands.run import Replicate, Seed

Played = Annotated[
    str | None,
    typer.Argument(
        metavar="SCENARIO",
        help="A file, or the name of a bundled scenario; with --resume the saved one.",
        autocompletion=names,
        show_default=False,
    ),
]
Role = Annotated[
    str | None,
    typer.Option("--as", metavar="ROLE", help="Whose seat: the key of a delegation or of a sponsor, or mediator."),
]
Save = Annotated[
    Path | None, typer.Option("--save", metavar="FILE", help="Where your choices are kept if you leave: a new file.")
]
Resume = Annotated[Path | None, typer.Option("--resume", metavar="FILE", help="Go on with a game that was left.")]


def play(
    settings: Settings,
    source: Played = None,
    role: Role = None,
    seed: Seed = 1,
    replicate: Replicate = None,
    save: Save = None,
    resume: Resume = None,
) -> None:
    """Take a seat in a negotiation.

    You get a confidential brief, then choose day by day, each choice by its number; the rules play all others.
    0 leaves a day to the rules, q leaves the game and keeps your choices. Choices may also come from a file or a
    pipe, one a line.
    """
    from sim.commands import sitting

    if resume is not None:
        given = [("--as", role), ("--set", settings), ("--replicate", replicate is not None), ("--seed", seed != 1)]
        for option, is_given in given:
            if is_given:
                raise typer.BadParameter("The saved game says it already.", param_hint=option)
        sitting.go_on(resume, source, save)
        return
    if source is None:
        raise typer.BadParameter("Name a scenario; `sim scenarios` lists them.", param_hint="SCENARIO")
    sitting.begin(source, tuple(settings), role or "", (seed, replicate or 0), save)
