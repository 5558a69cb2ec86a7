"""``sim brief``: handouts for a role-play, made from a case alone."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.commands.document import document
from sim.commands.options import Json, Settings, Source
from sim.report.terminal.page import err, out

if TYPE_CHECKING:
    from sim.case import Scenario
    from sim.report.handout import Sheet

_ROLE_HELP = "One sheet alone: that of a delegation, a sponsor, mediator, public or facilitator."
_OUT_HELP = "Write the sheets into a new folder, each as Markdown, and all as a page to print."
Role = Annotated[str | None, typer.Option("--role", metavar="ROLE", help=_ROLE_HELP)]
Folder = Annotated[Path | None, typer.Option("--out", metavar="FOLDER", help=_OUT_HELP)]


def brief(source: Source, settings: Settings, role: Role = None, folder: Folder = None, json: Json = False) -> None:
    """Print handouts for a role-play in class.

    A public brief, a confidential brief for each role, and a guide for whoever leads the lesson. With --out each
    sheet is written as Markdown, and all of them as brief.html, ready to print; with --json one document holds all
    sheets by their roles; else the public brief is shown.
    """
    from sim.case import read
    from sim.classroom.handouts.sheets import of, sheets
    from sim.report.markdown import markdown

    if json and folder is not None:
        raise typer.BadParameter("--json prints, and writes no folder.", param_hint="--out")
    case = read(source, settings)
    made = sheets(case, Path(source).name)
    asked = of(role or "public", made)
    chosen = {role: asked} if role else made
    if json:
        document(_content(source, case, chosen))
    elif folder is not None:
        _write(folder, chosen)
    else:
        for line in markdown(asked).splitlines():
            out().line(line)


def _content(source: str, case: "Scenario", made: "dict[str, Sheet]") -> dict[str, object]:
    """The sheets as plain values, each under its role; a table is its head and its rows."""
    from sim import __version__
    from sim.case import digest

    return {
        "sim_version": __version__,
        "scenario": {"name": source, "digest": digest(case)},
        "title": case.title,
        "sheets": {role: asdict(sheet) for role, sheet in made.items()},
    }


def _write(folder: Path, made: "dict[str, Sheet]") -> None:
    """Write a file for each sheet and the page with all of them, all or nothing, never among other files."""
    from sim.case.days import numbered
    from sim.commands import recording
    from sim.report.handouts import html
    from sim.report.markdown import markdown

    recording.refuse_full(folder, "--out")
    files = {f"{place:02}-{role}.md": markdown(sheet) for place, (role, sheet) in enumerate(made.items(), 1)}
    title = next(iter(made.values())).title
    recording.save(folder, files | {"brief.html": html(list(made.values()), title)})
    err().line(f"{folder} is written: {numbered(len(made), 'sheet')}, and brief.html to print.")
