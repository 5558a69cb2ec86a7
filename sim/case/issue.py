"""What is talked about."""

from datetime import date
from typing import Literal

from pydantic import Field

from sim.case.number import Share
from sim.case.record import Record
from sim.case.text import Line


class Issue(Record):
    """A question on which the delegations hold positions, along an axis from 0 to 1."""

    name: Line | None = Field(None, description="How the story calls it. If left out: its key, in words.")
    track: Literal["security", "political", "humanitarian"] = Field(description="The track that it belongs to.")
    at_0: Line = Field(description="What a 0 on its axis means.")
    at_1: Line = Field(description="What a 1 on its axis means.")
    status_quo: Share = Field(0.0, description="Where things stand today.")
    deadline: date | None = Field(
        None, description="When the parties think it is too late. If left out: the deadline of the calendar."
    )
    linked: bool | None = Field(
        None,
        description="Whether it is agreed only together with all other linked issues. "
        "If left out: security and political issues are linked, humanitarian ones stand alone.",
    )

    @property
    def is_linked(self) -> bool:
        """Whether nothing is agreed here until all linked issues are."""
        return self.track != "humanitarian" if self.linked is None else self.linked
