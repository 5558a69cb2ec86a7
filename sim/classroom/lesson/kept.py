"""A lesson as it is kept: what each table came to, with the case it was played by; nothing about anybody in it."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sim.classroom.lesson.records import Hash
from sim.study import disk
from sim.study.trouble import Unusable

Cell: TypeAlias = int | float | str | None
Count: TypeAlias = Annotated[int, Field(ge=0, le=1_000_000)]
LONGEST: Final = 8 * 1024 * 1024
"""A file with more bytes than this is no lesson."""
BEGINS: Final = b'{\n "lesson": '


class Row(BaseModel):
    """What a table came to: the seats in which people sat, what the teacher let happen, and the outcome by name."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    table: Count
    people: tuple[str, ...]
    events: Count
    ending: str
    outcome: dict[str, Cell]


class Kept(BaseModel):
    """A lesson that a teacher saved."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    lesson: Literal[1] = 1
    sim: str
    results: Count
    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    journal: Hash
    title: str
    digest: Hash
    scenario: str
    seed: Annotated[int, Field(ge=0, lt=2**64)]
    tables: tuple[Row, ...]


def keep(folder: Path, kept: Kept) -> Path:
    """Write a lesson into the folder of classes, whole or not at all; its name says no more than when. Raises OSError.

    A lesson that is there already is not written once more.
    """
    there = place_of(folder, kept.journal)
    if there is None:
        there = folder / f"{kept.date}-{kept.journal[:16]}.json"
        disk.make_folder(folder)
        disk.write(there, text(kept).encode())
    return there


def place_of(folder: Path, journal: str) -> Path | None:
    """Where a lesson is kept, by the digest of its journal; None if it is not."""
    return next(iter(sorted(folder.glob(f"*-{journal[:16]}.json"))), None)


def text(kept: Kept) -> str:
    """A lesson as the text of a file, with a seal over it, by which damage is noticed."""
    content = kept.model_dump(mode="json")
    return json.dumps(content | {"seal": seal(content)}, indent=1, ensure_ascii=False) + "\n"


def seal(content: dict[str, object]) -> str:
    """A digest of everything else in the file."""
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def kept_in(path: Path) -> Kept:
    """Read a lesson that was kept; Unusable says what is wrong with the file, OSError that it cannot be read."""
    try:
        content = json.loads(path.read_bytes() if path.stat().st_size <= LONGEST else b"")
        return parsed(content)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Unusable(f"{path} holds no lesson that was saved, or is damaged. Take it out of the folder.") from None


def parsed(content: dict[str, object]) -> Kept:
    """A lesson out of what was written; raises ValueError and its like where it is none."""
    given = content.pop("seal")
    if seal(content) != given:
        raise ValueError("damaged")
    return Kept.model_validate_json(json.dumps(content))
