"""The confidential brief of a delegation: what it wants, what it could sign, and what it may do."""

from inspect import getdoc
from typing import TYPE_CHECKING, Final

from sim.case.days import listed
from sim.case.names import topic
from sim.classroom.handouts.choices import DELEGATION
from sim.classroom.handouts.known import Known
from sim.classroom.handouts.words import degree, figure, place, weight
from sim.report.handout import Grid, Part, Sheet
from sim.rules.tactics import TACTICS

if TYPE_CHECKING:
    from sim.case.agenda import Agenda
    from sim.case.delegation import Delegation


def sheet(known: Known, key: str, own: "Delegation", agenda: "Agenda | None") -> Sheet:
    """Tell a delegation its own numbers, and of the others only what all may know."""
    name = known.parties[key]
    return Sheet(
        role=name,
        title=f"Confidential brief: {name}",
        eyes=f"Confidential. For {name} alone; do not show it, and do not read out its numbers",
        lead=f"You speak for {name} in “{known.title}”. Read the public brief first.",
        parts=(_positions(known, own), _red_lines(known, own), _temper(known, key, own, agenda), _behind(known, key),
               DELEGATION, _form(known)),
        source=known.source,
    )  # fmt: skip


_HOW: Final = (
    "You want the ideal. The limit is the worst that you could sign: between the two you may give way, and a good "
    "deal on what matters more to you can pay for a poor one on what matters less."
)


def _positions(known: Known, own: "Delegation") -> Part:
    rows = tuple(
        (topic(key, issue), place(stake.ideal, issue), place(stake.limit, issue), weight(stake.salience))
        for key, issue in known.issues.items()
        for stake in (own.positions[key],)
    )
    return Part(
        "What you want, and what you could sign", (_HOW,), (), Grid(("issue", "ideal", "limit", "matters"), rows)
    )


def _red_lines(known: Known, own: "Delegation") -> Part:
    lines = [(key, own.positions[key].limit) for key in known.issues if own.positions[key].red_line]
    points = tuple(_red_line(topic(key, known.issues[key]), place(limit, known.issues[key])) for key, limit in lines)
    if not points:
        return Part("Your red lines", ("You have none: every limit may be weighed against what is offered elsewhere.",))
    return Part("Your red lines", ("Whatever is offered elsewhere:",), points)


def _red_line(issue: str, limit: str) -> str:
    return f"{issue}: never sign what lies beyond {limit}."


def _temper(known: Known, key: str, own: "Delegation", agenda: "Agenda | None") -> Part:
    first, _, _ = (getdoc(TACTICS[own.tactic.name]) or "").partition("\n")
    points = [
        f"Your grievance at the start: {degree(own.grievance)}. {_trust(known, key, own)}",
        f"An agenda has to suit you by {figure(own.agenda_demand)} (0 not at all, 1 entirely), or you refuse it.",
        f"Before you name a date for another round you want {figure(own.required_progress)} of progress (1 is all).",
        f"How you tend to give way: {first}",
    ]
    return Part("Your temper", (), (*points, *_objections(key, agenda)))


def _trust(known: Known, key: str, own: "Delegation") -> str:
    if isinstance(own.trust, dict):
        return f"Your trust: {listed([f'{known.parties[one]} {degree(much)}' for one, much in own.trust.items()])}."
    others = listed([name for other, name in known.parties.items() if other != key])
    return f"Your trust in {others}: {degree(own.trust)}."


def _objections(key: str, agenda: "Agenda | None") -> list[str]:
    """Tell what the delegation has against the wording of an item; of the others' objections it knows nothing."""
    found = [(one.name, one.objections[key]) for one in (agenda.items if agenda else ()) if key in one.objections]
    return [f"You object to the words “{name}”: {figure(size)} (0 not at all, 1 entirely)." for name, size in found]


def _behind(known: Known, key: str) -> Part:
    behind = listed([known.sponsors[sponsor] for sponsor, backed in known.backed.items() if key in backed])
    words = f"{behind}. What they want themselves you have to find out." if behind else "Nobody from outside."
    return Part("Who stands behind you", (words,))


def _form(known: Known) -> Part:
    rows = tuple((topic(key, issue), *[""] * 4) for key, issue in known.issues.items())
    return Part("Your notes", (), (), Grid(("issue", "my offer", "the others' offer", "the text", "yes or no"), rows))
