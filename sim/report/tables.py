"""The numbers behind the pictures of a report, as tables."""

from typing import TYPE_CHECKING

from sim import __version__
from sim.analysis import counts
from sim.analysis.percentages import share
from sim.analysis.verdict import points
from sim.analysis.words import ending, quantity
from sim.case import digest
from sim.report.page import Table, rows
from sim.study.provenance import RESULT_VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.analysis.comparison import Comparison
    from sim.analysis.difference import Difference
    from sim.analysis.ensemble import Ensemble


def endings(ensemble: "Ensemble") -> Table:
    """How often the talks end how."""
    found = counts.endings(ensemble.columns)
    case = ensemble.case
    return Table(
        f"How {ensemble.runs:,} runs end, with 95 % intervals (Wilson)", ("ending", "share", "runs"),
        rows([(ending(name, case), share(*one), f"{one.times:,}") for name, one in found.items()]),
    )  # fmt: skip


def differences(found: "Comparison", kinds: tuple[str, ...]) -> Table:
    """The differences of some kinds, such as ``ending.``, with intervals and tests."""
    case = found.ensembles[0].case
    told = [one for one in found.differences if one.quantity.startswith(kinds)]
    head = ("quantity", "scenario", "first", "other", "difference (95 % interval)", "p", "p, corrected")
    return Table(
        "Differences from the first; p after Holm takes all comparisons into account", head,
        rows([(quantity(one.quantity, case), one.label_b, *numbers(one)) for one in told]),
    )  # fmt: skip


def numbers(one: "Difference") -> tuple[str, ...]:
    """A difference in words: both values, the difference with its interval, p."""
    if one.is_share:
        values = f"{100 * one.a:.1f} %", f"{100 * one.b:.1f} %"
        return *values, f"{points(one.difference)} ({points(one.low)} to {points(one.high)})", *_ps(one)
    low, high = f"{one.low:.3g}", f"{one.high:.3g}"
    told = f"{one.difference:.3g} ({low} to {high})".replace("-", "−")
    return f"{one.a:.4g}", f"{one.b:.4g}", told, *_ps(one)


def _ps(one: "Difference") -> tuple[str, str]:
    return tuple("< 0.0001" if p < 0.0001 else f"{p:.2g}" for p in (one.p, one.p_adjusted))  # type: ignore[return-value] # two


def flips(found: "Comparison", place: int = 1) -> Table:
    """What became of what in the same worlds."""
    case = found.ensembles[0].case
    told = [(ending(one.before, case), ending(one.after, case), share(*one.worlds)) for one in found.flips(place)]
    return Table("What ending became what in the same worlds", ("before", "after", "share of all"), rows(told))


def provenance(ensembles: "Sequence[Ensemble]") -> str:
    """Version, scenarios, seeds and digests."""
    each = [f"scenario {digest(one.case)[:8]}, {one.luck}, digest {one.digest[:8]}" for one in ensembles]
    return f"sim {__version__}, results {RESULT_VERSION}; {'; '.join(each)}."
