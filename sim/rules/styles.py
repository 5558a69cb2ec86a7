"""What kind of mediator is in the chair."""

from typing import Final, NamedTuple


class Style(NamedTuple):
    """A mediation style: what it does to trust, texts, the agenda and pressure."""

    meaning: str
    source: str
    goodwill: float
    settlement: str
    moves_order: bool
    presses: bool


_SOURCE: Final = "Beardsley, Quinn, Biswas and Wilkenfeld (2006), JCR 50(1), 58-86; numbers ours"
STYLES: Final[dict[str, Style]] = {
    "facilitation": Style(
        "carries messages, builds trust; writes the middle of what is offered", _SOURCE, 1.5, "plain_mean", False, False
    ),
    "formulation": Style(
        "writes texts that weigh strength and concern; moves the agenda", _SOURCE, 1.0, "weighted_mean", True, False
    ),
    "manipulation": Style(
        "formulates, and presses both sides with leverage of his own", _SOURCE, 0.5, "weighted_mean", True, True
    ),
}
