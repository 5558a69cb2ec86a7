"""One difference between two cases, and one ending that became another."""

from typing import Final, NamedTuple

from sim.analysis.counts import Count

DESCRIBED: Final = {
    "quantity": "what is compared: ending., walkout., reason., threshold. (shares); mean., time. (means; days)",
    "label_a": "what others are compared with",
    "label_b": "what is compared with it",
    "a": "share or mean in the first",
    "b": "share or mean in the other",
    "difference": "b - a",
    "low": "lower end of the 95 % interval of the difference",
    "high": "upper end of it",
    "p": "how often chance alone gives such a difference",
    "p_adjusted": "the same, corrected for all that is compared with the first (Holm 1979)",
    "paired": "whether the runs are compared world by world",
    "effect": "size of the difference: Cohen's h of shares, d of means",
    "detectable": "the difference that so many runs would have shown in four cases out of five",
}


class Difference(NamedTuple):
    """How a share or a mean differs between the first case and another."""

    quantity: str
    label_a: str
    label_b: str
    a: float
    b: float
    difference: float
    low: float
    high: float
    p: float
    p_adjusted: float
    paired: bool
    effect: float
    detectable: float

    @property
    def is_shown(self) -> bool:
        """Whether its interval keeps clear of zero."""
        return self.low > 0 or self.high < 0

    @property
    def is_share(self) -> bool:
        """Whether it is one of shares, in [-1, 1]; else it is one of means."""
        return self.quantity.partition(".")[0] not in {"mean", "time"}


class Flip(NamedTuple):
    """In how many of the same worlds one ending became another."""

    before: str
    after: str
    worlds: Count
