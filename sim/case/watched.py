"""What a threshold watches for, in words."""

from typing import TYPE_CHECKING

from sim.case.names import party, topic
from sim.case.quantities import hundredths, people, quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.case.front import Front
    from sim.case.issue import Issue
    from sim.case.threshold import Threshold


def watched(threshold: "Threshold", issues: "Mapping[str, Issue]", ground: "Mapping[str, Front]") -> str:
    """What has to be so for a threshold to be met: ``the list of items is agreed``."""
    issue = threshold.agreed or threshold.text_in_zone
    about = topic(issue, issues[issue]) if issue else ""
    place = f" of {party(threshold.at, ground[threshold.at])}" if threshold.at else ""
    words = {
        "evacuated": f"{people(threshold.evacuated or 0.0)} people out{place}",
        "agenda": "the list of items is agreed" if threshold.agenda == "items" else "their order is agreed",
        "next_round": f"a further round is {threshold.next_round}",
        "council": "the Council adopts the draft",
        "gap_closed": f"{hundredths(threshold.gap_closed or 0.0)} of the gap is closed",
        "progress": f"progress of {quantity(threshold.progress or 0.0)}",
        "agreed": f"{about} is agreed",
        "text_in_zone": f"the text on {about} is within every limit",
    }
    return words[threshold.kind]
