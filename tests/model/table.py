"""The table of the rule book: its worlds, and what the reference model gave in each."""

from typing import Final, NamedTuple

import numpy as np

from sim.rules.endings import COMPREHENSIVE, PARTIAL
from tests.model.cases import DEFAULT, seated
from tests.model.playing import Columns, agreed, happened, played

HEADINGS: Final = ("list", "order", "gov. walks", "opp. walks", "date", "third round", "hum. deal", "pol. deal")
LINKED: Final = ("violence_and_terrorism", "transitional_body", "assads_role", "institutions", "reconciliation")
HUMANITARIAN: Final = ("humanitarian_access", "prisoners")
CLOSE: Final = 5
ROLE: Final = "positions.assads_role"


def softened(name: str, limit: float) -> tuple[str, str]:
    """Write the settings that turn a red line into a limit."""
    return (f"delegations.{name}.{ROLE}.red_line=false", f"delegations.{name}.{ROLE}.limit={limit}")


BOTH: Final = (*softened("government", 0.6), *softened("opposition", 0.4))
IRAN: Final = ("events.iran={date: 2014-02-09, kind: affront, to: opposition, size: 0.6}",)
CONFERENCE: Final = (
    "agenda.settled=true",
    "calendar.sessions_per_round=21",
    "calendar.horizon_days=25",
    *(f"issues.{issue}.deadline=2014-03-02" for issue in LINKED),
)

# Nothing is watched for and no vote is late, so that a story may end early.
UNWATCHED: Final = ("happened=null", "thresholds=null", "council.draft.dates=[2014-02-10]")


class Row(NamedTuple):
    """A world of the table and its shares, in the order of the headings; None where there is none."""

    source: str
    settings: tuple[str, ...]
    shares: tuple[float | None, ...]
    dated_by: int = CLOSE


ROWS: Final[dict[str, Row]] = {
    "parallel_agenda": Row(DEFAULT, (), (0.662, 0.094, 0.092, 0.058, 0.087, 0.110, 0.017, 0)),
    "from_the_pause": Row("geneva_ii_from_the_pause", (), (0.786, 0.214, 0.063, 0.040, 0.213, 0.233, 0.073, 0)),
    "transition_first": Row("transition_without_assad", (), (0.288, 0.038, 0.131, 0.029, 0.041, 0.050, 0.017, 0)),
    "terrorism_first": Row("counter_terrorism_focus", (), (0.430, 0.138, 0.047, 0.082, 0.096, 0.114, 0.018, 0)),
    "monitoring": Row(DEFAULT, ("ground.homs.monitoring=0.9",), (0.698, 0.109, 0.086, 0.058, 0.103, 0.146, 0.019, 0)),
    "violence": Row(
        DEFAULT, ("ground.homs.violence_per_day=1.05",), (0.578, 0.051, 0.097, 0.064, 0.027, 0.028, 0.006, 0)
    ),
    "cooperation": Row(
        DEFAULT, ("great_powers.cooperation=0.9",), (0.811, 0.261, 0.050, 0.027, 0.299, 0.359, 0.374, 0)
    ),
    "iran_invited": Row(DEFAULT, IRAN, (0.652, 0.070, 0.086, 0.086, 0.059, 0.086, 0.010, 0)),
    "manipulation": Row(
        DEFAULT, ("mediator.style=manipulation",), (0.898, 0.443, 0.029, 0.019, 0.517, 0.590, 0.314, 0)
    ),
    "softened": Row(DEFAULT, BOTH, (0.662, 0.097, 0.091, 0.058, 0.090, 0.113, 0.017, 0.004)),
    "conference": Row(
        DEFAULT, (*BOTH, *CONFERENCE), (0.990, 0.990, 0.276, 0.181, 0.409, None, 0.177, 0.065), dated_by=25
    ),
}
FIRST: Final = tuple(ROWS)[:4]


def shares(columns: Columns, dated_by: int = CLOSE) -> tuple[float, ...]:
    """Give the shares of runs that the table has, in the order of its headings."""
    dated = columns["next_round_agreed_on"]
    return (
        happened(columns["list_agreed_on"]),
        happened(columns["order_agreed_on"]),
        walks(columns, "government"),
        walks(columns, "opposition"),
        happened(dated[dated <= dated_by]) * float((dated <= dated_by).mean()),
        happened(columns["next_round_opened_on"]),
        float(agreed(columns, HUMANITARIAN).mean()),
        political(columns),
    )


def walks(columns: Columns, name: str) -> float:
    """Give the share of runs in which a delegation walks out."""
    return float((columns[f"walkouts.{name}"] > 0).mean())


def political(columns: Columns) -> float:
    """Give the share of runs that end in a comprehensive or a partial deal."""
    return float(np.isin(columns["ending"], [COMPREHENSIVE, PARTIAL]).mean())


def worlds_played(name: str, runs: int, *more: str) -> Columns:
    """Play a world of the table, seed 1, perhaps with more settings."""
    return played(seated(ROWS[name].source, *ROWS[name].settings, *more), runs)
