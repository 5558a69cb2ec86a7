"""What a case leaves out, and what therefore holds."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from sim.case.distribution import Distribution

Leaf = tuple[tuple[str, ...], object, bool]
"""The path of a value, the value, and whether it was left out."""


def leaves(record: BaseModel, path: tuple[str, ...] = (), *, left_out: bool = False) -> Iterator[Leaf]:
    """Walk through all values of a case, down to numbers, dates and words."""
    for name, field in type(record).model_fields.items():
        missing = left_out or name not in record.model_fields_set
        yield from _below(getattr(record, name), (*path, field.alias or name), missing)


def _below(value: object, path: tuple[str, ...], left_out: bool) -> Iterator[Leaf]:
    if isinstance(value, BaseModel) and not isinstance(value, Distribution):
        yield from leaves(value, path, left_out=left_out)
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _below(below, (*path, str(key)), left_out)
    else:
        yield path, value, left_out


def used(record: BaseModel) -> dict[str, object]:
    """Every default that the case uses: the path of a number, a day, a word or a yes or no, and its value."""
    return {".".join(path): value for path, value, left_out in leaves(record) if left_out and _tells(value)}


def _tells(value: object) -> bool:
    return isinstance(value, bool | int | float | date) or bool(value)
