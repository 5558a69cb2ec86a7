"""How the talks end, as shares and in twenty such talks."""

from collections.abc import Mapping
from typing import Final

from sim.analysis.counts import Count, of_twenty
from sim.analysis.percentages import FEW
from sim.case.days import listed
from sim.commands.tally import chart
from sim.report.story.cast import Cast
from sim.report.terminal.page import Page

INKS: Final = {"stalemate": "dim", "suspended": "dim", "walkout": "walkout", "no_show": "walkout"}
HOLLOW: Final = {"stalemate", "suspended"}
TWENTY: Final = {
    "comprehensive": "with a comprehensive deal",
    "partial": "with a partial deal",
    "adjourned_with_date": "with a date for another round",
    "adjourned_without_date": "with a list of items and no date",
    "stalemate": "in a stalemate",
    "suspended": "with the last session called off",
    "walkout": "in a walkout",
    "no_show": "with an empty chair at the opening",
}
"""How some of twenty talks end."""


def show(page: Page, counts: Mapping[str, Count], cast: Cast) -> None:
    """Print the share of each ending, most agreement first."""
    rows = [
        chart.Row(cast.ending(name), one, f"{one.times:,}", INKS.get(name, "outcome"), name in HOLLOW)
        for name, one in counts.items()
    ]
    chart.show(page, "How the talks end", rows, "runs")
    if next(iter(counts.values())).runs >= FEW:
        page.line()
        page.paragraph(twenty(counts, settled=cast.settled))


def twenty(counts: Mapping[str, Count], *, settled: bool) -> str:
    """The shares as twenty talks: ``Of 20 such talks, 9 end in a stalemate and 11 in a walkout.``."""
    words = TWENTY | ({"adjourned_without_date": "without a deal and without a date"} if settled else {})
    parts = [f"{number} {words[name]}" for name, number in of_twenty(counts).items() if number]
    number, _, rest = parts[0].partition(" ")
    parts[0] = f"{number} {'ends' if number == '1' else 'end'} {rest}"
    return f"Of 20 such talks, {listed(parts)}."
