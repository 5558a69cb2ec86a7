"""Print the page about the scenario format, from the records that read it."""

from collections.abc import Iterator
from datetime import date
from inspect import cleandoc
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from sim.case.distribution import DISTRIBUTIONS
from sim.case.name import Given, NameOf, OneOf
from sim.case.number import Within
from sim.case.record import Record
from sim.case.scenario import Scenario
from sim.study.sweep_file import SweepFile

FOREWORD = """\
# The scenario format

A case is one YAML file. Each key stands here once, with what it means, what it may be, and what holds where it is left
out; "needed" is a key that must be there. The heading is the way to the key, as `--set` takes it, with a name in
capitals where you give names of your own.

- A number may also be drawn anew for each run: `{normal: {mean: 0.4, sd: 0.1}}`, `{uniform: [0.2, 0.6]}`,
  `{triangular: [0.2, 0.3, 0.6]}`, `{beta: [2, 5]}`, `{pert: [0.2, 0.3, 0.6]}`.
- `extends: NAME` builds on a bundled case or on a file beside this one: only differences follow. Tables are merged key
  by key, all else is replaced, and `null` takes a key out.
- `sim validate --schema` prints the JSON Schema, for hints in your editor."""

Found = tuple[str, type[Record]]


def main() -> None:
    """Print each record under the path that leads to it, and then the file of a sweep."""
    print(FOREWORD)
    for path, record in _records("", Scenario):
        _table(f"`{path}`" if path else "The file", record)
    _table("The file of a sweep", SweepFile)


def _table(heading: str, record: type[Record]) -> None:
    print(f"\n## {heading}\n\n{cleandoc(record.__doc__ or '')}\n")
    print("| key | meaning | value | if left out |\n|---|---|---|---|")
    for name, field in record.model_fields.items():
        value = _value(field.annotation, tuple(field.metadata))
        print(f"| `{field.alias or name}` | {field.description} | {value} | {_default(field)} |")


def _records(path: str, record: type[Record]) -> Iterator[Found]:
    yield path, record
    for name, field in record.model_fields.items():
        for tail, below in _below(field.annotation):
            yield from _records(f"{path}.{field.alias or name}{tail}".removeprefix("."), below)


def _below(annotation: Any) -> Iterator[Found]:  # noqa: ANN401
    """The records in a type, each with what its path adds for the names of a table or the places of a list."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        if annotation not in DISTRIBUTIONS.values():
            yield "", annotation
    elif origin is dict:
        yield from ((f".{_sort(arguments[0])}{tail}", record) for tail, record in _below(arguments[1]))
    elif origin is tuple:
        yield from ((f"[]{tail}", record) for tail, record in _below(arguments[0]))
    elif origin in {Union, UnionType, Annotated}:
        for argument in arguments[:1] if origin is Annotated else arguments:
            yield from _below(argument)


def _sort(key: Any) -> str:  # noqa: ANN401
    sorts = [part.sort for part in get_args(key) if isinstance(part, Given | NameOf)]
    return (sorts[0] if sorts else "number").upper().replace(" ", "_")


def _value(annotation: Any, marks: tuple[Any, ...]) -> str:  # noqa: ANN401
    """What a key may be, in words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(arguments[0], (*arguments[1:], *marks))
    if origin in {Union, UnionType}:
        kinds = [_value(part, marks) for part in arguments if part is not type(None)]
        return " or ".join(dict.fromkeys(kind for kind in kinds if kind))
    if origin is dict:
        return f"a table: {_value(arguments[1], ())} for each {_sort(arguments[0]).lower().replace('_', ' ')}"
    if origin is tuple:
        return f"a list: {_value(arguments[0], ())}"
    if origin is Literal:
        return ", ".join(f"`{choice}`" for choice in arguments)
    return _simple(annotation, marks)


def _simple(annotation: type, marks: tuple[Any, ...]) -> str:
    for mark in marks:
        if isinstance(mark, OneOf):
            return ", ".join(f"`{member}`" for member in mark.members)
        if isinstance(mark, NameOf):
            return f"the name of a {mark.sort}".replace("a issue", "an issue")
        if isinstance(mark, Within):
            return "" if annotation in DISTRIBUTIONS.values() else _number(annotation, mark)
    if issubclass(annotation, Record):
        return "" if annotation in DISTRIBUTIONS.values() else "see below"
    return {str: "text", bool: "`true`, `false`", date: "a day, `2014-02-10`", int: "a whole number"}.get(
        annotation, "a number"
    )


def _number(annotation: type, within: Within) -> str:
    kind = "a whole number" if annotation is int else "a number"
    reach = str(within) if str(within).startswith(("from", "above")) else f"({within})"
    return f"{kind} {reach}{within.unit and f', {within.unit}'}"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "needed"
    value = field.get_default(call_default_factory=True, validated_data={})
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"`{value:g}`"
    return f"`{value}`" if isinstance(value, str) and value else ""


if __name__ == "__main__":
    main()
