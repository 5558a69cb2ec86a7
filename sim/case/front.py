"""The war outside."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from sim.case.name import DelegationName
from sim.case.number import Number, Share, Within
from sim.case.record import Record
from sim.case.text import Line


class Pause(Record):
    """A humanitarian pause at a front."""

    from_day: date = Field(alias="from", description="Its first day.")
    days: Annotated[int, Within(1, 3650, unit="days")] = Field(
        description="How many days it lasts, and how many each prolongation adds."
    )
    effect: Share = Field(0.5, description="The part of unprovoked attacks that does not happen while it lasts.")
    extension: Annotated[Number, Within(0, 2)] = Field(1.3, description="How readily it is prolonged.")

    @property
    def last_day(self) -> date:
        """Its last day, before any prolongation."""
        return self.from_day + (self.days - 1) * timedelta(days=1)


class Front(Record):
    """A place where the war goes on while they talk."""

    name: Line | None = Field(None, description="How the story calls it. If left out: its key, in words.")
    violence_per_day: Annotated[Number, Within(0, 200, unit="attacks a day")] = Field(
        0.0, description="Attacks a day that no earlier attack provoked."
    )
    branching: Annotated[Number, Within(0, below=1, unit="attacks")] = Field(
        0.0, description="How many further attacks one attack begets."
    )
    memory_days: Annotated[Number, Within(above=0, unit="days")] = Field(
        7.0, description="For how long an attack goes on provoking others."
    )
    authors: dict[DelegationName, Share] = Field(
        default_factory=dict, description="The part of the attacks that each makes; what is missing to 1: outsiders."
    )
    monitoring: Share = Field(0.25, description="The part of the attacks whose author is proven to all.")
    drawn_from: date | None = Field(
        None, description="Before this day only the dated events happen here. If left out: the first day of all."
    )
    pause: Pause | None = Field(None, description="A humanitarian pause. If left out there is none.")
    trapped: Annotated[Number, Within(0, 1e9, unit="people")] = Field(
        0.0, description="How many people are trapped here."
    )
    evacuated_per_day: Annotated[Number, Within(0, 1e9, unit="people a day")] = Field(
        0.0, description="How many of them leave on a day of the pause, in the mean."
    )
    under_fire: Share = Field(0.35, description="The part of them that still leaves on a day with an attack.")
    people_spread: Annotated[Number, Within(0, 10)] = Field(
        0.8, description="How unequal the days are: the standard deviation of the logarithm."
    )
