"""What everybody in the room may know of a case; a sheet of a role is made of this and of the role's own lines."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sim.case.days import listed
from sim.case.names import party, topic
from sim.case.watched import watched
from sim.classroom.handouts.war import war

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.case.calendar import Calendar
    from sim.case.issue import Issue
    from sim.case.scenario import Scenario


@dataclass(frozen=True)
class Known:
    """The open part of a case: no ideal, limit, salience, trust, commitment, and nothing of how it went in life."""

    title: str
    summary: str
    calendar: "Calendar"
    issues: "dict[str, Issue]"
    parties: dict[str, str]
    backed: dict[str, tuple[str, ...]]
    sponsors: dict[str, str]
    mediator: str
    agenda: tuple[str, ...]
    council: str
    draft_dates: tuple[date, ...]
    war: tuple[str, ...]
    past: tuple[tuple[date, str], ...]
    watched: tuple[tuple[str, str, date | None], ...]
    source: str


def known(case: "Scenario", source: str) -> Known:
    """Take from a case what all may know; what is not named here is on no open sheet."""
    return Known(
        title=case.title,
        summary=case.summary,
        calendar=case.calendar,
        issues=case.issues,
        parties={key: party(key, one) for key, one in case.delegations.items()},
        backed={key: _backed(one.leverage, case) for key, one in case.sponsors.items()},
        sponsors={key: party(key, one) for key, one in case.sponsors.items()},
        mediator=case.mediator.name,
        agenda=tuple(item.name for item in case.agenda.items) if case.agenda else (),
        council=_draft(case),
        draft_dates=case.council.draft.dates if case.council else (),
        war=war(case.ground),
        past=news(case, before=case.calendar.start),
        watched=_watched(case),
        source=source,
    )


def news(case: "Scenario", *, before: date = date.max, since: date = date.min) -> tuple[tuple[date, str], ...]:
    """The dated events of some days, in order, each with its day."""
    told = sorted(case.events.items(), key=lambda entry: entry[1].date)
    return tuple((event.date, topic(key, event)) for key, event in told if since <= event.date < before)


def _backed(leverage: "Mapping[str, object]", case: "Scenario") -> tuple[str, ...]:
    return tuple(key for key in case.delegations if leverage.get(key, 0.0))


def _draft(case: "Scenario") -> str:
    if not case.council:
        return ""
    draft, members = case.council.draft, case.council.members
    writers = listed([party(key, members[key]) for key in draft.by])
    by, vetoes = f" by {writers}" if writers else "", sum(one.permanent for one in members.values())
    return (
        f"A draft{by} is before the Council: {case.council.needed} of {len(members)} votes adopt it, {vetoes} can veto."
    )


def _watched(case: "Scenario") -> tuple[tuple[str, str, date | None], ...]:
    return tuple(
        (topic(key, one), watched(one, case.issues, case.ground), one.by) for key, one in case.thresholds.items()
    )
