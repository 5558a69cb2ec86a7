"""The days between and around the sessions: told where something happens, summed up where not."""

from dataclasses import dataclass, field
from datetime import date

from sim.commands.days import MONTHS, long, short
from sim.commands.ink import inked
from sim.commands.page import Page
from sim.commands.story import news, protocol
from sim.commands.story.cast import Cast
from sim.commands.story.counts import counted, heads, sentence, spelled
from sim.commands.story.introduction import span
from sim.talks.facts import (
    Affront,
    Answer,
    Closed,
    Day,
    Fact,
    FrontDay,
    Met,
    NoShow,
    Opened,
    Question,
    Return,
    Vote,
)
