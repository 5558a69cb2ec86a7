"""Numbers of a case in the words of a classroom: where on an axis, how much it matters, how strong."""

from typing import TYPE_CHECKING

from sim.case.days import number
from sim.case.number import centre
from sim.case.quantities import hundredths

if TYPE_CHECKING:
    from sim.case.issue import Issue
    from sim.case.number import Number

_DEGREES = ("hardly any", "little", "some", "much", "very much")


def figure(value: "Number") -> str:
    """A number as typed: ``0.45``; one that is drawn by its mean: ``about 0.45``."""
    return number(value) if isinstance(value, float) else f"about {number(round(centre(value), 2))}"


def place(value: "Number", issue: "Issue") -> str:
    """A point on an axis, with its number: ``0.45, about half way between the two ends``."""
    return f"{figure(value)}: {_where(centre(value), issue)}"


def _where(value: float, issue: "Issue") -> str:
    if value in {0.0, 1.0}:
        return issue.at_1 if value else issue.at_0
    if 0.4 <= value <= 0.6:
        return "about half way between the two ends"
    end = issue.at_1 if value > 0.5 else issue.at_0
    return f"{'close to' if min(value, 1 - value) <= 0.15 else 'nearer to'} “{end}”"


def weight(salience: "Number") -> str:
    """How much an issue matters, as words and as a part of all one's concern: ``very much (40 %)``."""
    share = centre(salience)
    words = "above all" if share >= 0.35 else "much" if share >= 0.2 else "somewhat" if share >= 0.1 else "a little"
    return f"{words if share else 'not at all'} ({hundredths(salience).replace(' ', chr(0xA0))})"


def degree(value: "Number") -> str:
    """A share in words, with its number: ``little (0.2)``."""
    return f"{_DEGREES[min(int(centre(value) * 5), 4)]} ({figure(value)})"
