"""Every place of the scenario format that holds a number: found in the records themselves, none listed by hand."""

from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from sim.case.distribution import DISTRIBUTIONS
from sim.case.number import Within
from sim.case.record import Record
from sim.case.scenario import Scenario
from sim.case.source import Happened, Source

Kind = Any
DRAWN = tuple(DISTRIBUTIONS.values())
TOLD = (Source, Happened)  # what people read and the model never looks at
SINGLE = (float, int, date)


def parts(kind: Kind, within: Within | None = None) -> Iterator[tuple[Kind, Within | None]]:
    """Give the plain types that an annotation allows, each with its range."""
    origin: Any = get_origin(kind)
    if origin is Annotated:
        inner, *marks = get_args(kind)
        yield from parts(inner, next((mark for mark in marks if isinstance(mark, Within)), within))
    elif origin in {Union, UnionType}:
        for part in get_args(kind):
            yield from parts(part, within)
    else:
        yield kind, within


def of_field(field: FieldInfo) -> Iterator[tuple[Kind, Within | None]]:
    """Give the plain types that a field allows, each with its range."""
    yield from parts(field.annotation, next((mark for mark in field.metadata if isinstance(mark, Within)), None))


def keys(record: type[Record]) -> Iterator[tuple[str, str, FieldInfo]]:
    """Give the keys of a record, with the names of their fields."""
    for name, field in record.model_fields.items():
        yield field.alias or name, name, field


def below(kind: Kind, within: Within | None, path: str) -> Iterator[tuple[str, Within | None]]:
    """Give the places of numbers under a type, with `*` for names that a case gives and for items of a list."""
    origin: Any = get_origin(kind)
    if kind in SINGLE:
        yield path, within
    elif origin in {dict, tuple}:
        for part, its in parts(get_args(kind)[1 if origin is dict else 0]):
            yield from below(part, its, f"{path}.*")
    elif isinstance(kind, type) and issubclass(kind, Record) and not issubclass(kind, (*DRAWN, *TOLD)):
        for key, _, field in keys(kind):
            for part, its in of_field(field):
                yield from below(part, its, f"{path}.{key}".lstrip("."))


def every_number() -> dict[str, Within | None]:
    """Give every place of a number in the format that has room to move, with its range."""
    places = dict(below(Scenario, None, ""))
    return {path: within for path, within in places.items() if within is None or within.low < within.high}


def every_parameter() -> list[str]:
    """Give every number that a distribution is made of."""
    return [f"{kind}.{name}" for kind, record in DISTRIBUTIONS.items() for name in record.model_fields]
