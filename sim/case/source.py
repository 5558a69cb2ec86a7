"""Where a case comes from, and what happened in life."""

import datetime as dt

from pydantic import Field

from sim.case.name import EndingName, NewSource, ThresholdName
from sim.case.record import Record
from sim.case.text import Line, Prose


class Source(Record):
    """Something that a fact of the case was taken from."""

    id: NewSource = Field(description="The short name that comments and notes use for it.")
    title: Line = Field(description="What it is: author or outlet, title.")
    date: dt.date | None = Field(None, description="The day it was published.")
    note: Prose | None = Field(None, description="What was taken from it, and whether it was opened.")


class Happened(Record):
    """What happened in life. No rule reads it: results are held against it."""

    ending: EndingName = Field(description="How the round ended.")
    reached: tuple[ThresholdName, ...] = Field((), description="The thresholds that were met.")
    not_reached: tuple[ThresholdName, ...] = Field((), description="The thresholds that were not met.")
    summary: Prose = Field(description="What happened, in a few sentences.")
