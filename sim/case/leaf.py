"""Reading a single value: a number, a day, a text, a name."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Protocol, TypeAlias

from sim.case.broken import BROKEN
from sim.case.name import NameOf
from sim.case.nearest import guess, nearest
from sim.case.node import Lost, Node, Row, Scalar, Table
from sim.case.scalar import Unfit, day, flag, number, whole
from sim.case.text import Text
from sim.case.walk import Spot, Walk

Reader: TypeAlias = Callable[[Spot, Walk], Any]


class Rule(Protocol):
    """What a value must keep to, beyond its type."""

    def fault(self, value: Any, /) -> str | None:  # noqa: ANN401
        """Say what is wrong with a value, if anything is."""


def sort_of(node: Node) -> str:
    """What a node is, for a sentence."""
    return "a mapping" if isinstance(node, Table) else "a list" if isinstance(node, Row) else "a single value"


def _scalar(node: Node, wanted: str) -> Scalar:
    if not isinstance(node, Scalar):
        raise Unfit(f"{wanted} is wanted here, not {sort_of(node)}.")
    if node.is_null:
        raise Unfit(f"{wanted} is wanted here, and nothing is written.")
    return node


def _keep(rule: Rule | None, value: object) -> None:
    fault = rule.fault(value) if rule else None
    if fault:
        raise Unfit(fault)


def single(parse: Callable[[Scalar], Any], wanted: str, rule: Rule | None = None) -> Reader:
    """Read one value, and hold it to a rule."""

    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        if isinstance(spot.node, Lost):
            return BROKEN
        try:
            value = parse(_scalar(spot.node, wanted))
            _keep(rule, value)
        except Unfit as unfit:
            walk.complain(spot.place, spot.path, unfit.message, unfit.suggestion)
            return BROKEN
        return value

    return read


def real(rule: Rule | None) -> Reader:
    """Read a number."""
    return single(number, "A number", rule)


def count(rule: Rule | None) -> Reader:
    """Read a whole number."""
    return single(whole, "A whole number", rule)


def yes_or_no() -> Reader:
    """Read true or false."""
    return single(flag, "Yes or no")


def a_day() -> Reader:
    """Read a day."""
    return single(day, "A day")


def words(rule: Text) -> Reader:
    """Read a text for people, as it is written: `no` and `2014` are words here."""
    return single(lambda scalar: rule.clean(scalar.text), "A text", rule)


def choice(members: Sequence[str]) -> Reader:
    """Read one of the few words that a key knows."""

    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        return one_of("word", members, f"`{spot.path[-1]}` knows no such word.")(spot, walk)

    return read


def one_of(family: str, members: Collection[str], refusal: str = "") -> Reader:
    """Read a name out of a family."""

    def parse(scalar: Scalar) -> str:
        if scalar.text in members:
            return scalar.text
        near = nearest(scalar.text, members)
        refused = refusal or f"There is no {family} of this name."
        raise Unfit(f"{refused} {guess(near, list(members))}", near)

    return single(parse, "A name" if not refusal else "A word")


def given_name(rule: Rule) -> Reader:
    """Read a name that is given here."""
    return single(lambda scalar: scalar.text, "A name", rule)


def name_of(rule: NameOf) -> Reader:
    """Read a name that must be given elsewhere in the case."""
    plain = single(lambda scalar: scalar.text, "A name")

    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        name = plain(spot, walk)
        if name is BROKEN or walk.knows(rule.sort, name):
            return name
        walk.stray(rule.sort, name, spot.place, spot.path)
        return BROKEN

    return read
