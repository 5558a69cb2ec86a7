"""``sim backtest``: negotiated issues with known outcomes, forecast by every theory and by our own talks."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from sim import __version__
from sim.commands.document import document
from sim.commands.options import Json
from sim.report.terminal.cells import left, right
from sim.report.terminal.page import Page, out

if TYPE_CHECKING:
    from sim.analysis.backtest import Backtest, Method

Table = Annotated[Path, typer.Argument(metavar="FILE", help="A table of negotiated issues, as DEU III is published.")]
Runs = Annotated[int, typer.Option("-n", "--runs", min=1, max=100_000, metavar="N", help="Runs of the talks an issue.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**64 - 1, metavar="N", help="Where chance begins.")]


def backtest(file: Table, runs: Runs = 200, seed: Seed = 1, json: Json = False) -> None:
    """Hold forecasts against negotiations whose outcomes are known.

    Each issue of the table is settled by every theory of `sim show --forecasts` and by talks that are played. What is
    printed is how far they were off, whatever it is.
    """
    from sim.analysis import backtest as of
    from sim.case.negotiated import read_negotiations
    from sim.case.place import Unknown
    from sim.commands.progress import Progress
    from sim.report.terminal.page import err

    table = read_negotiations(file)
    progress = Progress(err(), runs * len(of.SPREADS) * sum(issue.counts for issue in table.issues))
    try:
        found = of.backtest(table, runs=runs, seed=seed, progress=progress)
    except ValueError as wrong:
        raise Unknown(f"{file}: {wrong}") from None
    finally:
        progress.end()
    again = f"sim backtest {quote(str(file))} -n {runs} --seed {seed}"
    if json:
        document(_content(found, again))
    else:
        _tell(out(), found, again)


def _tell(page: Page, found: "Backtest", again: str) -> None:
    proposals = len({issue.proposal for issue in found.issues})
    page.header(found.table.name, f"{len(found.issues)} issues of {proposals} proposals")
    page.paragraph(_left_out(found))
    page.line()
    page.line(_line("", "mean", "", "root", "80 % interval", "", "error less that of"))
    page.line(_line("", "error", "95 % interval", "m. s.", "holds", "width", "the weighted mean"))
    page.rule()
    for method in found.methods:
        page.line(_row(method))
    page.line()
    for text in _words(found):
        page.paragraph(text)
    page.line()
    page.line("This again:")
    page.command(again)
    page.line(f"sim {__version__}")


def _line(*cells: str) -> str:
    name, error, ends, rms, covered, width, less = cells
    wide = covered.endswith("interval")
    held = right(covered, 14) if wide else right(covered, 8) + right(width, 6)
    return left(name, 17) + right(error, 6) + right(ends, 14) + right(rms, 6) + held + right(less, 23)


def _row(one: "Method") -> str:
    (low, high), (least, most) = one.ends, one.less_ends
    less = f"{one.less:+.1f} ({least:+.1f} to {most:+.1f})" if one.apart else "–"
    return _line(one.name, f"{one.error:.2f}", f"{low:.1f} to {high:.1f}", f"{one.rms:.1f}",
                 f"{100 * one.covered:.1f} %", f"{one.width:.0f}", less)  # fmt: skip


def _left_out(found: "Backtest") -> str:
    table = found.table
    unknown = sum(issue.outcome is None for issue in table.issues)
    few = len(table.issues) - len(found.issues) - unknown
    return (
        f"Of {len(table.issues)} issues {unknown} are left out that have no outcome and {few} with fewer than three "
        f"actors. Values: {table.blank:,} blank, {table.outside:,} out of range and {table.unreadable:,} no numbers, "
        "all taken as not known."
    )


def _words(found: "Backtest") -> Iterator[str]:
    talks = next(one for one in found.methods if one.name == "talks")
    spreads = ", ".join(f"{spread:g} ({times})" for spread, times in found.spreads.items() if times)
    yield (
        "Points of the scale from 0 to 100. Intervals of errors are drawn over whole proposals. The 80 % interval is "
        "as wide as it had to be on all other proposals."
    )
    yield (
        f"“talks” plays each issue and takes the mean of the last texts: {talks.apart:.1f} points from the weighted "
        "mean, in the mean. How far the table may be mistaken about positions (spread) is the one of "
        f"{len(found.spreads)} values that did best on all other proposals: {spreads}. Between the 10th and the 90th "
        f"hundredth of the talks' own texts lie {100 * found.own:.0f} % of the outcomes: chance at the table is not "
        "all that talks do not know."
    )
    silent = [f"{one.name} ({one.unsettled})" for one in found.methods if one.unsettled]
    if silent:
        yield f"Where limits leave no range the weighted mean stands in: {', '.join(silent)}."


def _content(found: "Backtest", again: str) -> dict[str, object]:
    return {
        "sim_version": __version__,
        "command": again,
        "issues": len(found.issues),
        "proposals": len({issue.proposal for issue in found.issues}),
        "left_out": len(found.table.issues) - len(found.issues),
        "values": {"blank": found.table.blank, "outside": found.table.outside, "unreadable": found.table.unreadable},
        "methods": [one._asdict() for one in found.methods],
        "spreads": found.spreads,
        "own_coverage": found.own,
    }
