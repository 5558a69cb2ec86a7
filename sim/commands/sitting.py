"""A game is begun, or gone on with: what was named is looked up, and refused where there is no such thing."""

import sys
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import typer

from sim.case import digest, read
from sim.case.nearest import guess, nearest
from sim.classroom.table.game import Game
from sim.classroom.table.keeping import kept_in
from sim.commands.recording import refuse_nowhere
from sim.commands.table import Table
from sim.report.terminal.page import out
from sim.study.trouble import Unusable

if TYPE_CHECKING:
    from sim.case import Scenario


def begin(source: str, settings: tuple[str, ...], role: str, luck: tuple[int, int], save: Path | None) -> None:
    """Begin a game."""
    if source == "-":
        raise typer.BadParameter("Standard input is for your choices. Name a file.", param_hint="SCENARIO")
    case = read(source, settings)
    refuse_role(case, role)
    file = save or Path(f"{Path(source).stem}-{role}.play.json")
    if file.exists():
        raise typer.BadParameter(
            f"{file} exists already. Go on with --resume {quote(str(file))}, or name a new file.", param_hint="--save"
        )
    refuse_nowhere(file)
    start(Table(Game(case, role, *luck), source, settings, file))


def go_on(resume: Path, source: str | None, save: Path | None) -> None:
    """Go on with a game that was left."""
    left = kept_in(resume)
    case = read(source or left.source, left.settings)
    if digest(case) != left.digest:
        raise Unusable(
            f"{resume} was played in another scenario than {source or left.source} is now. "
            "Name the one it was played in, or begin a new game."
        )
    refuse_role(case, left.role)
    refuse_nowhere(save or resume)
    game = Game(case, left.role, left.seed, left.replicate)
    start(Table(game, source or left.source, left.settings, save or resume, left))


def refuse_role(case: "Scenario", role: str) -> None:
    """Refuse a seat that there is not."""
    roles = [*case.delegations, *case.sponsors, "mediator"]
    if role not in roles:
        said = f"There is no seat {role!r}. " if role else "Whose seat? "
        raise typer.BadParameter(said + guess(nearest(role, roles), roles), param_hint="--as")


def start(table: Table) -> None:
    """Sit down, wherever choices come from."""
    if sys.stdin is not None and hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    table.play(out())
