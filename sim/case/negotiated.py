"""Negotiated issues with known outcomes, read from a table in the format in which DEU III is published.

A line an issue, fields parted by semicolons: `prnr` is the proposal, `p` and an actor's letters its position, `s` and
the same letters its salience, `rp` the reference point (what holds if nothing is decided), `out` the outcome; all from
0 to 100. Blank, out of range or no number at all: not known.
"""

import csv
from pathlib import Path
from typing import Final, NamedTuple

from sim.case.intake import decoded, read_file, read_input
from sim.case.nearest import guess, nearest
from sim.case.place import Mistakes, Place, Sheet, mistake

FEWEST: Final = 3
"""So many actors with a position and a salience make a negotiation that can be scored."""
TOP: Final = 100.0
WANTED: Final = ("prnr", "rp", "out")


class Actor(NamedTuple):
    """Who wants what on an issue, and how much it cares; both in [0, 1]."""

    name: str
    position: float
    salience: float


class Negotiated(NamedTuple):
    """An issue with its actors, what holds if nothing is decided, and what was decided, in [0, 1]; None: not known."""

    line: int
    proposal: str
    actors: tuple[Actor, ...]
    reference: float | None
    outcome: float | None

    @property
    def counts(self) -> bool:
        """Whether it can be scored: an outcome, and three actors or more."""
        return self.outcome is not None and len(self.actors) >= FEWEST


class Negotiations(NamedTuple):
    """What a table holds, and how many of its values are missing, out of range, or no numbers."""

    name: str
    issues: tuple[Negotiated, ...]
    blank: int
    outside: int
    unreadable: int


def read_negotiations(path: Path) -> Negotiations:
    """Read a table of negotiated issues.

    Raises
    ------
    Mistakes
        It is no text, has no line but the first, lacks a column, or a line has too many fields or too few.
    Unknown
        It cannot be read.

    """
    raw = read_input() if str(path) == "-" else read_file(path)
    known = raw.decode("utf-8", "replace")  # titles in another encoding are looked at by nobody
    sheet, _ = decoded(known.encode(), str(path))
    rows = list(csv.reader(sheet.lines, delimiter=";"))
    heads = [name.strip().lower() for name in rows[0]] if rows else []
    actors = [name[1:] for name in heads if name.startswith("p") and f"s{name[1:]}" in heads]
    _check(sheet, heads, actors, rows)
    seen = {"blank": 0, "outside": 0, "unreadable": 0}
    issues = tuple(
        _issue(number, dict(zip(heads, row, strict=True)), actors, seen)
        for number, row in enumerate(rows[1:], 2)
        if any(field.strip() for field in row)
    )
    return Negotiations(path.name, issues, **seen)


def _check(sheet: Sheet, heads: list[str], actors: list[str], rows: list[list[str]]) -> None:
    found = [mistake(Place(sheet, 1, 1), name, _lacking(name, heads)) for name in WANTED if name not in heads]
    if not found and len(actors) < FEWEST:
        text = f"A table has three actors or more, each with a column p… and a column s…; here are {len(actors)}."
        found.append(mistake(Place(sheet, 1, 1), "", text))
    if not found and len(rows) < 2:
        found.append(mistake(Place(sheet, 1, 1), "", "There is no issue below the line of names."))
    found += [
        mistake(Place(sheet, number, 1), "", f"This line has {len(row)} fields, the line of names has {len(heads)}.")
        for number, row in enumerate(rows[1:], 2)
        if not found and len(row) not in {0, len(heads)}
    ]
    if found:
        raise Mistakes(sheet.name, tuple(found))


def _lacking(name: str, heads: list[str]) -> str:
    if len(heads) == 1:
        return f"There is no column {name}. Fields are parted by semicolons; this line has none."
    return f"There is no column {name}. {guess(nearest(name, heads), heads)}"


def _issue(number: int, row: dict[str, str], actors: list[str], seen: dict[str, int]) -> Negotiated:
    known = [(actor, _value(row[f"p{actor}"], seen), _value(row[f"s{actor}"], seen)) for actor in actors]
    table = tuple(Actor(name, place, care) for name, place, care in known if place is not None and care is not None)
    return Negotiated(number, row["prnr"].strip(), table, _value(row["rp"], seen), _value(row["out"], seen))


def _value(text: str, seen: dict[str, int]) -> float | None:
    """A number from 0 to 100 as a share, or None; what kind of None is counted."""
    if not text.strip():
        seen["blank"] += 1
        return None
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        seen["unreadable"] += 1
        return None
    if not 0 <= value <= TOP:
        seen["outside"] += 1
        return None
    return value / TOP
