"""What is talked about when."""

from typing import Annotated, Literal

from pydantic import Field

from sim.case.name import DelegationName, IssueName
from sim.case.number import Number, Share, Within
from sim.case.record import Record
from sim.case.text import Line


class Item(Record):
    """One item of the agenda."""

    name: Line = Field(description="Its wording.")
    about: tuple[IssueName, ...] = Field(min_length=1, description="The issues that it covers.")
    share: Annotated[Number, Within(0, 1000)] = Field(
        1.0, description="Its part of the time, against the shares of the other items."
    )
    objections: dict[DelegationName, Share] = Field(
        default_factory=dict, description="What a delegation has against its wording; 0 for those not named."
    )


class Agenda(Record):
    """The list of items and their order, which are agreed separately."""

    order: Literal["parallel", "in_sequence"] | Share = Field(
        "parallel", description="Whether all items are worked on side by side (1) or one after the other (0)."
    )
    settled: bool = Field(default=False, description="Whether list and order were agreed before the talks began.")
    items: tuple[Item, ...] = Field(min_length=1, description="The items, in the mediator's order.")
