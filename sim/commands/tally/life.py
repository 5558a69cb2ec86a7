"""What happened in life, and the share that it has here."""

from collections.abc import Mapping

from sim.analysis.counts import as_in_life
from sim.analysis.percentages import share
from sim.report.story.cast import Cast
from sim.report.terminal.page import Page
from sim.talks.outcome import Column


def show(page: Page, columns: Mapping[str, Column], cast: Cast) -> None:
    """Print what happened, the share of its ending, and the share of the whole path; nothing if it is not recorded."""
    happened = cast.case.happened
    if happened is None:
        return
    ended, path = as_in_life(columns, happened)
    page.line()
    page.said("In life", happened.summary)
    page.said("Here", f"That ending ({cast.ending(happened.ending)}): {share(*ended)}.")
    if happened.reached or happened.not_reached:
        page.said("", f"And with the same thresholds: {share(*path)}.")
