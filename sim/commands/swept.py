"""What a sweep came to: the shares at each point, where the results are, and how to ask them."""

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import TYPE_CHECKING, Any

from sim import __version__
from sim.analysis.percentages import ends, per_cent
from sim.case.days import numbered
from sim.commands import advice
from sim.commands.request import Request
from sim.report.terminal.cells import WIDTH, left, right, width, wrapped
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page

if TYPE_CHECKING:
    from sim.study.chunks import Failure
    from sim.study.plan import Plan
    from sim.study.sweep import Swept

MOST_FAILURES = 10
"""More runs that failed than this are not listed."""
MOST_POINTS = 24
"""More points than this are not listed on a page; the results can be asked."""
PERCENT, INTERVAL = 6, 12
"""Cells of a share, and of its interval."""
VALUES = 28
"""Cells that are left for what is varied on the line of a point; more stand on a line of their own."""


def show(page: Page, request: Request, plan: "Plan", done: "Swept", seconds: float) -> None:
    """Print the endings and walkouts at each point, what to ask next, and where the results come from."""
    page.across(
        inked(plan.scenario.title, "strong"), f"{numbered(len(plan.points), 'point')}, {numbered(plan.size, 'run')}"
    )
    if len(plan.points) <= MOST_POINTS:
        page.line()
        _points(page, request, plan)
    page.line()
    page.paragraph(f"{_work(done, seconds)} The results are in {request.folder}.")
    page.line()
    _question(page, request, plan)
    advice.show(page, _questions(request))
    page.paragraph(inked(", ".join(_origin(plan, done.digest)), "dim"))


def _work(done: "Swept", seconds: float) -> str:
    if not done.played:
        return "This was played before: nothing was to be done."
    failed = f"{numbered(len(done.failures), 'run')} failed" if done.failures else "none failed"
    return f"{numbered(done.played, 'run')} in {seconds:,.1f} s, {done.played / seconds:,.0f} a second; {failed}."


def _origin(plan: "Plan", digest: str) -> Iterator[str]:
    from sim.case import digest as digest_of
    from sim.study.provenance import RESULT_VERSION

    yield f"sim {__version__}"
    yield f"results {RESULT_VERSION}"
    yield f"scenario {digest_of(plan.scenario)[:8]}"
    yield f"seed {plan.seed}"
    yield f"digest {digest[:8]}"


def _points(page: Page, request: Request, plan: "Plan") -> None:
    """A line a point: its values, how most runs end there, and how many have a walkout."""
    heads = [path.rpartition(".")[2] for path in plan.paths]
    columns = [[head, *values] for head, values in zip(heads, zip(*plan.points, strict=True), strict=True)]
    cells = [max(map(width, column)) + 2 for column in columns]
    apart = sum(cells) > VALUES
    name = WIDTH - 2 * (PERCENT + INTERVAL) - (4 if apart else sum(cells))
    shares = right("share", PERCENT) + right("95 % interval", INTERVAL + 2) + right("a walkout", INTERVAL + PERCENT - 2)
    if apart:
        page.line(_row(heads, cells))
    page.header((" " * 4 if apart else _row(heads, cells)) + left("most often", name) + shares)
    for point, ending, times, walkouts, runs in _answers(request, _shares_by_point(plan)):
        values = _row(plan.points[point], cells)
        if apart:
            page.line(values)
        numbers = _share(times, runs) + _share(walkouts, runs)
        first, *rest = wrapped(ending.replace("_", " "), name - 1)
        page.line((" " * 4 if apart else values) + left(first, name) + numbers)
        for more in rest:
            page.line(" " * (4 if apart else sum(cells)) + more)


def _row(values: Sequence[str], cells: Sequence[int]) -> str:
    return "".join(left(value, size) for value, size in zip(values, cells, strict=True))


def _answers(request: Request, question: str) -> list[tuple[Any, ...]]:
    from sim.study.store import results

    return results(request.folder).asking().execute(question).fetchall()


def _shares_by_point(plan: "Plan") -> str:
    anybody = " OR ".join(f'"walkouts.{party}" > 0' for party in plan.scenario.delegations)
    return (
        "WITH ends AS (SELECT point, ending, count(*) AS times, "  # noqa: S608 - keys of the case are plain names
        f"count(*) FILTER (WHERE {anybody}) AS walkouts FROM replicates GROUP BY ALL) "
        "SELECT point, arg_max(ending, (times, ending)), max(times), sum(walkouts)::BIGINT, sum(times)::BIGINT "
        "FROM ends GROUP BY point ORDER BY point"
    )


def _share(count: int, runs: int) -> str:
    return right(per_cent(count, runs), PERCENT) + right(ends(count, runs), INTERVAL)


def _questions(request: Request) -> Iterator[tuple[str, str]]:
    folder = quote(str(request.folder))
    yield "What can be asked for:", f"sim query {folder} --schema"
    yield "Is it all as it was played?", f"sim verify {folder}"
    yield "This sweep again:", request.again()


def _question(page: Page, request: Request, plan: "Plan") -> None:
    """Print a question to the results that runs as printed, on as many lines as it takes."""
    by = "".join(f"{path}, " for path in plan.paths)
    text = f"select {by}ending, count(*) as runs from replicates join points using (point) group by all order by all"  # noqa: S608 - paths of the case
    page.line("How often does each end how?")
    page.line(f"    sim query {quote(str(request.folder))} '")
    *lines, last = wrapped(text, WIDTH - 9)
    for line in lines:
        page.line(" " * 8 + line)
    page.line(f"{' ' * 8}{last}'")


def failed(page: Page, request: Request, plan: "Plan", failures: "Sequence[Failure]", *, stopped: bool = False) -> None:
    """Say which runs failed, and how each is played again."""
    rest = "That is more than --max-failures bears with: stopped." if stopped else "All others are there."
    page.paragraph(f"{numbered(len(failures), 'run')} failed. {rest}")
    for failure in failures[:MOST_FAILURES]:
        page.paragraph(f"Point {failure.point}, replicate {failure.replicate}: {failure.error}: {failure.message}", 2)
        page.command(request.one(plan, failure.point, failure.replicate), 4)
    if len(failures) > MOST_FAILURES:
        page.paragraph(f"The others: sim query {quote(str(request.folder))} 'select * from failures'", 2)  # noqa: S608 - a name


def content(request: Request, plan: "Plan", done: "Swept") -> dict[str, object]:
    """A sweep as a document."""
    from sim.case import digest
    from sim.study.provenance import RESULT_VERSION

    return {
        "sim_version": __version__,
        "result_version": RESULT_VERSION,
        "scenario": {"name": request.source, "digest": digest(plan.scenario)},
        "seed": plan.seed,
        "points": len(plan.points),
        "replicates": plan.runs,
        "played": done.played,
        "folder": str(request.folder),
        "digest": done.digest,
        "failures": [failure._asdict() for failure in done.failures],
    }
