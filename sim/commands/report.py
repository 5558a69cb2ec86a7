"""``sim report``: results as one page."""

from pathlib import Path
from typing import Annotated

import typer

from sim.commands.stored import Folder

Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="The page; beside the folder, with .html, if not given.")
]


def report(folder: Folder, out: Out = None) -> None:
    """Write what a sweep came to into one HTML page that needs nothing else."""
    from shlex import quote

    from sim.analysis.results import results
    from sim.commands.drawn import refuse, written

    target = out or folder.with_name(f"{folder.resolve().name}.html")
    refuse(None, target)
    written(target, results(folder), f"sim report {quote(str(folder))}")
