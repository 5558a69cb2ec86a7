"""A game in the terminal, from the brief to the debrief."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from sim.case import digest
from sim.classroom.table.game import Game
from sim.classroom.table.keeping import Kept, keep
from sim.classroom.table.told import Told
from sim.commands import debrief, own_brief
from sim.commands.asking import Asking, Leave
from sim.commands.interruption import heard
from sim.report.terminal.page import Page
from sim.study.trouble import Unusable

if TYPE_CHECKING:
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
        told = Told(page, self.game, self.game.role)
        own_brief.show(page, self.game)
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
        yield from game.again(left.choices, left.day)
    except ValueError as problem:
        raise Unusable(f"{file} does not fit its scenario: {str(problem).rstrip('.')}.") from None
