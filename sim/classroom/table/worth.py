"""What texts are worth to a delegation: 1 is its ideal, 0 its limit, and each issue weighs as it does in its eyes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.rules.texts import utility, within_limit

if TYPE_CHECKING:
    from sim.talks.model import Talks


@dataclass(frozen=True)
class Line:
    """An issue in the eyes of one delegation: what it wanted, the last text (-1 if there was none), and its worth."""

    issue: str
    ideal: float
    limit: float
    salience: float
    red_line: bool
    text: float
    agreed: bool

    @property
    def written(self) -> bool:
        """Whether there was a text."""
        return self.text >= 0.0

    @property
    def worth(self) -> float:
        """What the last text was worth; 0 if there was none."""
        return worth(self.text, self.ideal, self.limit) if self.written else 0.0

    @property
    def within(self) -> bool:
        """Whether the last text lay within the limit."""
        return self.written and within_limit(self.text, self.ideal, self.limit)


def worth(text: float, ideal: float, limit: float) -> float:
    """What a text is worth: the gain of rule 13 over that of the ideal, so 1 at the ideal, 0 at the limit.

    Who would sign nothing but the ideal takes that for 1, and anything else for the loss that it is.
    """
    if limit == ideal:
        return 1.0 if within_limit(text, ideal, limit) else utility(text, ideal) - 1.0
    return 1.0 - abs(text - ideal) / abs(limit - ideal)


def lines(talks: "Talks", delegation: str) -> list[Line]:
    """Each issue in the eyes of a delegation, as things stand."""
    seated, nouns = talks.seated, talks.nouns
    stakes = nouns["stakes"][seated.delegations.index(delegation)]
    return [
        Line(key, stake.ideal, stake.limit, stake.salience, bool(stake.red_line), issue.text, bool(issue.agreed))
        for key, issue, stake in zip(seated.issues, nouns["issues"], stakes, strict=True)
    ]


def signed(found: Iterable[Line]) -> float:
    """What was signed is worth, each text weighed; an issue without a signature is worth no more than the limit: 0."""
    return sum(one.salience * one.worth for one in found if one.agreed)


def tabled(found: Iterable[Line]) -> float:
    """What all last texts would have been worth, had all been signed."""
    return sum(one.salience * one.worth for one in found)


def within_all(talks: "Talks") -> list[str]:
    """The issues whose last text lay within the limits of all delegations."""
    eyes = [lines(talks, key) for key in talks.seated.delegations]
    return [each[0].issue for each in zip(*eyes, strict=True) if all(one.within for one in each)]
