"""A game in the terminal, from the brief to the debrief."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import typer

from sim.case import digest, read
from sim.case.nearest import guess, nearest
from sim.classroom.game import Game
from sim.classroom.keeping import Kept, keep, kept_in
from sim.commands import brief, debrief
from sim.commands.asking import Asking, Leave
from sim.commands.interruption import heard
from sim.commands.page import Page, out
from sim.commands.recording import refuse_nowhere
from sim.commands.seated import Told
from sim.commands.story.cast import Cast
from sim.study.trouble import Unusable

if TYPE_CHECKING:
    from sim.case import Scenario
    from sim.talks.facts import Day


@dataclass(frozen=True)
class Table:
    """A game, how its case was named, where it is kept, and where it had been left."""

    game: Game
    source: str
    settings: tuple[str, ...]
    file: Path
    left: Kept | None = None

    def play(self, page: Page) -> None:
        """Play until the talks are over, or until the person leaves."""
        told = Told(page, Cast(self.game.case), self.game.role)
        brief.show(page, self.game)
        try:
            with heard():
                told.tell(self.days(told))
        except Leave:
            self.keep(page)
            return
        except KeyboardInterrupt:
            self.keep(page)
            raise
        debrief.show(page, self.game, self.source, self.settings)

    def days(self, told: Told) -> Iterator["Day"]:
        """The days that had been played, then the days as they are played."""
        if self.left:
            yield from replayed(self.game, self.left, self.file)
        asking = Asking(told, self.game)
        while self.game.running:
            yield asking.day()

    def keep(self, page: Page) -> None:
        """Keep the game, and say how to go on."""
        game = self.game
        luck = game.seed, game.replicate
        kept = Kept(self.source, self.settings, digest(game.case), *luck, game.role, game.day, tuple(game.choices()))
        keep(self.file, kept)
        page.line()
        page.paragraph(f"Your choices are kept in {self.file}. To go on:")
        page.command(f"sim play --resume {quote(str(self.file))}")


def replayed(game: Game, left: Kept, file: Path) -> Iterator["Day"]:
    """Play again what had been played; `Unusable` where that cannot be."""
    try:
        yield from game.replay(left.choices, left.day)
    except ValueError as problem:
        raise Unusable(f"{file} does not fit its scenario: {str(problem).rstrip('.')}.") from None


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
