"""`--set path=value`: one number of a case changed, without another file."""

from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, cast, get_args, get_origin

from sim.case.nearest import guess, nearest
from sim.case.node import Entry, Node, Row, Scalar, Table
from sim.case.place import Mistakes, Sheet, Unknown
from sim.case.record import Record
from sim.case.scenario import Scenario
from sim.case.shape import keys, kind_of
from sim.case.stream import compose


class Setting(NamedTuple):
    """What one part of a case is changed to: its path in the YAML, and the value as it is written."""

    path: str
    value: Node


def applied(root: Node, settings: Sequence[str]) -> Node:
    """The nodes of a case with settings laid over them, the last one on top.

    Raises
    ------
    Unknown
        A setting without `=`, with a path that the format does not have, or with a value that is no YAML.

    """
    for text in settings:
        try:
            root = laid(root, setting(text))
        except Unknown as unknown:
            raise Unknown(f"--set {text}: {unknown}") from None
    return root


def setting(text: str) -> Setting:
    """A setting as it is typed: `path=value`.

    Raises
    ------
    Unknown
        There is no `=`, no path or no value, or the value is no YAML.

    """
    path, equals, value = text.partition("=")
    if not (equals and is_path(path)):
        raise Unknown("write path=value, as in mediator.style=facilitation.")
    if not value.strip():
        raise Unknown("A value is missing after the = sign; null takes a key out.")
    return Setting(path.strip(), composed(Sheet(f"--set {text}", (text,), setting=True), value))


def is_path(text: str) -> bool:
    """Whether a text is names or places with points between them."""
    return all(step.strip() for step in text.split("."))


def composed(sheet: Sheet, value: str) -> Node:
    """The node of a value that is typed on the command line.

    Raises
    ------
    Unknown
        It is no YAML.

    """
    try:
        node, mistakes = compose(sheet, value)
    except Mistakes as found:
        raise Unknown(found.items[0].message) from None
    if mistakes:
        raise Unknown(mistakes[0].message)
    return node


def laid(root: Node, setting: Setting) -> Node:
    """The nodes of a case with a setting laid over them; null takes a key or an item of a list out.

    Raises
    ------
    Unknown
        The format, or the case, has no such path: the nearest one is named.

    """
    return _put(root, Scenario, tuple(setting.path.split(".")), setting.value, ())


def renumbered(scenario: Scenario, numbers: Mapping[str, object]) -> Scenario:
    """The scenario with other numbers at some of its paths, which must be numbers that can stand there.

    Nothing is checked: where many are tried, ranges were looked at before.
    """
    changes = _Branch()
    for path, number in numbers.items():
        *above, last = path.split(".")
        branch = changes
        for step in above:
            branch = branch.setdefault(step, _Branch())
        branch[last] = number
    return cast("Scenario", _replaced(scenario, changes))


class _Branch(dict[str, Any]):
    """What changes below a place, so that every record on the way is copied once for all that changes in it."""


def _replaced(thing: Any, change: object) -> Any:  # noqa: ANN401
    if not isinstance(change, _Branch):
        return change
    if isinstance(thing, Record):
        known = keys(type(thing))
        names = {known[name].attribute: below for name, below in change.items()}
        return thing.model_copy(update={name: _replaced(getattr(thing, name), below) for name, below in names.items()})
    if isinstance(thing, dict):
        return thing | {name: _replaced(thing[name], below) for name, below in change.items()}
    return tuple(_replaced(one, change[str(n)]) if str(n) in change else one for n, one in enumerate(thing))


def _put(node: Node | None, kind: Any, steps: tuple[str, ...], value: Node, done: tuple[str, ...]) -> Node:  # noqa: ANN401
    if not steps:
        return value
    if isinstance(node, Row):
        return _put_item(node, kind, steps, value, done)
    if node is not None and not isinstance(node, Table):
        raise Unknown(f"{'.'.join(done)} is a single value: there is no {steps[0]} below it.")
    return _put_entry(node or Table({}, value.place), kind, steps, value, done)


def _put_item(row: Row, kind: Any, steps: tuple[str, ...], value: Node, done: tuple[str, ...]) -> Node:  # noqa: ANN401
    name, *rest = steps
    if not (name.isascii() and name.isdecimal()) or int(name) >= len(row.items):
        raise Unknown(f"{'.'.join(done)} is a list: its items are numbered from 0 to {len(row.items) - 1}.")
    before, old, after = row.items[: int(name)], row.items[int(name)], row.items[int(name) + 1 :]
    if not rest and _is_null(value):
        return Row((*before, *after), row.place)
    item = next((get_args(part)[0] for part in _parts(kind) if get_origin(part) is tuple), None)
    return Row((*before, _put(old, item, tuple(rest), value, (*done, name)), *after), row.place)


def _put_entry(table: Table, kind: Any, steps: tuple[str, ...], value: Node, done: tuple[str, ...]) -> Node:  # noqa: ANN401
    name, rest = steps[0], steps[1:]
    old = table.get(name)
    below = _named(kind, table) | dict.fromkeys(table.names(), _free(kind))
    below.update(_named(kind, table))
    if name not in below and (rest or _free(kind) is None):
        raise Unknown(_no_such_path((*done, name), list(below)))
    if not rest and _is_null(value):
        if old is None:
            raise Unknown(_not_set((*done, name), table.names()))
        return Table({other: entry for other, entry in table.entries.items() if other != name}, table.place)
    new = _put(old.value if old else None, below.get(name, _free(kind)), rest, value, (*done, name))
    key = old.key if old and rest else Scalar(name, plain=True, place=value.place)
    return Table(table.entries | {name: Entry(key, new)}, table.place)


def _no_such_path(path: tuple[str, ...], names: list[str]) -> str:
    near = nearest(path[-1], names)
    meant = ".".join([*path[:-1], near]) if near else None
    return f"There is no {'.'.join(path)}. {guess(meant, names)}"


def _not_set(path: tuple[str, ...], names: Sequence[str]) -> str:
    near = nearest(path[-1], names)
    return f"{'.'.join(path)} is not set: there is nothing to take out.{f' Did you mean {near}?' if near else ''}"


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def _parts(kind: Any) -> Iterator[Any]:  # noqa: ANN401
    """The plain types that an annotation allows."""
    if get_origin(kind) is Annotated:
        yield from _parts(get_args(kind)[0])
    elif get_origin(kind) in {Union, UnionType}:
        for part in get_args(kind):
            yield from _parts(part)
    else:
        yield kind


def _named(kind: Any, table: Table) -> dict[str, Any]:  # noqa: ANN401
    """The keys that the format has below a type, with the type of each."""
    records = [part for part in _parts(kind) if isinstance(part, type) and issubclass(part, Record)]
    chosen = [record for record in records if _is_of_kind(record, table)]
    return {name: key.kind for record in chosen for name, key in keys(record).items()}


def _is_of_kind(record: type[Record], table: Table) -> bool:
    """Whether a record is the one that is meant: an event of its kind, a distribution never."""
    field, entry = record.model_fields.get("kind"), table.get("kind")
    if "kind" in record.__dict__:
        return False
    return field is None or entry is None or not isinstance(entry.value, Scalar) or entry.value.text == kind_of(record)


def _free(kind: Any) -> Any:  # noqa: ANN401
    """The type of what stands under names that the case itself gives; None if there are none."""
    return next((get_args(part)[1] for part in _parts(kind) if get_origin(part) is dict), None)
