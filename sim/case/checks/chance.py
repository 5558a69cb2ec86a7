"""Checks on the addresses of chance: two names must never share their luck."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from sim.case.broken import BROKEN
from sim.case.checks.fault import Check, Fault, the_case
from sim.case.distribution import DISTRIBUTIONS
from sim.case.record import Record
from sim.case.scenario import Scenario
from sim.case.walk import Path

_DRAWN: Final = tuple(DISTRIBUTIONS.values())


def chance_id(name: str) -> int:
    """The id under which chance knows a name: the first four bytes of its SHA-256, big-endian."""
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big")


def drawn_paths(value: Any, path: Path = ()) -> Iterator[Path]:  # noqa: ANN401
    """The paths, as in YAML, of all numbers of a record that are distributions."""
    if value is BROKEN:
        return
    if isinstance(value, _DRAWN):
        yield path
    elif isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            if name in value.model_fields_set:
                yield from drawn_paths(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from drawn_paths(below, (*path, str(key)))
    elif isinstance(value, tuple):
        for place, below in enumerate(value):
            yield from drawn_paths(below, (*path, str(place)))


def _drawers(scenario: Scenario) -> Iterator[tuple[str, Path]]:
    """Every name that chance is drawn for, and where it is given."""
    for name, delegation in scenario.delegations.items():
        yield name, ("delegations", name)
        for issue in delegation.positions:
            yield f"{name}/{issue}", ("delegations", name, "positions", issue)
    for front in scenario.ground:
        yield front, ("ground", front)
    for member in scenario.council.members if scenario.council is not None else ():
        yield member, ("council", "members", member)
    for path in drawn_paths(scenario):
        yield ".".join(path), path


def _ids(_: Scenario, __: Path, scenario: Scenario) -> Iterator[Fault]:
    seen: dict[int, str] = {}
    for name, path in _drawers(scenario):
        other = seen.setdefault(chance_id(name), name)
        if other != name:
            yield Fault(
                path, f"{name} and {other} would share their luck: their names have one id. Rename one of them."
            )


CHECKS: Final = (Check("that no two names share their luck", the_case, _ids),)
