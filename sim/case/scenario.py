"""A case as people write it: one file, one scenario."""

from datetime import date
from typing import Annotated

from pydantic import Field

from sim.case.agenda import Agenda
from sim.case.behaviour import Behaviour
from sim.case.calendar import Calendar
from sim.case.council import Council
from sim.case.delegation import Delegation
from sim.case.event import Event
from sim.case.front import Front
from sim.case.issue import Issue
from sim.case.mediator import Mediator
from sim.case.name import NewDelegation, NewEvent, NewFront, NewIssue, NewSponsor, NewThreshold
from sim.case.number import Share, Within
from sim.case.record import Record
from sim.case.source import Happened, Source
from sim.case.sponsor import GreatPowers, Sponsor
from sim.case.text import Line, Prose
from sim.case.threshold import Threshold


class Scenario(Record):
    """Everything that a negotiation starts from."""

    format: Annotated[int, Within(1, 1)] = Field(1, description="The version of the scenario format.")
    title: Line = Field(description="What the case is called.")
    summary: Prose = Field("", description="What it is about, in a few sentences.")
    sources: tuple[Source, ...] = Field((), description="Where dated and numbered facts come from.")
    assumed: tuple[Prose, ...] = Field((), description="What is assumed, a sentence each.")
    happened: Happened | None = Field(None, description="What happened in life, where the case is one of history.")
    to_try: tuple[Prose, ...] = Field((), description="Changes that are worth trying.")
    spread: Share = Field(
        0.0, description="The standard deviation of each ideal and limit about its number; red lines have none."
    )
    calendar: Calendar = Field(description="When they meet.")
    issues: dict[NewIssue, Issue] = Field(min_length=1, description="What they talk about.")
    delegations: dict[NewDelegation, Delegation] = Field(min_length=2, description="Who sits at the table.")
    mediator: Mediator = Field(default_factory=Mediator, description="Who is in the chair.")
    agenda: Agenda | None = Field(
        None, description="What is talked about when. If left out: one item of all linked issues, agreed beforehand."
    )
    great_powers: GreatPowers = Field(
        default_factory=GreatPowers, description="How the great powers behind the talks work together."
    )
    sponsors: dict[NewSponsor, Sponsor] = Field(default_factory=dict, description="Who stands behind the delegations.")
    council: Council | None = Field(None, description="The Security Council. If left out there is none.")
    ground: dict[NewFront, Front] = Field(default_factory=dict, description="Where the war goes on while they talk.")
    behaviour: Behaviour = Field(default_factory=Behaviour, description="How people in general behave.")
    events: dict[NewEvent, Event] = Field(default_factory=dict, description="Dated facts that are replayed.")
    thresholds: dict[NewThreshold, Threshold] = Field(default_factory=dict, description="What is watched for.")

    @property
    def first_day(self) -> date:
        """The first day played: that of the first pause, event or session; nothing happens before it."""
        pauses = [front.pause.from_day for front in self.ground.values() if front.pause is not None]
        return min([self.calendar.start, *pauses, *(event.date for event in self.events.values())])
