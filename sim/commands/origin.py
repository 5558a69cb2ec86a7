"""Where results come from: which version, which case, which luck."""

from typing import TYPE_CHECKING

from sim import __version__
from sim.commands.order import Order
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.case import Scenario
    from sim.talks.outcome import Column


def show(page: Page, order: Order, case: "Scenario", runs: str, columns: "Mapping[str, Column]") -> None:
    """Print the last line of a page; `runs` says which or how many runs of the seed were played."""
    from sim.case import digest
    from sim.study import provenance

    version = f"sim {__version__}, results {provenance.RESULT_VERSION}, scenario {digest(case)[:8]}"
    played = f"seed {order.seed}, {runs}, digest {provenance.digest(columns)[:8]}"
    page.paragraph(inked(f"{version}, {played}", "dim"))


def content(order: Order, case: "Scenario") -> dict[str, object]:
    """The first keys of a document."""
    from sim.case import digest
    from sim.study import provenance

    return {
        "sim_version": __version__,
        "result_version": provenance.RESULT_VERSION,
        "scenario": {"name": order.source, "digest": digest(case)},
        "seed": order.seed,
    }
