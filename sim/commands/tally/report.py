"""The tables of many runs, one after the other."""

from collections.abc import Mapping

from sim.analysis import counts
from sim.case import days
from sim.case.days import numbered
from sim.commands.tally import amounts, chart, departures, endings, life
from sim.report.story.cast import Cast
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page
from sim.talks.outcome import Column
from sim.talks.seating import Seated


def show(page: Page, seated: Seated, columns: Mapping[str, Column]) -> None:
    """Print how the talks end, what is reached, who walks out and why, people out, blame, and what happened in life."""
    case, cast = seated.scenario, Cast(seated.scenario)
    page.across(inked(case.title, "strong"), numbered(len(columns["ending"]), "run"))
    page.line()
    endings.show(page, counts.endings(columns), cast)
    if case.thresholds:
        page.line()
        chart.show(page, "What is reached", reached(seated, columns, cast), "usually")
    page.line()
    departures.show(page, columns, cast)
    amounts.show(page, columns, cast)
    life.show(page, columns, cast)


def reached(seated: Seated, columns: Mapping[str, Column], cast: Cast) -> list[chart.Row]:
    """A row for each threshold: its share, and the day on which it is usually met."""
    rows = []
    for key, count in counts.reached(columns, list(cast.case.thresholds)).items():
        day = counts.usual_day(columns[f"met_on.{key}"])
        usually = days.short(seated.date_of(day)).partition(" ")[2] if day is not None else ""
        rows.append(chart.Row(cast.threshold(key), count, usually, "reached"))
    return rows
