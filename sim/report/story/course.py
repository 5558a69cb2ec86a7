"""A run that is over: its days with their facts, and its outcome."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sim.talks.facts import Answer, Closed, Day, NoShow, Walkout

if TYPE_CHECKING:
    from sim.talks.model import Talks
    from sim.talks.outcome import Column

Kind = TypeVar("Kind", Walkout, NoShow, Closed, Answer)


@dataclass(frozen=True)
class Course:
    """The days of a run, and its outcome by the names of the quantities."""

    days: Sequence[Day]
    outcome: Mapping[str, str | int | float | date | None]

    def facts(self, kind: type[Kind]) -> Iterator[tuple[Day, Kind]]:
        """The facts of a kind, each with its day."""
        for day in self.days:
            for fact in day.facts:
                if isinstance(fact, kind):
                    yield day, fact

    def last(self, kind: type[Kind]) -> tuple[Day, list[Kind]]:
        """The facts of a kind on the last day with any, and that day."""
        day = [day for day, _ in self.facts(kind)][-1]
        return day, [fact for fact in day.facts if isinstance(fact, kind)]

    def answers(self, about: str) -> list[Answer]:
        """The answers when this was put for the last time in a round or at its close."""
        put = [day for day, fact in self.facts(Answer) if fact.about == about and day.meeting]
        return [fact for day, fact in self.facts(Answer) if put and day is put[-1] and fact.about == about]

    def agreed(self) -> list[str]:
        """The issues that were agreed."""
        return [
            name.removeprefix("agreed_on.") for name, day in self.outcome.items() if name[:10] == "agreed_on." and day
        ]

    def number(self, name: str) -> float:
        """A quantity that is a number; 0 for one that there is not."""
        value = self.outcome.get(name)
        return value if isinstance(value, int | float) else 0.0

    def day(self, name: str) -> date | None:
        """A quantity that is a day."""
        value = self.outcome[name]
        return value if isinstance(value, date) else None


def ended(talks: "Talks", passed: Sequence[Day]) -> tuple[Course, "dict[str, Column]"]:
    """What became of a run that is over, and the same as columns of one row."""
    from sim.study.table import outcome  # noqa: PLC0415 - a story that is not over needs no numpy
    from sim.talks.outcome import columns, entries  # noqa: PLC0415 - the same

    found = columns(talks.seated, talks.vector()[entries(talks.seated)][None, :])
    return Course(passed, outcome(talks.seated, found, 0)), found
