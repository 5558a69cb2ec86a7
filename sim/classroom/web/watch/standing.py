"""How things stand on the evening of a day: what each offers, trusts and resents, and what is on the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.talks.model import Talks


@dataclass(frozen=True)
class Standing:
    """An evening; everything in [0, 1]. A text is the last that was put."""

    offers: Mapping[str, Mapping[str, float]]
    ideals: Mapping[str, Mapping[str, float]]
    limits: Mapping[str, Mapping[str, float]]
    texts: Mapping[str, float]
    agreed: frozenset[str]
    trust: Mapping[str, Mapping[str, float]]
    grievance: Mapping[str, float]
    atmosphere: float
    cooperation: float


def standing(talks: "Talks", before: Standing | None) -> Standing:
    """Look at the nouns of a run as they are now; what was put `before` and not today is still on the table."""
    seated, nouns = talks.seated, talks.nouns
    issues = dict(zip(seated.issues, nouns["issues"], strict=True))
    return Standing(
        offers=_by_issue(talks, "offer"),
        ideals=_by_issue(talks, "ideal"),
        limits=_by_issue(talks, "limit"),
        texts=(dict(before.texts) if before else {}) | {key: one.text for key, one in issues.items() if one.due},
        agreed=frozenset(key for key, one in issues.items() if one.agreed),
        trust=_trust(talks),
        grievance={key: one.grievance for key, one in zip(seated.delegations, nouns["delegations"], strict=True)},
        atmosphere=nouns["room"].atmosphere,
        cooperation=nouns["great_powers"].cooperation,
    )


def _by_issue(talks: "Talks", field: str) -> dict[str, dict[str, float]]:
    seated = talks.seated
    return {
        key: {issue: getattr(one, field) for issue, one in zip(seated.issues, row, strict=True)}
        for key, row in zip(seated.delegations, talks.nouns["stakes"], strict=True)
    }


def _trust(talks: "Talks") -> dict[str, dict[str, float]]:
    keys = talks.seated.delegations
    return {
        key: {other: bond.trust for other, bond in zip(keys, row, strict=True) if other != key}
        for key, row in zip(keys, talks.nouns["bonds"], strict=True)
    }
