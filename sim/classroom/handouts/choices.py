"""What each role may choose in a session, in the words of a classroom; the rule book's seats, no more and no less."""

from typing import Final

from sim.report.handout import Part

DELEGATION: Final = Part(
    "What you may choose",
    ("Whoever chooses nothing stays where they are.",),
    (
        "Come: before a round, come to it or stay away.",
        "Accept or refuse: each question that is put to you, be it the list, its order, a text or a date.",
        "Concede further: move your offer on an issue that is worked on towards your limit. You never take it back.",
        "Ask for a recess: before a session; there is none on that day.",
        "Issue an ultimatum: tell everybody how much progress you want before you name a date.",
        "Walk out: leave the talks, and say why.",
        "Return: on a later day, come back to the table.",
    ),
)
"""A delegation's choices."""

MEDIATOR: Final = (
    "The rooms: before a session, one room for all, or separate rooms between which you go.",
    "The order: before it is put, the items side by side or one after the other.",
    "The texts: which of the texts that are due you put to the parties.",
)
"""A mediator's choices."""

MEETING: Final = "Call a meeting of all powers: before a session; it is then held."
COMMITMENT: Final = "Move your commitment: before a session, up or down by at most 0.1."
"""A sponsor's choices."""
