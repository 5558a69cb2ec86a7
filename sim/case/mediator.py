"""Who is in the chair."""

from pydantic import Field

from sim.case.name import SettlementName, StyleName
from sim.case.number import Share
from sim.case.record import Record
from sim.case.text import Line


class Mediator(Record):
    """The mediator: style, patience, and how far he moves the agenda."""

    name: Line = Field("the mediator", description="How the story calls the mediator.")
    style: StyleName = Field("formulation", description="The style of mediation.")
    settlement: SettlementName | None = Field(
        None, description="The theory by which the text on an issue is settled; by default that of the style."
    )
    leverage: Share = Field(0.3, description="The pressure of a mediator who manipulates; no other style uses it.")
    joint_above: Share = Field(0.4, description="The atmosphere from which on everybody sits in one room.")
    suspend_below: Share = Field(0.28, description="The atmosphere below which the day's session is called off.")
    agenda_step: Share = Field(0.3, description="How far the order moves towards parallel tracks after it was refused.")
