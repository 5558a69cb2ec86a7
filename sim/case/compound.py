"""Reading what is made of several values: lists, tables of names, distributions."""

from typing import Any

from sim.case.broken import BROKEN
from sim.case.distribution import DISTRIBUTIONS, shape
from sim.case.leaf import Reader, Rule, real, sort_of
from sim.case.name import NameOf
from sim.case.nearest import guess, nearest
from sim.case.node import Entry, Lost, Row, Scalar, Table
from sim.case.number import Within
from sim.case.scalar import Unfit, whole
from sim.case.walk import Spot, Walk

NULL = "null takes out what is inherited, and nothing of this name is. Write a value, or take the key out."
NOTHING = "Nothing is written after this key. Write a value, or take the key out."


def below(spot: Spot, entry: Entry) -> Spot:
    """The spot of an entry of a table."""
    return Spot(entry.value, entry.key, (*spot.path, entry.key.text))


def is_null(entry: Entry, spot: Spot, walk: Walk) -> bool:
    """Whether nothing is written for a key; if so, complain."""
    if not (isinstance(entry.value, Scalar) and entry.value.is_null):
        return False
    if not walk.partial:
        message = NULL if entry.value.text else NOTHING
        walk.complain(entry.value.place, (*spot.path, entry.key.text), message)
    return True


def row_of(item: Reader, least: int) -> Reader:
    """Read a list."""

    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        if isinstance(spot.node, Lost):
            return BROKEN
        if not isinstance(spot.node, Row):
            example = f" Write [{spot.node.text}]." if isinstance(spot.node, Scalar) and spot.node.text else ""
            walk.complain(spot.place, spot.path, f"A list is wanted here, not {sort_of(spot.node)}.{example}")
            return BROKEN
        if len(spot.node.items) < least:
            walk.complain(spot.place, spot.path, f"At least {least} must be listed here.")
            return BROKEN
        places = enumerate(spot.node.items)
        return tuple(item(Spot(node, None, (*spot.path, str(place))), walk) for place, node in places)

    return read


def table_of(key_rule: Rule | NameOf | Within, value: Reader, least: int) -> Reader:
    """Read a mapping from names (or days of a round) to values of one sort.

    What stands under a key that is wrong stays in it, broken, so that no check counts without it.
    """

    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        if isinstance(spot.node, Lost):
            return BROKEN
        if not isinstance(spot.node, Table):
            walk.complain(spot.place, spot.path, f"A mapping is wanted here (name: value), not {sort_of(spot.node)}.")
            return BROKEN
        found, whole = len(spot.node.entries), not (spot.node.lossy or walk.partial)
        if found < least and whole:
            walk.complain(spot.place, spot.path, f"At least {least} are wanted here, not {found}.")
        pairs = [_pair(key_rule, value, spot, entry, walk) for entry in spot.node.entries.values()]
        return dict(pairs if whole else [*pairs, ("", BROKEN)])

    return read


def _pair(key_rule: Rule | NameOf | Within, value: Reader, spot: Spot, entry: Entry, walk: Walk) -> tuple[Any, Any]:
    empty = is_null(entry, spot, walk)
    key = _key(key_rule, below(spot, entry), entry, walk)
    content = BROKEN if empty else value(below(spot, entry), walk)
    return (entry.key.text, BROKEN) if key is BROKEN else (key, content)


def _key(rule: Rule | NameOf | Within, spot: Spot, entry: Entry, walk: Walk) -> Any:  # noqa: ANN401
    name = entry.key.text
    if isinstance(rule, NameOf):
        if walk.knows(rule.sort, name):
            return name
        walk.stray(rule.sort, name, entry.key.place, spot.path)
        return BROKEN
    try:
        key: Any = _number(entry.key) if isinstance(rule, Within) else name
        fault = rule.fault(key)
    except Unfit as unfit:
        fault = unfit.message
    if fault:
        walk.complain(entry.key.place, spot.path, fault)
        return BROKEN
    return key


def _number(key: Scalar) -> int:
    """A key that is a number, in the one way in which it can be written: two ways would be two keys."""
    value = whole(Scalar(key.text, plain=True, place=key.place))
    if str(value) != key.text:
        raise Unfit(f"As a key this is written {value}.")
    return value


def distribution(rule: Rule | None) -> Reader:
    """Read a distribution: one key, its kind, with its numbers below."""

    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        entries = list(spot.node.entries.values()) if isinstance(spot.node, Table) else []
        kinds = ", ".join(shape(kind) for kind in DISTRIBUTIONS)
        if len(entries) != 1:
            walk.complain(spot.place, spot.path, f"A number is wanted here, or one distribution: {kinds}.")
            return BROKEN
        kind = entries[0].key.text
        if kind not in DISTRIBUTIONS:
            near = nearest(kind, DISTRIBUTIONS)
            message = f"There is no distribution of this name. {guess(near, list(DISTRIBUTIONS))}"
            walk.complain(entries[0].key.place, (*spot.path, kind), message, near)
            return BROKEN
        return _drawn(kind, below(spot, entries[0]), rule, walk)

    return read


def _drawn(kind: str, spot: Spot, rule: Rule | None, walk: Walk) -> Any:  # noqa: ANN401
    model = DISTRIBUTIONS[kind]
    spots = _parameters(kind, spot)
    if spots is None:
        walk.complain(spot.place, spot.path, f"It is written {shape(kind)}.")
        return BROKEN
    numbers = [real(None)(each, walk) for each in spots]
    if any(each is BROKEN for each in numbers):
        return BROKEN
    drawn = model.model_construct(**dict(zip(model.model_fields, numbers, strict=True)))
    fault = rule.fault(drawn) if rule else None
    if fault:
        walk.complain(spot.place, spot.path, fault)
        return BROKEN
    return drawn


def _parameters(kind: str, spot: Spot) -> list[Spot] | None:
    names = list(DISTRIBUTIONS[kind].model_fields)
    if kind == "normal":
        table = spot.node
        if not isinstance(table, Table) or sorted(table.names()) != sorted(names):
            return None
        return [below(spot, entry) for name in names if (entry := table.get(name))]
    if not isinstance(spot.node, Row) or len(spot.node.items) != len(names):
        return None
    return [Spot(node, None, (*spot.path, str(place))) for place, node in enumerate(spot.node.items)]
