"""A negotiated issue, played: the one-issue case that is made of it, and the texts that its talks end with."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from sim.case.calendar import Calendar
from sim.case.scenario import Scenario
from sim.forecasts import FORECASTS, Side
from sim.study.runs import outcomes
from sim.talks.seating import seat

if TYPE_CHECKING:
    from sim.case.negotiated import Negotiated
    from sim.talks.outcome import Column

START: Final = date(2001, 1, 1)
SESSIONS: Final[int] = Calendar.model_fields["sessions_per_round"].default
CLOCK: Final[int] = Calendar.model_fields["horizon_days"].default
"""Days to the deadline: as the sessions, what a calendar has by default."""
ISSUE: Final = "issue"


def case_of(issue: "Negotiated", spread: float) -> Scenario:
    """Make talks of one round on one issue, the agenda settled; what the table does not say keeps its default.

    Influence is the salience of the table. The limit is the reference point or, where it is not known, the end of the
    axis that is farther from the position. `spread`, in [0, 1], is how far the table may be mistaken about positions
    and limits.
    """
    delegations = {
        actor.name: {
            "name": actor.name,
            "influence": actor.salience,
            "positions": {ISSUE: {"ideal": actor.position, "limit": limit(actor.position, issue), "salience": 1}},
        }
        for actor in issue.actors
    }
    calendar = {
        "start": START, "sessions_per_round": SESSIONS, "horizon_days": SESSIONS,
        "deadline": START + timedelta(days=CLOCK),
    }  # fmt: skip
    axes = {ISSUE: {"at_0": "one end", "at_1": "the other", "track": "political"}}
    return Scenario.model_validate(
        {"title": issue.proposal, "spread": spread, "calendar": calendar, "issues": axes, "delegations": delegations}
    )


def last_texts(issue: "Negotiated", spread: float, seed: int, runs: int) -> "Column":
    """Play talks on an issue and give the last text of each run, agreed or not, in [0, 1].

    Where no session was held, what the mediator would have begun with: the mean of the positions by salience.
    """
    texts = outcomes(seat(case_of(issue, spread)), seed, runs)[f"text.{ISSUE}"]
    return np.where(texts < 0, FORECASTS["weighted_mean"](sides_of(issue)), texts)


def sides_of(issue: "Negotiated") -> list[Side]:
    """The sides of an issue, as theories see them: all of one influence, the limit as in the talks."""
    return [Side(one.position, limit(one.position, issue), one.position, one.salience, 1.0) for one in issue.actors]


def limit(position: float, issue: "Negotiated") -> float:
    """The worst an actor could sign: the reference point, else the end of the axis that is farther away. Ours."""
    if issue.reference is not None:
        return issue.reference
    return 0.0 if position > 0.5 else 1.0
