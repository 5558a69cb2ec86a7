"""The case that uses every key of the format, every kind and every distribution."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from sim.case import Scenario, read
from sim.case.distribution import DISTRIBUTIONS
from sim.case.event import Event
from sim.case.record import Record
from sim.case.threshold import KINDS
from sim.rules.formats import FORMATS
from sim.rules.occurrences import EVENTS
from tests.reading.written import EVERYTHING

WHOLE = read(str(EVERYTHING))


def kinds(annotation: object) -> Iterator[type[Record]]:
    """Every record that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
        for field in annotation.model_fields.values():
            yield from kinds(field.annotation)
    elif get_origin(annotation) in {Union, UnionType, Annotated, dict, tuple}:
        for part in get_args(annotation):
            yield from kinds(part)


def records(value: object) -> Iterator[Record]:
    """Every record in a case."""
    if isinstance(value, Record):
        yield value
        for name in type(value).model_fields:
            yield from records(getattr(value, name))
    elif isinstance(value, dict | tuple):
        for below in value.values() if isinstance(value, dict) else value:
            yield from records(below)


def test_every_key_of_every_record_is_written_somewhere() -> None:
    found = list(records(WHOLE))
    unused = [
        f"{kind.__name__}.{name}"
        for kind in set(kinds(Scenario))
        for name in kind.model_fields
        if not any(type(record) is kind and name in record.model_fields_set for record in found)
    ]
    assert unused == []


def test_every_kind_of_event_threshold_format_and_distribution_is_used() -> None:
    assert {event.kind for event in WHOLE.events.values()} == set(EVENTS)
    assert {threshold.kind for threshold in WHOLE.thresholds.values()} == set(KINDS)
    assert set(WHOLE.calendar.fixed_formats.values()) == set(FORMATS)
    assert {type(record) for record in records(WHOLE)} >= set(DISTRIBUTIONS.values())


def test_three_parties_talk_while_the_war_goes_on_at_two_fronts() -> None:
    assert len(WHOLE.delegations) == 3
    assert len(WHOLE.ground) == 2


def test_every_kind_of_event_in_the_rules_can_be_written() -> None:
    models: tuple[Any, ...] = get_args(get_args(Event)[0])
    assert {get_args(model.model_fields["kind"].annotation)[0] for model in models} == set(EVENTS)


def test_every_key_is_described_in_a_sentence() -> None:
    silent = [
        f"{kind.__name__}.{name}"
        for kind in set(kinds(Scenario))
        for name, field in kind.model_fields.items()
        if not (field.description or "").endswith(".")
    ]
    assert silent == []
