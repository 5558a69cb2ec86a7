"""A scenario written down again: for people as YAML, for comparison as one canonical text and its digest."""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any, Final

from sim.case.distribution import Distribution
from sim.case.number import written
from sim.case.record import Record
from sim.case.scenario import Scenario
from sim.case.text import IDENTIFIER


def canonical(scenario: Scenario) -> str:
    """The scenario as one JSON text: keys sorted, every default written out, numbers as Python's `repr` has them."""
    plain = _plain(scenario, all_keys=True)
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)


def digest(scenario: Scenario) -> str:
    """The SHA-256 of the canonical text, in hexadecimal: equal for files that say the same."""
    return sha256(canonical(scenario).encode()).hexdigest()


def dump(scenario: Scenario) -> str:
    """The scenario as YAML that is read as the same scenario; keys that were left out are left out again."""
    return "".join(f"{line}\n" for line in _mapping(_plain(scenario, all_keys=False)))


def inline(record: Record) -> str:
    """A part of a scenario as YAML on one line, as it is typed after ``--set path=``."""
    return _flow(_plain(record, all_keys=False))


def _plain(value: Any, *, all_keys: bool) -> Any:  # noqa: ANN401
    """A record as plain data, under the names that it has in YAML."""
    if isinstance(value, Distribution):
        return written(value)
    if isinstance(value, Record):
        return {name: _plain(below, all_keys=all_keys) for name, below in _entries(value, all_keys=all_keys)}
    if isinstance(value, dict):
        return {str(key): _plain(below, all_keys=all_keys) for key, below in value.items()}
    if isinstance(value, tuple):
        return [_plain(below, all_keys=all_keys) for below in value]
    return value


def _entries(record: Record, *, all_keys: bool) -> Iterator[tuple[str, Any]]:
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if all_keys or (name in record.model_fields_set and value is not None):
            yield field.alias or name, value


def _mapping(mapping: dict[str, Any]) -> Iterator[str]:
    for key, value in mapping.items():
        yield from _entry(f"{_key(key)}:", value)


def _entry(opening: str, value: Any) -> Iterator[str]:  # noqa: ANN401
    """What follows a key or a dash: on its line if it is a single value or has no more than such in it."""
    if _is_flat(value):
        yield f"{opening} {_flow(value)}"
    else:
        yield opening
        lines = _mapping(value) if isinstance(value, dict) else _list(value)
        yield from (f"  {line}" for line in lines)


def _list(values: list[Any]) -> Iterator[str]:
    for value in values:
        if _is_flat(value):
            yield f"- {_flow(value)}"
        else:
            first, *rest = _mapping(value)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)


def _is_flat(value: Any) -> bool:  # noqa: ANN401
    if isinstance(value, dict | list):
        below = list(value.values()) if isinstance(value, dict) else value
        return not any(isinstance(each, dict | list) for each in below) and len(_flow(value)) <= 88
    return True


def _flow(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {_flow(below)}" for key, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(below) for below in value) + "]"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return repr(value).removesuffix(".0")
    if isinstance(value, str) and IDENTIFIER.fullmatch(value) and value not in _NOT_TEXT:
        return value
    return json.dumps(value, ensure_ascii=False)


_NOT_TEXT: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def _key(key: str) -> str:
    return f'"{key}"' if key in _NOT_TEXT else key
