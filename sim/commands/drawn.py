"""What a command draws into a file, or writes as a page, besides what it says."""

from pathlib import Path
from typing import Final

from sim.case.place import Unknown
from sim.commands import recording
from sim.report.terminal.page import err

ENDINGS: Final = (".svg", ".png")
"""What a picture can be; drawing itself is not imported to know it."""


def refuse(plot: Path | None, report: Path | None) -> None:
    """Refuse files that cannot be drawn or written into, before anything is played."""
    for file in filter(None, (plot, report)):
        recording.refuse_nowhere(file)
    if plot is not None and plot.suffix.lower() not in ENDINGS:
        raise Unknown(f"{plot}: a picture is a file that ends in {' or '.join(ENDINGS)}.")


def drawn(file: Path | None, name: str, *things: object) -> None:
    """Draw the picture of this name into a file, if one is asked for."""
    if file is None:
        return
    from sim.plots import PLOTS

    PLOTS[name](*things).save(file)
    err().line(f"{file} is drawn.")


def written(file: Path | None, thing: object, command: str) -> None:
    """Write the report on a thing into a file, if one is asked for."""
    if file is None:
        return
    from sim.report import report

    report(thing, file, command)
    err().line(f"{file} is written.")
