"""Who stands behind the delegations."""

from pydantic import Field

from sim.case.name import DelegationName
from sim.case.number import Share
from sim.case.record import Record
from sim.case.text import Line


class GreatPowers(Record):
    """How well the great powers behind the talks work together."""

    cooperation: Share = Field(0.4, description="How well they work together on the evening before the first day.")
    meeting_rate: Share = Field(
        0.3, description="How readily a collective meeting that is proposed is held, at full cooperation."
    )
    meeting_gain: Share = Field(0.15, description="How much of what is missing to full cooperation a meeting adds.")


class Sponsor(Record):
    """A power that has a hold over delegations."""

    name: Line | None = Field(None, description="How the story calls it. If left out: its key, in words.")
    leverage: dict[DelegationName, Share] = Field(
        default_factory=dict, description="Its hold over a delegation; 0 for those not named."
    )
    commitment: Share = Field(0.5, description="How much it wants a settlement.")
    proposes_meetings: bool = Field(
        default=False, description="Whether it proposes a meeting of all when the talks stand still."
    )
