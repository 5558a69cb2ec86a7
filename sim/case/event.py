"""Dated facts that a case replays."""

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from sim.case.name import DelegationName, FrontName
from sim.case.number import Number, Share, Within
from sim.case.record import Record
from sim.case.text import Line


class Attack(Record):
    """An attack, contested or established."""

    kind: Literal["attack"] = Field(description="An attack.")
    date: dt.date = Field(description="The day.")
    at: FrontName = Field(description="The front.")
    by: DelegationName | None = Field(None, description="Who is known to have made it. If left out: contested.")
    name: Line | None = Field(None, description="How the story tells it.")


class Evacuation(Record):
    """People who leave on a day, instead of that day's draw."""

    kind: Literal["evacuation"] = Field(description="People leave.")
    date: dt.date = Field(description="The day.")
    at: FrontName = Field(description="The front.")
    people: Annotated[Number, Within(0, 1e9, unit="people")] = Field(description="How many leave.")
    name: Line | None = Field(None, description="How the story tells it.")


class Prolongation(Record):
    """A pause that is prolonged."""

    kind: Literal["prolongation"] = Field(description="A pause is prolonged.")
    date: dt.date = Field(description="The day on which this is said.")
    at: FrontName = Field(description="The front.")
    until: dt.date = Field(description="The last day of the pause from now on.")
    name: Line | None = Field(None, description="How the story tells it.")


class Affront(Record):
    """Something that angers one delegation: an enemy is invited."""

    kind: Literal["affront"] = Field(description="A delegation is slighted.")
    date: dt.date = Field(description="The day.")
    to: DelegationName = Field(description="Who is angered.")
    size: Share = Field(description="How much of what is missing to full grievance it adds.")
    name: Line | None = Field(None, description="How the story tells it.")


Event: TypeAlias = Annotated[Attack | Evacuation | Prolongation | Affront, Field(discriminator="kind")]
