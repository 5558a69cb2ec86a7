"""What differs between two things that were asked, key by key."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

MOST: Final = 20
"""More keys than this are counted, not listed."""
NOTHING: Final = "nothing"


def differences(old: object, new: object) -> list[str]:
    """Each key that differs, by its path, with the old and the new value: ``seed: was 1, is 2``."""
    before, after = dict(_flat(old)), dict(_flat(new))
    paths = dict.fromkeys([*before, *after])
    found = [path for path in paths if path not in before or path not in after or before[path] != after[path]]
    return [f"{path}: was {_said(before, path)}, is {_said(after, path)}" for path in found]


def listed(sentences: list[str]) -> list[str]:
    """The first of many sentences, and how many more there are."""
    more = len(sentences) - MOST
    return sentences if more <= 0 else [*sentences[:MOST], f"and {more:,} more"]


def _said(values: Mapping[str, Any], path: str) -> str:
    return str(values[path]) if path in values else NOTHING


def _flat(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    below: Iterator[tuple[object, object]]
    if isinstance(value, Mapping) and value:
        below = iter(value.items())
    elif isinstance(value, list | tuple) and value:
        below = iter(enumerate(value))
    else:
        yield path, _plain(value)
        return
    for key, part in below:
        yield from _flat(part, f"{path}.{key}" if path else str(key))


def _plain(value: object) -> object:
    """A value as YAML has it."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return {"{}": "none", "[]": "none", "()": "none"}.get(repr(value), value)
