"""A person in a seat is asked what to do, moment by moment of a day."""

import sys
from typing import TYPE_CHECKING, Final

from sim.classroom.table import wording
from sim.classroom.table.game import STAGES, Game
from sim.classroom.table.texts import in_all
from sim.classroom.table.told import Told
from sim.talks.seats import Refused

if TYPE_CHECKING:
    from sim.classroom.table.options import Option
    from sim.talks.facts import Day
    from sim.talks.seats import Value

LONGEST: Final = 12
"""More characters than this are no number of a choice."""


class Leave(Exception):  # noqa: N818 - no fault
    """The person leaves the game."""


class Asking:
    """Whoever asks, and remembers whether the person has left the seat to the rules."""

    def __init__(self, told: Told, game: Game) -> None:
        self.told, self.page, self.game = told, told.page, game
        self.to_the_rules = False

    def day(self) -> "Day":
        """Ask for the day ahead, and let it pass; what is refused is said, and asked again."""
        while True:
            try:
                for stage in range(len(STAGES)):
                    self.moment(stage)
                return self.game.lived()
            except Refused as refused:
                for choice, reason in refused.refusals:
                    self.page.paragraph(wording.not_possible(choice.name, reason, self.told.cast))

    def moment(self, stage: int) -> None:
        """Show what can be chosen at a moment of the day, and take choices until the rest is left to the rules."""
        if self.to_the_rules or not (options := self.game.asked(stage)):
            return
        self.told.interlude.end()
        self.show(options, stage)
        going_on = False
        while not going_on:
            going_on = self.take(self.line(), options)

    def show(self, options: list["Option"], stage: int) -> None:
        """Print what is on the table, and each choice with its number."""
        page, case = self.page, self.told.cast
        page.line()
        page.paragraph(wording.moment(self.game, stage, options))
        for part in wording.on_the_table(options, case):
            page.paragraph(part, 2)
        for number, option in enumerate(options, 1):
            page.fields(f"{number}", wording.sentence(option, case), 4)
        page.fields("0", "leave it to the rules, or go on when you have chosen", 4)
        page.paragraph(
            "Type a number and Enter. u: take back today's choices; r: leave all that follows to the rules; q: stop."
        )
        for name, value in self.game.chosen().items():
            page.paragraph(f"Chosen for this day: {wording.noted(name, value, case)}.")

    def take(self, typed: str, options: list["Option"]) -> bool:
        """Do what was typed, or say what can be typed; gives whether the day goes on."""
        if typed in {"0", "r"}:
            self.to_the_rules = typed == "r"
            return True
        if typed == "u":
            self.game.take_back()
            self.page.paragraph("Taken back: this day is left to the rules.")
        elif typed.isascii() and typed.isdigit() and len(typed) <= LONGEST and 1 <= int(typed) <= len(options):
            self.choose(options[int(typed) - 1])
        else:
            self.page.paragraph(f"Type a number from 0 to {len(options)}, or u, r or q.")
        return False

    def choose(self, option: "Option") -> None:
        """Choose, once a number is named where one is needed."""
        value = self.value(option)
        if value is None:
            self.page.paragraph("Nothing chosen.")
            return
        self.game.take(option.name, value)
        self.page.paragraph(f"Noted: {wording.noted(option.name, value, self.told.cast)}. 0 goes on.")

    def value(self, option: "Option") -> "Value | None":
        """What is chosen with an option, beside what has been chosen; None where it is nothing."""
        if option.held is not None:
            return in_all(option, self.game.chosen())
        return self.number(option) if option.value is None else option.value

    def number(self, option: "Option") -> float | None:
        """Ask for a number; None where another thing was typed."""
        low, high = wording.inwards(option)
        self.page.paragraph(f"A number from {low:g} to {high:g}, or an empty line for none:")
        try:
            value = float(self.line()[:LONGEST])
        except ValueError:
            return None
        return value if low <= value <= high else None

    def line(self) -> str:
        """Read a line; raises Leave where there is none, or where it says so."""
        self.page.stream.flush()
        line = sys.stdin.readline() if sys.stdin is not None else ""
        typed = line.strip().lower()
        if not line or typed in {"q", "quit"}:
            raise Leave
        return typed
