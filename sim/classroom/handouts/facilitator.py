"""The facilitator's guide: how the lesson runs, what to watch, where all could meet, and what happened in life."""

from typing import TYPE_CHECKING, Final

from sim.case.days import dated, listed, short
from sim.case.names import topic
from sim.classroom.handouts.debrief import questions, to_try
from sim.classroom.handouts.known import Known, news
from sim.classroom.handouts.lesson import SHAPES, plan
from sim.classroom.handouts.zones import met, zones
from sim.report.handout import Grid, Part, Sheet
from sim.rules.endings import ENDINGS

if TYPE_CHECKING:
    from sim.case.scenario import Scenario


def sheet(known: Known, case: "Scenario") -> Sheet:
    """Tell whoever leads the lesson everything."""
    parts = (
        _roles(known), *(plan(shape, known) for shape in SHAPES), _session(), _news(known, case), _watch(known, case),
        zones(case), _life(case), questions(case), to_try(case), _ground(case),
    )  # fmt: skip
    return Sheet(
        role="Facilitator's guide",
        title=f"Facilitator's guide: {known.title}",
        eyes="For whoever leads the lesson; it holds everybody's secrets",
        lead=known.summary,
        parts=tuple(part for part in parts if part),
        source=known.source,
    )


def _roles(known: Known) -> Part:
    shared = "one speaks, one keeps the numbers, one goes to the corridor"
    rows = [(name, "1 to 4", shared) for name in known.parties.values()]
    rows += [(known.mediator, "1 to 3", "one chairs, one writes the texts, one goes between the rooms")]
    rows += [(name, "1 to 2", "may be left out in a small class") for name in known.sponsors.values()]
    least, most = len(known.parties) + 1, 4 * len(known.parties) + 3 + 2 * len(known.sponsors)
    words = f"From {least} to {most} students at a table. In a larger class several tables play at the same time."
    return Part("Who plays what", (words,), (), Grid(("role", "students", "how a role is shared"), tuple(rows)))


def _session() -> Part:
    points = (
        "Read out the news of the day. Ask for recesses, meetings and walkouts before anything else.",
        "The mediator names the rooms; the delegations talk, and write down their offers.",
        "The mediator puts the list, its order or a text; each delegation says yes or no aloud.",
        "Write what is agreed on the board. Linked issues count once all of them are agreed.",
    )
    return Part("How a session runs", (), points)


def _news(known: Known, case: "Scenario") -> Part | None:
    told = list(news(case, since=case.calendar.start))
    told += [(day, _VOTE) for day in known.draft_dates]
    points = tuple(f"{short(day)}: {what}." for day, what in sorted(told))
    return Part("News to read out on its day", (), points) if points else None


_VOTE: Final = "The Council votes on the draft. Sponsors with a seat in it vote; you vote for the others"


def _watch(known: Known, case: "Scenario") -> Part:
    narrow = [topic(key, issue) for key, issue in case.issues.items() if not met(key, case)]
    points = [f"No zone on {listed(narrow)}: all can sign only if somebody goes beyond a limit."] if narrow else []
    points += [f"{name}: {what}{f', by {short(day)}' if day else ''}." for name, what, day in known.watched]
    points += ["Who reads numbers out of a confidential brief instead of arguing: remind them of their role."]
    points += ["Who concedes early, and what they got for it; who spoke with whom in the corridor."]
    return Part("What to watch", (), tuple(points))


def _life(case: "Scenario") -> Part | None:
    """Tell what happened in life; no other sheet does."""
    life = case.happened
    if life is None:
        return None
    reached, missed = ([topic(key, case.thresholds[key]) for key in keys] for keys in (life.reached, life.not_reached))
    points = [f"How it ended: {ENDINGS[life.ending].words}, that is: {ENDINGS[life.ending].meaning}."]
    points += [f"Reached: {listed(reached)}."] if reached else []
    points += [f"Not reached: {listed(missed)}."] if missed else []
    return Part("What happened in life (tell it after the debrief)", (life.summary,), tuple(points))


def _ground(case: "Scenario") -> Part | None:
    """Say what the numbers on the sheets rest on."""
    sources = tuple(f"{one.title}{f' ({dated(one.date)})' if one.date else ''}" for one in case.sources)
    return Part("What the sheets rest on", case.assumed, sources) if case.assumed or sources else None
