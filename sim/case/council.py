"""The Security Council, and the draft before it."""

from datetime import date
from typing import Annotated

from pydantic import Field

from sim.case.name import IssueName, MemberName, NewMember
from sim.case.number import Number, Share, Within
from sim.case.record import Record
from sim.case.text import Line


class Member(Record):
    """One seat in the Council."""

    name: Line | None = Field(None, description="How the story calls it. If left out: its key, in words.")
    tolerance: Annotated[Number, Within(0, 2)] = Field(
        1.2, description="The strength of a text up to which it rather votes yes."
    )
    permanent: bool = Field(default=False, description="Whether its no is a veto.")


class Draft(Record):
    """A draft resolution."""

    by: tuple[MemberName, ...] = Field((), description="The members that wrote it.")
    dates: tuple[date, ...] = Field(min_length=1, description="The days on which it is put to the vote until adopted.")
    strength: Share = Field(0.8, description="How much it demands.")
    softening: Share = Field(0.4, description="The part that is struck out after a refusal.")
    names: tuple[IssueName, ...] = Field((), description="The issues on which it backs an agreement.")


class Council(Record):
    """The Council: who votes, how many votes are needed, and on what."""

    members: dict[NewMember, Member] = Field(min_length=1, description="Who votes.")
    needed: Annotated[int, Within(1, unit="votes")] = Field(9, description="The votes that adopt a text.")
    cooperation_weight: Share = Field(0.5, description="How much the great powers' cooperation speaks for a text.")
    temperature: Annotated[Number, Within(above=0, high=1000)] = Field(
        0.1, description="How much chance there is in a vote."
    )
    refusal_cost: Share = Field(0.1, description="The part of the great powers' cooperation that a refusal costs.")
    draft: Draft = Field(description="The text before it.")
