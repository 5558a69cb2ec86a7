"""Many runs as one document."""

from collections.abc import Mapping

from sim.analysis import counts
from sim.analysis.counts import Count
from sim.analysis.intervals import wilson
from sim.analysis.means import means
from sim.talks.outcome import Column
from sim.talks.seating import Seated


def contents(seated: Seated, columns: Mapping[str, Column]) -> dict[str, object]:
    """Outcomes, walkouts, thresholds and means, each share with its interval and count."""
    parties = list(seated.scenario.delegations)
    walkouts = counts.walkouts(columns, parties)
    return {
        "outcomes": {name: share(one) for name, one in counts.endings(columns).items()},
        "walkouts": {
            "any": share(walkouts["any"]),
            "by": {key: {"share": share(walkouts[key]), "reasons": reasons(columns, key)} for key in parties},
        },
        "thresholds": {
            key: share(one) for key, one in counts.reached(columns, list(seated.scenario.thresholds)).items()
        },
        "means": {name: one._asdict() for name, one in means(seated, columns).items()},
    }


def reasons(columns: Mapping[str, Column], delegation: str) -> dict[str, object]:
    """Why a delegation walks out, of the runs in which it does."""
    return {name: share(one) for name, one in counts.reasons(columns, delegation).items()}


def share(given: Count) -> dict[str, float]:
    """A share with its Wilson interval, and its count."""
    low, high = wilson(*given)
    return {"share": given.times / given.runs, "low": low, "high": high, "count": given.times}
