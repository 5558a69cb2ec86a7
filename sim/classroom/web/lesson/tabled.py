"""The texts as one seat sees them: where each lies on its axis, and against one's own limit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sim.classroom.table.table import Table
from sim.classroom.table.worth import worth
from sim.report.story.cast import Cast
from sim.rules.texts import within_limit

WIDTH: Final = 1000
"""An axis is drawn so many units wide."""
WORTH: Final = (
    (1.0 - 1e-9, "all that you want"),
    (0.6, "close to what you want"),
    (0.2, "within your limit"),
    (-1e-9, "a little better than your limit"),
    (float("-inf"), "beyond your limit"),
)
"""From which worth on a text is called so: 1 is one's ideal, 0 one's limit."""


@dataclass(frozen=True)
class Tabled:
    """A text, or an issue without one; places are units of the axis, -1 where there is none or it is another's."""

    name: str
    at_0: str
    at_1: str
    text: int
    ideal: int = -1
    limit: int = -1
    words: str = ""
    agreed: bool = False


def tabled(table: Table, role: str, put: Mapping[str, float]) -> Iterator[Tabled]:
    """Each issue with its last text, or with the one that is put now; of limits only one's own."""
    cast, seated, nouns = Cast(table.case), table.talks.seated, table.talks.nouns
    for place, key in enumerate(seated.issues):
        issue, noun = table.case.issues[key], nouns["issues"][place]
        text = put.get(key, noun.text)
        own = nouns["stakes"][seated.delegations.index(role)][place] if role in seated.delegations else None
        yield Tabled(
            cast.issue(key), issue.at_0, issue.at_1, _unit(text), _unit(own.ideal if own else -1.0),
            _unit(own.limit if own else -1.0), against(text, own.ideal, own.limit) if own and text >= 0 else "",
            bool(noun.agreed),
        )  # fmt: skip


def against(text: float, ideal: float, limit: float) -> str:
    """How a text lies to one's own ideal (worth 1) and limit (worth 0)."""
    value = worth(text, ideal, limit)
    if within_limit(text, ideal, limit):
        value = max(value, 0.0)
    return next(words for least, words in WORTH if value >= least)


def _unit(value: float) -> int:
    return round(WIDTH * value) if value >= 0 else -1
