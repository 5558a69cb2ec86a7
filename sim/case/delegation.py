"""Who sits at the table, and what they want."""

from typing import Annotated

from pydantic import Field

from sim.case.name import DelegationName, IssueName, TacticName
from sim.case.number import Number, Share, Within
from sim.case.record import Record
from sim.case.text import Line


class Tactic(Record):
    """How a delegation concedes."""

    name: TacticName = Field("time_dependent", description="The rule by which it concedes.")
    beta: Annotated[Number, Within(above=0, high=1000)] = Field(
        0.5, description="When a time-dependent delegation concedes: below 1 late, above 1 early."
    )
    reciprocity: Share = Field(
        0.4, description="The part of a time-dependent delegation's concessions that answers the others'."
    )


class Position(Record):
    """What a delegation wants on one issue."""

    ideal: Share = Field(description="What it wants most.")
    limit: Share = Field(description="The worst it could sign.")
    salience: Share = Field(description="How much the issue matters to it; over all issues these sum to 1.")
    red_line: bool = Field(
        default=False, description="Whether nothing beyond the limit is ever signed, whatever is offered elsewhere."
    )


class Delegation(Record):
    """One side of the talks."""

    name: Line | None = Field(None, description="How the story calls it. If left out: its key, in words.")
    trust: Share | dict[DelegationName, Share] = Field(
        0.2, description="How far it trusts every other delegation, or a number for each of them."
    )
    grievance: Share = Field(0.2, description="How angry it is on the evening before the first day played.")
    agenda_demand: Share = Field(0.2, description="How well an agenda must suit it before it says yes.")
    required_progress: Share = Field(
        0.2, description="The progress it wants before it names a date for another round; high is an ultimatum."
    )
    blame_bias: Share = Field(
        0.95, description="How readily it puts an attack that nobody can prove on those it distrusts."
    )
    influence: Annotated[Number, Within(0, 1000)] = Field(
        1.0, description="Its weight when the mediator writes a compromise."
    )
    tactic: Tactic = Field(default_factory=Tactic, description="How it concedes.")
    positions: dict[IssueName, Position] = Field(description="What it wants, issue by issue; every issue has one.")
