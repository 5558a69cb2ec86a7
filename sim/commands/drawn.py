"""What a command draws into a file, or writes as a page, besides what it says."""

from pathlib import Path

from sim.commands import recording
from sim.commands.page import err


def drawn(file: Path | None, name: str, *things: object) -> None:
    """Draw the picture of this name into a file, if one is asked for."""
    if file is None:
        return
    from sim.plots import PLOTS

    recording.refuse_nowhere(file)
    PLOTS[name](*things).save(file)
    err().line(f"{file} is drawn.")


def written(file: Path | None, thing: object, command: str) -> None:
    """Write the report on a thing into a file, if one is asked for."""
    if file is None:
        return
    from sim.report import report

    recording.refuse_nowhere(file)
    report(thing, file, command)
    err().line(f"{file} is written.")
