"""The confidential brief of the mediator: style, patience and choices; the parties' secrets are not in it."""

from typing import TYPE_CHECKING, Final

from sim.case.names import topic
from sim.classroom.handouts.choices import MEDIATOR
from sim.classroom.handouts.known import Known
from sim.classroom.handouts.words import degree, figure
from sim.report.handout import Grid, Part, Sheet
from sim.rules.styles import STYLES

if TYPE_CHECKING:
    from sim.case.mediator import Mediator


def sheet(known: Known, own: "Mediator") -> Sheet:
    """Tell the mediator the style of the case, and what the chair may decide."""
    return Sheet(
        role=f"Mediator: {own.name}",
        title=f"Confidential brief: {own.name}",
        eyes="Confidential. For the mediator alone; do not show it",
        lead=f"You are in the chair of “{known.title}”. Nobody has told you what the parties could sign in the end: "
        "find out. Read the public brief first.",
        parts=(_style(own), Part("What you may choose", (), MEDIATOR), _TEXTS, _form(known)),
        source=known.source,
    )


_TEXTS: Final = Part(
    "How a text is made",
    ("Listen to the offers on an issue, write one number between them and a sentence that says what it means.",),
    ("Then ask each delegation: yes or no? On linked issues a yes counts once all linked issues have theirs.",),
)


def _style(own: "Mediator") -> Part:
    style = STYLES[own.style]
    points = [f"Your style is {own.style}: a mediator who {style.meaning}."]
    points += [f"Your own pressure: {degree(own.leverage)}."] if style.presses else []
    points.append(
        f"You put all in one room from an atmosphere of {figure(own.joint_above)} on (0 hostile, 1 warm), "
        f"and call a session off below {figure(own.suspend_below)}. Judge the atmosphere by what you hear."
    )
    step = f"After an order is refused you move it towards parallel tracks by {figure(own.agenda_step)}."
    points += [step] if style.moves_order else []
    return Part("Your style", (), tuple(points))


def _form(known: Known) -> Part:
    head = ("issue", *known.parties.values(), "my text", "agreed?")
    rows = tuple((topic(key, issue), *[""] * (len(head) - 1)) for key, issue in known.issues.items())
    return Part("Your notes", (), (), Grid(head, rows))
