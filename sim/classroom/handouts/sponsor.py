"""The confidential brief of a sponsor: whom it has a hold over, and how much it wants a settlement."""

from typing import TYPE_CHECKING

from sim.classroom.handouts.choices import COMMITMENT, MEETING
from sim.classroom.handouts.known import Known
from sim.classroom.handouts.words import degree
from sim.report.handout import Part, Sheet

if TYPE_CHECKING:
    from sim.case.sponsor import Sponsor


def sheet(known: Known, key: str, own: "Sponsor") -> Sheet:
    """Tell a sponsor its own leverage and commitment."""
    name = known.sponsors[key]
    return Sheet(
        role=name,
        title=f"Confidential brief: {name}",
        eyes=f"Confidential. For {name} alone; do not show it",
        lead=f"You speak for {name} in “{known.title}”. You do not sit at the table, and you sign nothing. "
        "Read the public brief first.",
        parts=(_hold(known, key, own), _wish(own), Part("What you may choose", (), (MEETING, COMMITMENT, _TALK))),
        source=known.source,
    )


_TALK = "Talk: between sessions, with anybody, and in particular with those over whom you have a hold."


def _hold(known: Known, key: str, own: "Sponsor") -> Part:
    points = tuple(f"{known.parties[one]}: {degree(own.leverage[one])}." for one in known.backed[key])
    words = ("How much those listen to you who depend on you:",) if points else ("You have a hold over nobody.",)
    return Part("Your leverage", words, points)


def _wish(own: "Sponsor") -> Part:
    words = [
        f"How much you want a settlement: {degree(own.commitment)}.",
        "A sponsor who wants one presses those whom it backs to give way; one who does not stiffens their backs.",
    ]
    usual = "You would like to bring all powers together when the talks stand still."
    return Part("Your commitment", (*words, usual) if own.proposes_meetings else tuple(words))
