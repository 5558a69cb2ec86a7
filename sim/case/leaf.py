"""Reading a single value: a number, a day, a text, a name."""

from collections.abc import Callable, Collection
from datetime import date
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


def single(parse: Callable[[Scalar], Any], wanted: str, rule: Rule | None = None) -> Reader:
    """Read one value, and hold it to a rule."""

    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        if isinstance(spot.node, Lost):
            return BROKEN
        try:
            if not isinstance(spot.node, Scalar):
                raise Unfit(f"{wanted} is wanted here, not {sort_of(spot.node)}.")
            value = parse(spot.node)
            if rule and (fault := rule.fault(value)):
                raise Unfit(fault)
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

    def parse(scalar: Scalar) -> str:
        if scalar.is_null:
            raise Unfit('A text is wanted here. Write a few words; the word null itself stands in quotes: "null".')
        return rule.clean(scalar.text)

    return single(parse, "A text", rule)


def one_of(family: str, members: Collection[str]) -> Reader:
    """Read a name out of a family."""

    def parse(scalar: Scalar) -> str:
        if scalar.text in members:
            return scalar.text
        near = nearest(scalar.text, members)
        raise Unfit(f"There is no {family} of this name. {guess(near, list(members))}", near)

    return single(parse, f"The name of a {family}")


def given_name(rule: Rule) -> Reader:
    """Read a name that is given here."""
    return single(lambda scalar: scalar.text, "A name", rule)


def name_of(rule: NameOf) -> Reader:
    """Read a name that must be given elsewhere in the case."""
    plain = single(lambda scalar: scalar.text, f"The name of a {rule.sort}")

    def read(spot: Spot, walk: Walk) -> Any:  # noqa: ANN401
        name = plain(spot, walk)
        if name is BROKEN or walk.knows(rule.sort, name):
            return name
        walk.stray(rule.sort, name, spot.place, spot.path)
        return BROKEN

    return read


LEAVES: dict[type, Callable[[], Reader]] = {bool: yes_or_no, date: a_day}
