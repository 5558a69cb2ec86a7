"""A game that was left, kept in a file: which case and luck, which seat, what was chosen, until which day."""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from sim.study import disk
from sim.study.trouble import Unusable
from sim.talks.seats import Choice

FORMAT: Final = 1
KINDS: Final[dict[str, type]] = {
    "source": str, "settings": list, "digest": str, "seed": int, "replicate": int, "role": str, "day": int,
    "choices": list,
}  # fmt: skip
"""What a file holds, and of which kind it is."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A game as it was left on the evening of a day."""

    source: str
    settings: tuple[str, ...]
    digest: str
    seed: int
    replicate: int
    role: str
    day: int
    choices: tuple[Choice, ...]


def keep(path: Path, kept: Kept) -> None:
    """Write a game, whole or not at all."""
    choices = [{"day": one.day, "name": one.name, "value": one.value} for one in kept.choices]
    content = {"format": FORMAT} | asdict(kept) | {"settings": list(kept.settings), "choices": choices}
    text = json.dumps(content | {"seal": seal(content)}, indent=1, ensure_ascii=False) + "\n"
    disk.fill(path, lambda unfinished: unfinished.write_text(text, encoding="utf-8"))


def seal(content: dict[str, Any]) -> str:
    """A digest of everything else in the file, by which damage is noticed."""
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def kept_in(path: Path) -> Kept:
    """Read a game that was kept; `Unusable` says what is wrong with the file."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return parsed(content)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Unusable(f"{path} holds no game of `sim play`, or is damaged. Begin a new one.") from None


def parsed(content: dict[str, Any]) -> Kept:
    """A game out of what was written; raises ValueError and its like where it is none."""
    given = content.pop("seal")
    if seal(content) != given or content.pop("format") != FORMAT:
        raise ValueError("damaged")
    if set(content) != set(KINDS) or not all(type(content[name]) is kind for name, kind in KINDS.items()):
        raise ValueError("other keys")
    choices = tuple(Choice(one["day"], content["role"], one["name"], one["value"]) for one in content["choices"])
    return Kept(**content | {"settings": tuple(content["settings"]), "choices": choices})
