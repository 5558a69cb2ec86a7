"""What is watched for."""

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field

from sim.case.name import FrontName, IssueName
from sim.case.number import Number, Within
from sim.case.record import Record
from sim.case.text import Line


class Threshold(Record):
    """A mark that the talks may reach: exactly one thing to watch for, and the day by which it counts."""

    evacuated: Annotated[Number, Within(above=0, high=1e9, unit="people")] | None = Field(
        None, description="So many people are out."
    )
    at: FrontName | None = Field(None, description="The front that `evacuated` counts at. If left out: all of them.")
    agenda: Literal["items", "order"] | None = Field(None, description="The list of items, or their order, is agreed.")
    next_round: Literal["agreed", "opened"] | None = Field(None, description="A further round is agreed, or opens.")
    council: Literal["adopted"] | None = Field(None, description="The Council adopts the draft.")
    gap_closed: Annotated[Number, Within(high=1, above=0)] | None = Field(
        None, description="This part of the distance between the offers at the start is closed."
    )
    progress: Annotated[Number, Within(high=1, above=0)] | None = Field(None, description="Progress is this far.")
    agreed: IssueName | None = Field(None, description="This issue is agreed.")
    text_in_zone: IssueName | None = Field(None, description="The text on this issue is within every limit.")
    by: date | None = Field(None, description="The last day that counts. If left out: the end.")
    name: Line | None = Field(None, description="How the story calls it. If left out: its key, in words.")

    @property
    def kind(self) -> str:
        """Which of the kinds it is."""
        return next((kind for kind in KINDS if getattr(self, kind) is not None), "")


KINDS: Final = tuple(name for name in Threshold.model_fields if name not in {"at", "by", "name"})
"""What can be watched for: every key but the place, the day and the name."""
