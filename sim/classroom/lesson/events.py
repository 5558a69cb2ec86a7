"""What a teacher lets happen: a dated event, laid over the case of a table for a day to come."""

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter, ValidationError

from sim.case.event import Event
from sim.case.scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Collection

READING: Final[TypeAdapter[Event]] = TypeAdapter(Event)
PREFIX: Final = "of_the_teacher_"
LONGEST: Final = 100
"""Days by which a pause can be prolonged at once."""


def with_event(case: Scenario, event: dict[str, str | float], day: int) -> Scenario:
    """The case with one event more, on a day counted from the start of the calendar; raises ValueError."""
    made = dict(event) | {"date": case.calendar.start + timedelta(days=day)}
    if made.get("kind") == "prolongation":
        made["until"] = case.calendar.start + timedelta(days=day + _days(made.pop("days", 1)))
    try:
        read = READING.validate_python(made)
    except ValidationError as problem:
        raise ValueError("; ".join(str(one["msg"]) for one in problem.errors())) from None
    known: dict[str, Collection[str]] = {"at": case.ground, "by": case.delegations, "to": case.delegations}
    if any(getattr(read, field, None) not in {None, *there} for field, there in known.items()):
        raise ValueError("There is no such front or delegation.")
    number = sum(key.startswith(PREFIX) for key in case.events)
    return case.model_copy(update={"events": {**case.events, f"{PREFIX}{number}": read}})


def _days(given: object) -> int:
    if not isinstance(given, float | int) or not 1 <= given <= LONGEST:
        raise ValueError(f"A pause is prolonged by 1 to {LONGEST} days.")
    return int(given)
