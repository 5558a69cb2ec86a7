"""Which reader reads which type: the records say what a case is, and this follows from them."""

from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic.fields import FieldInfo

from sim.case.broken import BROKEN
from sim.case.compound import below, distribution, is_null, row_of, table_of
from sim.case.distribution import DISTRIBUTIONS, Normal
from sim.case.leaf import Reader, a_day, choice, count, given_name, name_of, one_of, real, sort_of, words, yes_or_no
from sim.case.name import Given, NameOf, OneOf
from sim.case.nearest import guess, nearest
from sim.case.node import Entry, Lost, Node, Scalar, Table
from sim.case.number import Within
from sim.case.record import Record
from sim.case.text import Text
from sim.case.walk import Spot, Walk


class Key(NamedTuple):
    """A key of a record: the attribute it fills, whether it must be there, its type, and how it is read."""

    attribute: str
    required: bool
    kind: Any
    read: Reader


@cache
def keys(model: type[Record]) -> dict[str, Key]:
    """The keys of a record, by the name they have in YAML."""
    return {field.alias or name: _key(name, field) for name, field in model.model_fields.items()}


def _key(name: str, field: FieldInfo) -> Key:
    return Key(name, field.is_required(), field.annotation, reader(field.annotation, tuple(field.metadata)))


def reader(annotation: Any, metadata: tuple[Any, ...] = ()) -> Reader:  # noqa: ANN401
    """The reader of a type, as its annotation has it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return reader(arguments[0], (*arguments[1:], *metadata))
    if origin in {Union, UnionType}:
        return _either([part for part in arguments if part is not type(None)], metadata)
    if origin is not None:
        return _several(origin, arguments, _least(metadata))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _record(annotation)
    return _leaf(annotation, metadata)


def _several(origin: Any, arguments: tuple[Any, ...], least: int) -> Reader:  # noqa: ANN401
    if origin is tuple:
        return row_of(reader(arguments[0]), least)
    if origin is dict:
        return table_of(_key_rule(arguments[0]), reader(arguments[1]), least)
    return choice(arguments)


def _leaf(annotation: type, metadata: tuple[Any, ...]) -> Reader:
    rule = next((part for part in metadata if isinstance(part, Within)), None)
    if annotation is str:
        return _text(metadata)
    simple = {float: lambda: real(rule), int: lambda: count(rule), bool: yes_or_no, date: a_day}
    return simple[annotation]()


def _text(metadata: tuple[Any, ...]) -> Reader:
    for part in metadata:
        match part:
            case Text():
                return words(part)
            case OneOf(family=family, members=members):
                return one_of(family, members)
            case NameOf():
                return name_of(part)
            case Given():
                return given_name(part)
    raise TypeError("a text of a case says which characters it may have")


def _least(metadata: tuple[Any, ...]) -> int:
    return next((part.min_length for part in metadata if isinstance(part, MinLen)), 0)


def _key_rule(annotation: Any) -> Any:  # noqa: ANN401
    return get_args(annotation)[1]


def _either(parts: list[Any], metadata: tuple[Any, ...]) -> Reader:
    if len(parts) == 1:
        return reader(parts[0], metadata)
    if Normal in parts:
        return _number(next((part for part in metadata if isinstance(part, Within)), None))
    if all(isinstance(part, type) and issubclass(part, Record) for part in parts):
        return _kinds({kind_of(part): part for part in parts})
    named = next(part for part in parts if get_origin(part) in {dict, Literal})
    plain = reader(next(part for part in parts if part is not named))
    return _names_or_number(named, plain)


def _number(rule: Within | None) -> Reader:
    given, drawn = real(rule), distribution(rule)
    return lambda spot, walk: (drawn if isinstance(spot.node, Table) else given)(spot, walk)


def _names_or_number(named: Any, plain: Reader) -> Reader:  # noqa: ANN401
    """A table of names, or a choice of words, beside a plain number."""
    other = reader(named)
    takes = _is_table_of_names if get_origin(named) is dict else _is_word
    return lambda spot, walk: (other if takes(spot.node) else plain)(spot, walk)


def _is_table_of_names(node: Node) -> bool:
    if not isinstance(node, Table):
        return False
    return not (len(node.entries) == 1 and any(_is_drawn(name, entry) for name, entry in node.entries.items()))


def _is_drawn(name: str, entry: Entry) -> bool:
    return name in DISTRIBUTIONS and not isinstance(entry.value, Scalar)


def _is_word(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text[:1].isalpha()


def kind_of(model: type[Record]) -> str:
    """The word under `kind` that stands for a record."""
    return str(get_args(model.model_fields["kind"].annotation)[0])


def _kinds(models: dict[str, type[Record]]) -> Reader:
    """One of several records, by the word under `kind`."""
    chosen = one_of("kind of event", models)

    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        if not isinstance(spot.node, Table):
            return _record(next(iter(models.values())))(spot, walk)
        entry = spot.node.get("kind")
        if entry is None:
            _kindless(models, spot.node, spot, walk)
            return BROKEN
        kind = chosen(below(spot, entry), walk)
        return BROKEN if kind is BROKEN else _record(models[kind])(spot, walk)

    return read


def _kindless(models: dict[str, type[Record]], table: Table, spot: Spot, walk: Walk) -> None:
    """Complain that nothing says which record it is: of the key that was meant to, if there is one."""
    if walk.partial:
        return
    known = {name for model in models.values() for name in keys(model)}
    meant = next(
        (entry for name, entry in table.entries.items() if name not in known and nearest(name, ["kind"])), None
    )
    if meant:
        here = below(spot, meant)
        walk.complain(meant.key.place, here.path, "There is no key of this name here. Did you mean kind?", "kind")
    elif not table.lossy:
        walk.complain(spot.place, spot.path, f"`kind` is missing. {guess(None, list(models))}")


def _record(model: type[Record]) -> Reader:
    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        if isinstance(spot.node, Lost):
            return BROKEN
        if not isinstance(spot.node, Table):
            walk.complain(spot.place, spot.path, f"A mapping is wanted here (key: value), not {sort_of(spot.node)}.")
            return BROKEN
        return _filled(model, spot.node, spot, walk)

    return read


def _filled(model: type[Record], table: Table, spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
    known = keys(model)
    values: dict[str, Any] = {}
    for entry in table.entries.values():
        key = known.get(entry.key.text)
        if key is None:
            meant = _unknown(known, table, below(spot, entry), walk)
            values.update({known[meant].attribute: BROKEN} if meant else {})
        else:
            values[key.attribute] = BROKEN if is_null(entry, spot, walk) else key.read(below(spot, entry), walk)
    missing = [name for name, key in known.items() if key.required and key.attribute not in values]
    if missing and not (table.lossy or walk.partial):
        names = ", ".join(missing)
        walk.complain(spot.place, spot.path, f"{names} {'is' if len(missing) == 1 else 'are'} missing.")
    values.update({known[name].attribute: BROKEN for name in missing})
    return model.model_construct(**values)


def _unknown(known: dict[str, Key], table: Table, spot: Spot, walk: Walk) -> str | None:
    """Complain of a key that means nothing here; the key that was probably meant and is not there itself."""
    absent = [name for name in known if table.get(name) is None]
    name = spot.path[-1]
    near, meant = walk.guess(name, absent)
    if not near:
        near, meant = walk.guess(name, known)
    place = spot.key.place if spot.key else spot.place
    if not near and isinstance(spot.node, Scalar) and not spot.node.text:
        meant = " Is it text after a comma? Such text stands in quotes."
    walk.complain(place, spot.path, f"There is no key of this name here.{meant}", near)
    return near if near in absent else None
