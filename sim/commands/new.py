"""``sim new``: a case of one's own, from a commented first one."""

from io import BufferedWriter
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from sim.report.terminal.page import out

SCHEMA = "scenario.schema.json"
"""Where the first line of a scenario tells an editor to look for its schema."""


def new(file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the new scenario is to be written.")]) -> None:
    """Start a case of your own.

    Writes a commented first scenario of about thirty lines, never over another file.
    """
    from sim.case import bundled

    cases = bundled()
    _write(file, cases["first_scenario"].read_bytes())
    name = f"./{file}" if str(file) in cases or str(file).startswith("-") else str(file)
    page = out()
    page.paragraph(f"{file} is written: two towns, one bridge. Change a number, save, and play it.")
    page.line()
    for verb in ("show", "run", "validate"):
        page.line(f"  sim {verb} {quote(name)}")
    page.line()
    page.line(f"Hints in your editor:  sim validate --schema > {quote(str(file.parent / SCHEMA))}")


def _write(file: Path, content: bytes) -> None:
    """Write the file whole or not at all, and never over another."""
    if not file.parent.is_dir():
        raise typer.BadParameter(f"There is no folder {file.parent}, so nothing was written.", param_hint="FILE")
    try:
        with file.open("xb") as opened:
            _fill(file, opened, content)
    except FileExistsError:
        raise typer.BadParameter(f"{file} exists already, and was left as it is.", param_hint="FILE") from None


def _fill(file: Path, opened: BufferedWriter, content: bytes) -> None:
    try:
        opened.write(content)
        opened.flush()
    except OSError:
        file.unlink(missing_ok=True)
        raise
