"""Which numbers of a case are not known for sure."""

from collections.abc import Iterator
from typing import Any

from sim.case.broken import BROKEN
from sim.case.distribution import Distribution
from sim.case.record import Record


def drawn(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Distribution]]:  # noqa: ANN401
    """Every number in a part of a case that is drawn anew for each run, with its path as in YAML."""
    if value is BROKEN:
        return
    if isinstance(value, Distribution):
        yield path, value
    elif isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            if name in value.model_fields_set:
                yield from drawn(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from drawn(below, (*path, str(key)))
    elif isinstance(value, tuple):
        for place, below in enumerate(value):
            yield from drawn(below, (*path, str(place)))
