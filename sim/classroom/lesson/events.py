"""What a teacher lets happen: a dated event, laid over the case of a table for a day to come."""

from datetime import timedelta
from typing import Final

from pydantic import TypeAdapter, ValidationError

from sim.case.event import Event
from sim.case.scenario import Scenario

READING: Final[TypeAdapter[Event]] = TypeAdapter(Event)
PREFIX: Final = "of_the_teacher_"


def with_event(case: Scenario, event: dict[str, str | float], day: int) -> Scenario:
    """The case with one event more, on a day counted from the start of the calendar; raises ValueError."""
    made = dict(event) | {"date": case.calendar.start + timedelta(days=day)}
    if made.get("kind") == "prolongation":
        made["until"] = case.calendar.start + timedelta(days=day + int(float(event.get("days", 1))))
        made.pop("days", None)
    try:
        read = READING.validate_python(made)
    except ValidationError as problem:
        raise ValueError("; ".join(str(one["msg"]) for one in problem.errors())) from None
    if getattr(read, "at", None) not in {None, *case.ground} or getattr(read, "to", None) not in {
        None,
        *case.delegations,
    }:
        raise ValueError("There is no such front or delegation.")
    number = sum(key.startswith(PREFIX) for key in case.events)
    return case.model_copy(update={"events": {**case.events, f"{PREFIX}{number}": read}})
