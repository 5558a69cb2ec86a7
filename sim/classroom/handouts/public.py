"""The public brief: what everybody reads before the talks, and no more than that."""

from typing import Final

from sim.case.days import dated, listed, long, numbered, short
from sim.case.names import topic
from sim.classroom.handouts.known import Known
from sim.report.handout import Grid, Part, Sheet
from sim.rules.formats import FORMATS

_AXES: Final = "Each issue is an axis. A position on it is a number from 0 to 1; the ends say what 0 and 1 mean."
_LINKED: Final = "Linked issues are agreed only all together; what is on its own can be agreed alone."


def sheet(known: Known) -> Sheet:
    """Tell what it is about, who comes, what they talk about, when, and what is watched for."""
    parts = (_parties(known), _issues(known), _calendar(known), _war(known), _watched(known))
    return Sheet(
        role="Public brief",
        title=known.title,
        eyes="For everybody in the room",
        lead=known.summary,
        parts=tuple(part for part in parts if part),
        source=known.source,
    )


def _parties(known: Known) -> Part:
    """Name who sits at the table, who stands behind whom, and who is in the chair."""
    behind = [
        f"{known.sponsors[key]} stands behind {listed([known.parties[one] for one in backed])}."
        if backed
        else f"{known.sponsors[key]} has a hold over nobody at the table."
        for key, backed in known.backed.items()
    ]
    table = f"At the table: {listed(list(known.parties.values()))}."
    return Part("Who comes", (), (table, *behind, f"In the chair: {known.mediator}."))


def _issues(known: Known) -> Part:
    rows = tuple(
        (topic(key, one), one.track, one.at_0, one.at_1, "linked" if one.is_linked else "on its own")
        for key, one in known.issues.items()
    )
    words = (_AXES, _LINKED) if any(one.is_linked for one in known.issues.values()) else (_AXES,)
    return Part("What they talk about", words, (), Grid(("issue", "track", "0 means", "1 means", ""), rows))


def _calendar(known: Known) -> Part:
    calendar = known.calendar
    sessions = numbered(calendar.sessions_per_round, "session")
    rounds = f"up to {calendar.rounds} rounds of {sessions}" if calendar.rounds > 1 else f"one round of {sessions}"
    over = f"The parties think that it is over on {dated(calendar.end_of_time)}."
    points = [f"From {long(calendar.start)} {calendar.start.year}: {rounds}, one a day. {over}"]
    late = [(topic(key, one), one.deadline) for key, one in known.issues.items() if one.deadline]
    points += [f"{name} has to be agreed by {dated(day)}." for name, day in late]
    fixed = [f"session {day} ({FORMATS[name].words})" for day, name in sorted(calendar.fixed_formats.items())]
    points += [f"Fixed: {listed(fixed)}; else the mediator chooses the rooms."] if fixed else []
    points += [f"The mediator's list: {listed(known.agenda)}."] if known.agenda else []
    votes = listed([short(day) for day in known.draft_dates])
    points += [f"{known.council} It may be put to the vote on {votes}."] if known.council else []
    return Part("Calendar", (), tuple(points))


def _war(known: Known) -> Part | None:
    past = tuple(f"{short(day)}: {what}." for day, what in known.past)
    return Part("The war outside", known.war, past) if known.war or past else None


def _watched(known: Known) -> Part | None:
    rows = tuple((name, what, short(day) if day else "the end") for name, what, day in known.watched)
    return Part("What is watched for", (), (), Grid(("mark", "it is met when", "by"), rows)) if rows else None
