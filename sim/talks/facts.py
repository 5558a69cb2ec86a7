"""What there is to tell of a day: facts with the case's own keys, no words yet.

Every fact is a small frozen record. A delegation, sponsor, member, front, issue, event or threshold is named by
its key in the case, an item of the agenda by its wording. `document` makes a fact a plain mapping for a program.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class FrontDay:
    """A day at a front; `author` is a delegation, "outsiders", or "" where it is not established."""

    front: str
    attacks: int
    author: str
    people: float
    out: float
    pause_begins: bool
    prolonged_to: date | None
    pause_ends: bool
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Affront:
    """A delegation is slighted by a dated event."""

    delegation: str
    event: str


@dataclass(frozen=True, slots=True)
class Vote:
    """The council votes on the draft; `softened` says that an earlier refusal had weakened it."""

    votes: int
    members: int
    vetoes: tuple[str, ...]
    adopted: bool
    softened: bool


@dataclass(frozen=True, slots=True)
class Return:
    """A delegation that had walked out is back, after so many days."""

    delegation: str
    days: int


@dataclass(frozen=True, slots=True)
class NoShow:
    """A delegation does not come to an opening; `away` says that it had walked out before."""

    delegation: str
    away: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A round opens; `played` is false for the one beyond those to be played, with which a run ends."""

    round: int
    played: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """Sponsors propose a meeting of the great powers; their cooperation after it, in [0, 1]."""

    sponsors: tuple[str, ...]
    held: bool
    cooperation: float


@dataclass(frozen=True, slots=True)
class Question:
    """The mediator puts the `list` or the `order` (0 a sequence, 1 parallel), or asks for a `date`."""

    about: str
    again: bool
    order: float


@dataclass(frozen=True, slots=True)
class Texts:
    """The mediator's texts, each in [0, 1]; those of `together` are one package. `again`: tabled before."""

    texts: Mapping[str, float]
    together: tuple[str, ...]
    again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A delegation's answer about the `list`, the `order`, a `date`, the `package` or the `text` on one issue.

    `margin` is what stands in its logistic; `motive` why it refuses (a key of MOTIVES, "" for a yes), and
    `matter` the item or issue that the motive is about, if any.
    """

    delegation: str
    about: str
    issue: str
    yes: bool
    margin: float
    motive: str
    matter: str


@dataclass(frozen=True, slots=True)
class Moves:
    """What a delegation offers beyond its last offers: for each issue, from where to where."""

    delegation: str
    moves: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Agreed:
    """All said yes: to the `list`, the `order`, or texts on these issues."""

    about: str
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """A threshold is met."""

    threshold: str


@dataclass(frozen=True, slots=True)
class Meter:
    """How things stand after a session; `risk` is the probability that any delegation walks out today."""

    gap_closed: float
    progress: float
    atmosphere: float
    risk: float


@dataclass(frozen=True, slots=True)
class Walkout:
    """A delegation walks out; the terms of its hazard, in logits, by reason."""

    delegation: str
    reason: str
    hazard: float
    terms: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Closed:
    """A round ends so; the day for which the next is dated, if it is."""

    round: int
    ending: str
    next_on: date | None


Fact: TypeAlias = (
    FrontDay | Affront | Vote | Return | NoShow | Opened | Proposal | Question | Texts | Answer | Moves | Agreed
    | Met | Meter | Walkout | Closed
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Day:
    """One day: its round and session (0 if there is none), how it was met, and the facts in their order.

    `meeting` is a format, or `called_off`, `not_held` (somebody is away), `no_show`, or "" without a session.
    """

    date: date
    round: int
    session: int
    meeting: str
    away: tuple[str, ...]
    facts: tuple[Fact, ...]


def day_document(day: Day) -> dict[str, object]:
    """A day as a plain mapping, with its facts."""
    plain = {field.name: _plain(getattr(day, field.name)) for field in fields(day)}
    return plain | {"facts": [document(fact) for fact in day.facts]}


def document(fact: Fact) -> dict[str, object]:
    """A fact as a plain mapping: its kind, and its fields."""
    kind = re.sub(r"(?<!^)(?=[A-Z])", "_", type(fact).__name__).lower()
    return {"kind": kind} | {field.name: _plain(getattr(fact, field.name)) for field in fields(fact)}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else value
