"""Many runs of one case: played, counted, shown or written, and held against what was expected."""

from typing import TYPE_CHECKING

import typer

from sim.case.days import numbered
from sim.commands import engines, exits, origin, recording
from sim.commands.document import document
from sim.commands.order import Order
from sim.commands.progress import Progress
from sim.report.terminal.page import Page, err, out

if TYPE_CHECKING:
    from sim.commands.tally.expectation import Expectation
    from sim.talks.outcome import Column
    from sim.talks.seating import Seated


def play(order: Order) -> None:
    """Play many runs and say what they came to; exit 4 where an expectation does not hold."""
    from sim.case import read
    from sim.commands.tally import expectation
    from sim.study import table
    from sim.talks.seating import seat

    seated = seat(read(order.source, order.settings))
    claims = [expectation.read(claim, expectation.names(seated)) for claim in order.expectations]
    if order.csv:
        recording.refuse_nowhere(order.csv)
    columns = played(order, seated)
    if order.csv:
        recording.write_table(order.csv, table.rows(seated, columns, 0))
    if order.json:
        document(content(order, seated, columns))
    else:
        show(out(), order, seated, columns)
    if not hold(order, seated, columns, claims):
        raise typer.Exit(exits.UNMET)


def played(order: Order, seated: "Seated") -> "dict[str, Column]":
    """The outcomes of all runs."""
    from sim.study import runs

    engine = engines.chosen(order.engine, order.count)
    progress = Progress(err(), order.count)
    if engine == "compiled":
        progress.wait("Compiling the rules, once.")
    try:
        with engines.lean(engine):
            return runs.outcomes(seated, order.seed, order.count, engine=engine, progress=progress)
    finally:
        progress.end()


def show(page: Page, order: Order, seated: "Seated", columns: "dict[str, Column]") -> None:
    """Print the tables, what to try next, and where the runs come from."""
    from sim.analysis.counts import first_walkout
    from sim.commands import advice
    from sim.commands.tally import report

    case = seated.scenario
    report.show(page, seated, columns)
    advice.show(page, advice.after_many(order, case.mediator.style, first_walkout(columns, seated.delegations)))
    origin.show(page, order, case, numbered(order.count, "run"), columns)


def content(order: Order, seated: "Seated", columns: "dict[str, Column]") -> dict[str, object]:
    """Many runs as one document."""
    from sim.commands.tally.contents import contents
    from sim.study import provenance, runs

    return {
        **origin.content(order, seated.scenario),
        "replicates": order.count,
        "engine": runs.chosen(order.engine, order.count),
        "digest": provenance.digest(columns),
        **contents(seated, columns),
    }


def hold(order: Order, seated: "Seated", columns: "dict[str, Column]", claims: "list[Expectation]") -> bool:
    """Say of each claim, on standard error, whether it holds; true if all do."""
    from sim.commands.tally.expectation import estimates

    found = estimates(seated, columns) if claims else {}
    for claim in claims:
        one = found[claim.quantity]
        verdict = "holds" if claim.holds(one, sure=order.sure) else "does not hold"
        values = f"{one.mean:.4g} ({one.low:.4g} to {one.high:.4g}, n = {order.count:,})"
        err().line(f"{claim} {verdict}: {values}")
    return all(claim.holds(found[claim.quantity], sure=order.sure) for claim in claims)
