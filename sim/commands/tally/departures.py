"""Who walks out, when and why."""

from collections.abc import Mapping, Sequence

from sim.analysis import counts
from sim.analysis.percentages import share
from sim.commands.tally import chart
from sim.report.story.cast import Cast
from sim.report.story.say import draw
from sim.report.terminal.bars import sparkline
from sim.report.terminal.ink import inked, side
from sim.report.terminal.page import Page
from sim.talks.outcome import Column

WIDEST = 40
"""Sessions beyond so many are drawn several to a cell."""


def show(page: Page, columns: Mapping[str, Column], cast: Cast) -> None:
    """Print the share of runs with a walkout, then for each delegation in which session and why."""
    walkouts = counts.walkouts(columns, list(cast.places))
    rows = [chart.Row("anybody", walkouts["any"], f"{walkouts['any'].times:,}", "walkout")]
    for key, place in cast.places.items():
        rows.append(chart.Row(cast.name(key), walkouts[key], f"{walkouts[key].times:,}", side(place)))
    chart.show(page, "Who walks out", rows, "runs")
    if walkouts["any"].times:
        page.line()
        page.header(inked("When, and why", "strong"))
    for key in cast.places:
        if walkouts[key].times:
            _one(page, key, columns, cast)


def _one(page: Page, key: str, columns: Mapping[str, Column], cast: Cast) -> None:
    last = cast.case.calendar.sessions_per_round
    spark = inked(sparkline(gathered(counts.sessions(columns, key, last))), side(cast.places[key]))
    when = f"session 1 to {last}: {spark}" if last > 1 else "session 1"
    draw(page, cast.side(key), when)
    found = {name: one for name, one in counts.reasons(columns, key).items() if one.times}
    for name in sorted(found, key=lambda one: -found[one].times):
        page.said("", f"{cast.reason(name)}: {share(*found[name])}")


def gathered(numbers: Sequence[int]) -> list[int]:
    """The counts of sessions, several together where there are more than fit."""
    step = -(-len(numbers) // WIDEST)
    return [sum(numbers[start : start + step]) for start in range(0, len(numbers), step)]
